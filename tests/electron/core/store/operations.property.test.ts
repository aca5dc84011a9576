import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksAt } from "#electron/core/store/operation-log.ts";
import { applyChange, getReport } from "#electron/core/store/reports.ts";
import { applyOperations, diffBlocks } from "#shared/document/operations.ts";
import { type Block, plain } from "#shared/domain/block.ts";
import { addReport, change, memoryLibrary } from "#tests/helpers/library.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";

/** One thing an author does, with numbers that are wrapped on to the blocks there are. */
const step = fc.oneof(
  fc.record({ do: fc.constant("insert" as const), at: fc.nat(50), text: fc.string() }),
  fc.record({ do: fc.constant("remove" as const), at: fc.nat(50) }),
  fc.record({ do: fc.constant("move" as const), at: fc.nat(50), to: fc.nat(50) }),
  fc.record({ do: fc.constant("edit" as const), at: fc.nat(50), text: fc.string() }),
);

function act(
  blocks: readonly Block[],
  action: typeof step extends fc.Arbitrary<infer T> ? T : never,
): Block[] {
  const next = [...blocks];
  const at = blocks.length === 0 ? 0 : action.at % blocks.length;
  if (action.do === "insert") next.splice(at, 0, paragraph(action.text));
  else if (blocks.length === 0) return next;
  else if (action.do === "remove") next.splice(at, 1);
  else if (action.do === "edit") next[at] = { ...next[at]!, inlines: plain(action.text) } as Block;
  else {
    const [moved] = next.splice(at, 1);
    next.splice(action.to % blocks.length, 0, moved!);
  }
  return next;
}

test("editor and store never disagree, whatever is done in whatever order", () => {
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 6 }), { minLength: 1, maxLength: 12 }), (batches) => {
      const library = memoryLibrary();
      const reportId = addReport(library, smallDraft());
      let blocks = getReport(library.read, reportId).blocks;
      const versions = [blocks];
      for (const batch of batches) {
        const next = batch.reduce(act, blocks);
        const operations = diffBlocks(blocks, next);
        expect(applyOperations(blocks, operations)).toEqual(next);
        applyChange(library.write, reportId, versions.length, "edit", operations, change);
        blocks = next;
        versions.push(blocks);
        expect(getReport(library.read, reportId).blocks).toEqual(blocks);
      }
      versions.forEach((version, index) =>
        expect(blocksAt(library.read, reportId, index + 1)).toEqual(version),
      );
      library.close();
    }),
    { numRuns: 60 },
  );
});
