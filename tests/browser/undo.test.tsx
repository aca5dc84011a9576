import { UNDO_COMMAND } from "lexical";
import { expect, test } from "vitest";
import { Block } from "#shared/domain/block.ts";
import { essence, openEditor } from "#tests/browser/editor-page.tsx";

const paragraph = (id: string, text: string): Block =>
  Block.parse({
    kind: "paragraph",
    numbered: true,
    id,
    areaIds: [],
    inlines: text === "" ? [] : [{ kind: "text", text }],
  });

test.each([
  { name: "Delete before an empty block", at: [1, 4], key: "{Delete}" },
  { name: "Backspace in an empty block", at: [2, 0], key: "{Backspace}" },
  { name: "Delete in an empty block", at: [2, 0], key: "{Delete}" },
  { name: "Backspace at the start of a text", at: [3, 0], key: "{Backspace}" },
] as const)("$name, and nothing before it, is undone", async ({ at, key }) => {
  const blocks = [
    paragraph("a", ""),
    paragraph("b", "safe"),
    paragraph("c", ""),
    paragraph("d", "and well"),
    paragraph("e", ""),
  ];
  const page = await openEditor(blocks);
  try {
    const beginning = essence(page.blocks());
    page.select([...at]);
    await page.keys(key);
    expect(page.blocks()).toHaveLength(blocks.length - 1);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    await Promise.resolve();
    expect(essence(page.blocks())).toEqual(beginning);
  } finally {
    page.close();
  }
});
