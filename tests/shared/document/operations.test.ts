import fc from "fast-check";
import { expect, test } from "vitest";
import { applyOperations, diffBlocks, type BlockOperation } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import { paragraph } from "#tests/helpers/reports.ts";

const named = (id: number, text: string): Block => paragraph(text, { id: String(id) });
const revision = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 50 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom("x", "y").map((text) => named(id, text)))));

test("many operations at once do what they do one by one, and lead to the text they were made from", () => {
  fc.assert(
    fc.property(revision, revision, revision, (first, second, third) => {
      const operations: BlockOperation[] = [...diffBlocks(first, second), ...diffBlocks(second, third)];
      const oneByOne = operations.reduce<readonly Block[]>(
        (blocks, operation) => applyOperations(blocks, [operation]),
        first,
      );
      expect(applyOperations(first, operations)).toEqual(oneByOne);
      expect(oneByOne).toEqual(third);
    }),
  );
});
