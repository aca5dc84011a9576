import { expect, test } from "vitest";
import type { Block } from "#shared/domain/block.ts";
import { BlockId, EvidenceId } from "#shared/domain/ids.ts";
import { $blockNodes } from "#renderer/editor/blocks.ts";
import { $blockIdOf } from "#renderer/editor/nodes/block-states.ts";
import { tiesHandleOf } from "#renderer/editor/ties-handle.ts";
import { paragraph } from "#tests/renderer/helpers/blocks.ts";
import { editorWith } from "#tests/renderer/helpers/editor.ts";

test("a tie that goes takes its bearing along: tied again, the item supports", () => {
  const blockId = BlockId.parse("one");
  const it = editorWith([paragraph("Text.", { id: blockId })]);
  const { tie } = tiesHandleOf(
    it.editor,
    (id) => $blockNodes().find((node) => $blockIdOf(node) === id) ?? null,
  );
  const [first, second] = ["e1", "e2"].map((id) => EvidenceId.parse(id)) as [EvidenceId, EvidenceId];
  const bearings: Block["bearings"] = { [second]: "contradicts", [first]: "qualifies" };
  tie([{ blockId, evidenceIds: [first, second], bearings }]);
  // In the order of the ties, as the store reads them back.
  expect(JSON.stringify(it.blocks()[0]!.bearings)).toBe('{"e1":"qualifies","e2":"contradicts"}');
  tie([{ blockId, evidenceIds: [second] }]);
  expect(it.blocks()[0]!.bearings).toEqual({ e2: "contradicts" });
  tie([{ blockId, evidenceIds: [] }]);
  tie([{ blockId, evidenceIds: [first, second] }]);
  expect(it.blocks()[0]!).toMatchObject({ evidenceIds: [first, second], bearings: {} });
});
