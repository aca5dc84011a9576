import fc from "fast-check";
import { expect, test } from "vitest";
import { backingOf } from "#shared/consistency/backing.ts";
import { buildSnapshot, type Checkable } from "#shared/consistency/build-snapshot.ts";
import { check, createChecker } from "#shared/consistency/check.ts";
import { rules } from "#shared/consistency/registry.ts";
import { plain, type Block } from "#shared/domain/block.ts";
import { AreaId, BlockId } from "#shared/domain/ids.ts";
import { readSeed } from "#tests/shared/consistency/seed/read-seed.ts";

const { draft, framework } = await readSeed();
const texts = draft.blocks.map(({ inlines }) => inlines);
const areaIds = framework.areas.map(({ id }) => id);

/** One change a person can make; numbers are taken modulo what there is. */
const change = fc.record({
  what: fc.constantFrom("reword", "type", "remove", "insert", "move", "retie", "regrade"),
  at: fc.nat(10_000),
  with: fc.nat(10_000),
  cut: fc.nat(400),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

let made = 0;
function changed(report: Checkable, { what, at, with: other, cut }: Change): Checkable {
  const blocks = [...report.blocks];
  const index = at % blocks.length;
  const block = blocks[index]!;
  const words = texts[other % texts.length]!;
  if (what === "reword") blocks[index] = { ...block, inlines: plain(textFrom(words, cut)) } as Block;
  else if (what === "type") blocks[index] = typed(block, textFrom(words, 0), cut);
  else if (what === "remove") blocks.splice(index, 1);
  else if (what === "insert")
    blocks.splice(index, 0, { ...block, id: BlockId.parse(`new-${(made += 1)}`), inlines: words } as Block);
  else if (what === "move") blocks.splice(other % blocks.length, 0, ...blocks.splice(index, 1));
  else if (what === "retie")
    blocks[index] = { ...block, areaIds: [areaIds[other % areaIds.length]!] } as Block;
  else {
    const judgements = report.judgements.map((judgement, each) =>
      each === at % report.judgements.length
        ? { ...judgement, gradeId: framework.grades[other % framework.grades.length]!.id }
        : judgement,
    );
    return { ...report, judgements };
  }
  return { ...report, blocks };
}

/** Some words more at the end, or at a place inside. */
function typed(block: Block, words: string, at: number): Block {
  const text = textFrom(block.inlines, 0);
  const place = at % 3 === 0 ? text.length : at % (text.length + 1);
  const some = words.slice(at % (words.length + 1)).slice(0, 40);
  return { ...block, inlines: plain(`${text.slice(0, place)} ${some}${text.slice(place)}`) } as Block;
}

const textFrom = (inlines: Block["inlines"], cut: number): string =>
  inlines
    .map((inline) => (inline.kind === "text" ? inline.text : ""))
    .join("")
    .slice(cut);

test("after any row of changes a kept check says what a fresh one says", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const checker = createChecker(framework, rules);
      let report: Checkable = draft;
      checker.check(report);
      for (const each of changes) {
        report = changed(report, each);
        const { findings, snapshot } = checker.check(report);
        const fresh = buildSnapshot(report, framework);
        expect(findings).toEqual(check(fresh, rules));
        const area = AreaId.parse("looked-after.overall-effectiveness");
        expect(backingOf(snapshot, snapshot.areaById.get(area)!)).toEqual(
          backingOf(fresh, fresh.areaById.get(area)!),
        );
      }
    }),
    { numRuns: 40 },
  );
});

test("findings an edit does not touch stay the same objects", () => {
  const checker = createChecker(framework);
  const before = new Set(checker.check(draft).findings);
  const last = draft.blocks.length - 1;
  const blocks = draft.blocks.map((block, index) =>
    index === last ? ({ ...block, inlines: plain("Nothing to see.") } as Block) : block,
  );
  const after = checker.check({ ...draft, blocks }).findings;
  expect(after.filter((finding) => !before.has(finding)).length).toBeLessThan(3);
});
