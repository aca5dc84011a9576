import {
  $insertGeneratedNodes,
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
} from "@lexical/clipboard";
import fc from "fast-check";
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $selectAll,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { expect, test } from "vitest";
import { Block, plain, textOf } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";
import { $setState } from "lexical";
import { BLOCKS_A_SECTION } from "#renderer/editor/blocks.ts";
import { $blockIdOf, blockIdState } from "#renderer/editor/nodes/block-states.ts";
import { $isTextBlock, type TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";
import { anyBlocks, paragraph } from "#tests/renderer/helpers/blocks.ts";
import { editorWith, type TestEditor } from "#tests/renderer/helpers/editor.ts";

const idsOf = (blocks: Block[]): string[] => blocks.map(({ id }) => id);
const unique = (blocks: Block[]): void => {
  expect(new Set(idsOf(blocks)).size).toBe(blocks.length);
  expect(idsOf(blocks).every((id) => id !== "")).toBe(true);
};
const caret = (test: TestEditor, block: number, offset: number): void =>
  test.edit((nodes) => {
    const node = nodes[block] as TextBlockNode;
    const text = node.getFirstDescendant();
    if (text && "select" in text)
      (text as unknown as { select(a: number, b: number): void }).select(offset, offset);
    else node.select();
  });
const enter = ({ editor }: TestEditor): void => {
  editor.update(() => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined), { discrete: true });
};

test("Enter inside a tied paragraph makes a tied paragraph with an id of its own", () => {
  const first = paragraph("One two.", { areaIds: ["a.two"] as never });
  const it = editorWith([first]);
  caret(it, 0, 3);
  enter(it);
  const blocks = it.blocks();
  unique(blocks);
  expect(blocks.map(textOf)).toEqual(["One", " two."]);
  expect(blocks[0]!.id).toBe(first.id);
  expect(blocks[1]!.areaIds).toEqual(["a.two"]);
});

test("Enter at the start makes room above, and the text keeps its identity", () => {
  const first = paragraph("One two.");
  const it = editorWith([first]);
  caret(it, 0, 0);
  enter(it);
  expect(it.blocks().map(textOf)).toEqual(["", "One two."]);
  expect(it.blocks()[1]!.id).toBe(first.id);
});

test("Enter after a heading makes a paragraph in the heading's area", () => {
  const heading = paragraph("Partnerships", { kind: "heading", level: 2 } as never);
  const it = editorWith([heading]);
  caret(it, 0, 12);
  enter(it);
  expect(it.blocks()[1]).toMatchObject({ kind: "paragraph", areaIds: ["a.one"], evidenceIds: [] });
});

test("merging two paragraphs keeps the first one's id, across sections too", () => {
  const first = BLOCKS_A_SECTION - 1;
  const blocks = Array.from({ length: BLOCKS_A_SECTION + 1 }, (_, index) => paragraph(`P${index}.`));
  const it = editorWith(blocks);
  caret(it, first + 1, 0);
  it.edit(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) throw new Error("no caret");
    const block = selection.anchor.getNode().getParentOrThrow() as TextBlockNode;
    const previous = (
      block.getParentOrThrow().getPreviousSibling() as unknown as { getLastChild(): TextBlockNode }
    ).getLastChild();
    selection.anchor.set(previous.getLastDescendant()!.getKey(), `P${first}.`.length, "text");
    selection.removeText();
  });
  unique(it.blocks());
  expect(it.blocks()).toHaveLength(first + 1);
  expect(textOf(it.blocks().at(-1)!)).toBe(`P${first}.P${first + 1}.`);
  expect(it.blocks().at(-1)!.id).toBe(blocks[first]!.id);
});

test("deleting everything leaves one paragraph to write in, and undo brings every block back", () => {
  const blocks = Array.from({ length: 90 }, (_, index) => paragraph(`P${index}.`));
  const it = editorWith(blocks);
  it.edit(() => {
    $selectAll();
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.removeText();
  });
  expect(it.blocks()).toHaveLength(1);
  it.editor.update(() => void it.editor.dispatchCommand(UNDO_COMMAND, undefined), { discrete: true });
  expect(it.blocks()).toEqual(blocks);
});

test("a copy of blocks pasted beside them gets ids of its own; what was there keeps its", () => {
  const blocks = [paragraph("One."), paragraph("Two."), paragraph("Three.")];
  const it = editorWith(blocks);
  it.edit(() => {
    $selectAll();
    const selection = $getSelection()!;
    const { nodes } = $generateJSONFromSelectedNodes(it.editor, selection);
    $getRoot().selectEnd();
    $insertGeneratedNodes(it.editor, $generateNodesFromSerializedNodes(nodes), $getSelection()!);
  });
  unique(it.blocks());
  expect(it.blocks().map(textOf).join(" ")).toContain("One. Two. Three.");
  for (const block of blocks) expect(idsOf(it.blocks())).toContain(block.id);
});

