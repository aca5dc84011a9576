import fc from "fast-check";
import { $createTextNode, $setState } from "lexical";
import { expect, test } from "vitest";
import { Block, textOf } from "#shared/domain/block.ts";
import { diffBlocks } from "#shared/document/operations.ts";
import { BlockId } from "#shared/domain/ids.ts";
import { $blockNodes, BLOCKS_A_SECTION, BlockReader } from "#renderer/editor/blocks.ts";
import { blockIdState } from "#renderer/editor/nodes/block-states.ts";
import type { TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";
import { anyBlocks, paragraph } from "#tests/renderer/helpers/blocks.ts";
import { editorWith } from "#tests/renderer/helpers/editor.ts";

test("every block of every kind comes back as it went in, byte for byte", () => {
  fc.assert(
    fc.property(anyBlocks(), (blocks) => {
      fc.pre(blocks.length > 0);
      const back = editorWith(blocks).blocks();
      expect(back).toEqual(blocks);
      expect(JSON.stringify(back)).toBe(JSON.stringify(blocks));
    }),
    { numRuns: 150 },
  );
});

test("what the editor reads is what the contract accepts", () => {
  fc.assert(
    fc.property(anyBlocks(6), (blocks) => {
      for (const block of editorWith(blocks).blocks()) expect(Block.parse(block)).toEqual(block);
    }),
    { numRuns: 40 },
  );
});

test("opening a report changes nothing: there is nothing to save", () => {
  const blocks = Array.from({ length: 130 }, (_, index) => paragraph(`Paragraph ${index}.`));
  expect(diffBlocks(blocks, editorWith(blocks).blocks())).toEqual([]);
});

test("a line break inside a run stays inside it", () => {
  const block = paragraph("", { inlines: [{ kind: "text", text: "one\ntwo\n\nthree", italic: true }] });
  expect(editorWith([block]).blocks()).toEqual([block]);
});

test("an empty report has one paragraph to write in", () => {
  const [only, ...others] = editorWith([]).blocks();
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: "paragraph", inlines: [], numbered: true });
});

test("blocks stand in sections of one length, the last of what is left", () => {
  const { editor } = editorWith(Array.from({ length: 2 * BLOCKS_A_SECTION + 5 }, () => paragraph("Text.")));
  const sections = editor.getEditorState().toJSON().root.children as unknown as { children: unknown[] }[];
  expect(sections.map(({ children }) => children.length)).toEqual([BLOCKS_A_SECTION, BLOCKS_A_SECTION, 5]);
});

test("a reader looks again only at what changed, and says when more than words did", () => {
  const it = editorWith([paragraph("One."), paragraph("Two.")]);
  const reader = new BlockReader();
  const first = it.editor.read(() => reader.$readAll(null));
  const [key] = it.editor.read(() => $blockNodes().map((node) => node.getKey()));
  it.edit(([node]) => void (node as TextBlockNode).append($createTextNode(" More.")));
  const again = it.editor.read(() => reader.$readAgain([key!]));
  expect(again?.map(textOf)).toEqual(["One. More.", "Two."]);
  expect(again?.[1]).toBe(first[1]);
  expect(it.editor.read(() => reader.$readAll(null))[1]).toBe(first[1]);

  it.edit(([node]) => void $setState(node!, blockIdState, BlockId.parse("another")));
  expect(it.editor.read(() => reader.$readAgain([key!]))).toBeNull();
  it.edit(([node]) => node!.remove());
  expect(it.editor.read(() => reader.$readAgain([key!]))).toBeNull();
  expect(it.editor.read(() => reader.$readAll(new Set([key!])).map(textOf))).toEqual(["Two."]);
});