test("a section that grows past sixty is cut, and nothing moves", () => {
  const it = editorWith([paragraph("Start.")]);
  for (let at = 0; at < 70; at += 1) {
    it.edit((nodes) => void (nodes.at(-1) as TextBlockNode).selectEnd());
    enter(it);
  }
  unique(it.blocks());
  expect(it.blocks()).toHaveLength(71);
  it.editor.read(() => {
    for (const section of $getRoot().getChildren())
      expect((section as unknown as { getChildrenSize(): number }).getChildrenSize()).toBeLessThanOrEqual(60);
  });
});

test("Backspace beside a table selects it first, and deletes it only then", () => {
  const table = paragraph("", { kind: "table", rows: [["a"]] } as never);
  const it = editorWith([paragraph("Before."), table, paragraph("After.")]);
  caret(it, 2, 0);
  const backspace = (): void =>
    it.editor.update(() => void it.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true), {
      discrete: true,
    });
  backspace();
  expect(it.blocks().map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
  backspace();
  expect(it.blocks().map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
});

test("a reference says the number its paragraph has now, and what it said last once that is gone", () => {
  const target = paragraph("Referred to.");
  const referring = paragraph("", {
    inlines: [
      { kind: "text", text: "See paragraph " },
      { kind: "reference", blockId: target.id, text: "2" },
      { kind: "text", text: "." },
    ],
  });
  const it = editorWith([paragraph("First."), target, referring]);
  const said = (): string => textOf(it.blocks().at(-1)!);
  caret(it, 0, 0);
  enter(it);
  expect(said()).toBe("See paragraph 3.");
  it.editor.update(() => void it.editor.dispatchCommand(UNDO_COMMAND, undefined), { discrete: true });
  expect(said()).toBe("See paragraph 2.");
  it.edit((nodes) => nodes[1]!.remove());
  expect(said()).toBe("See paragraph 2.");
});

test("whatever is done to it, no two blocks share an id and no block goes without", () => {
  const step = fc.record({
    kind: fc.constantFrom("enter", "join", "duplicate", "wipe", "undo", "redo", "copy"),
    block: fc.nat(30),
    offset: fc.nat(20),
  });
  fc.assert(
    fc.property(anyBlocks(8), fc.array(step, { maxLength: 14 }), (blocks, steps) => {
      const it = editorWith(blocks);
      for (const { kind, block, offset } of steps) {
        if (kind === "undo" || kind === "redo") {
          const command = kind === "undo" ? UNDO_COMMAND : REDO_COMMAND;
          it.editor.update(() => void it.editor.dispatchCommand(command, undefined), { discrete: true });
        } else {
          it.edit((nodes) => {
            const node = nodes[block % nodes.length]!;
            const next = nodes[(block + 1) % nodes.length]!;
            if (kind === "duplicate") $setState(node, blockIdState, $blockIdOf(next));
            else if (kind === "wipe") $setState(node, blockIdState, null);
            else if ($isTextBlock(node)) {
              node.select(Math.min(offset, node.getChildrenSize()), Math.min(offset, node.getChildrenSize()));
              const selection = $getSelection();
              if (!$isRangeSelection(selection)) return;
              if (kind === "enter") selection.insertParagraph();
              else if (kind === "copy") {
                const copy = $generateNodesFromSerializedNodes([node.exportJSON() as never]);
                $insertGeneratedNodes(it.editor, copy, selection);
              } else if ($isTextBlock(next)) {
                selection.focus.set(next.getKey(), 0, "element");
                selection.removeText();
              }
            }
          });
        }
        expect(it.blocks().length).toBeGreaterThan(0);
        unique(it.blocks());
        for (const { id } of it.blocks()) expect(BlockId.safeParse(id).success).toBe(true);
      }
    }),
    { numRuns: 120 },
  );
});

const section = (more: object = {}): Block[] => [
  Block.parse({ kind: "heading", id: "h", level: 2, graded: true, areaIds: ["a.one"], inlines: [], ...more }),
  Block.parse({ kind: "heading", id: "h3", level: 3, inlines: plain("How it works") }),
  paragraph("Left untied.", { id: BlockId.parse("p"), areaIds: [] }),
];

test("room for new text under a graded heading takes its area, in the same step; undo takes both away", () => {
  const it = editorWith(section());
  caret(it, 2, 12);
  enter(it);
  expect(it.blocks().map(({ areaIds }) => areaIds)).toEqual([["a.one"], [], [], ["a.one"]]);
  it.editor.update(() => void it.editor.dispatchCommand(UNDO_COMMAND, undefined), { discrete: true });
  expect(it.blocks()).toEqual(section());
});

test("half of a paragraph that was left untied stays untied, and so does text under a heading without a grade", () => {
  const split = editorWith(section());
  caret(split, 2, 4);
  enter(split);
  expect(split.blocks().map(({ areaIds }) => areaIds)).toEqual([["a.one"], [], [], []]);
  const ungraded = editorWith(section({ graded: false }));
  caret(ungraded, 2, 12);
  enter(ungraded);
  expect(ungraded.blocks().at(-1)!.areaIds).toEqual([]);
});
