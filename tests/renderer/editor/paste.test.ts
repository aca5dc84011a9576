import { expect, test } from "vitest";
import { textOf } from "#shared/domain/block.ts";
import type { TextNode } from "lexical";
import { $insertPasted, blocksFromHtml, blocksFromText } from "#renderer/editor/PasteExtension.ts";
import type { TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";
import { paragraph } from "#tests/renderer/helpers/blocks.ts";
import { editorWith } from "#tests/renderer/helpers/editor.ts";

const kinds = (html: string): string[] =>
  blocksFromHtml(html).map(({ shape, inlines }) => `${shape.kind}: ${textOf({ inlines })}`);

test("keeps paragraphs, headings, list items, bold and italic", () => {
  expect(
    blocksFromHtml(
      "<h2>Partnerships</h2><p>Good <b>and</b> <i>bad</i>.</p><ul><li><p>One</p></li><li>Two</li></ul>",
    ),
  ).toEqual([
    {
      shape: { kind: "heading", level: 2, graded: false, printedGrade: null },
      inlines: [{ kind: "text", text: "Partnerships" }],
    },
    {
      shape: { kind: "paragraph", numbered: true },
      inlines: [
        { kind: "text", text: "Good " },
        { kind: "text", text: "and", bold: true },
        { kind: "text", text: " " },
        { kind: "text", text: "bad", italic: true },
        { kind: "text", text: "." },
      ],
    },
    { shape: { kind: "bullet", level: 1 }, inlines: [{ kind: "text", text: "One" }] },
    { shape: { kind: "bullet", level: 1 }, inlines: [{ kind: "text", text: "Two" }] },
  ]);
});

test("drops scripts, styles, links, images, colours and handlers, and keeps their words", () => {
  expect(
    kinds(
      '<style>p{}</style><script>alert(1)</script><p style="color:red" onclick="x()">See <a href="javascript:x()">this</a> <img src="x" onerror="x()">now</p>',
    ),
  ).toEqual(["paragraph: See this now"]);
});

test("a whole document that says it is bold and is not, is not", () => {
  expect(blocksFromHtml('<b style="font-weight:normal"><p>Plain</p></b>')[0]!.inlines).toEqual([
    { kind: "text", text: "Plain" },
  ]);
});

test("plain text: a line is a block, a bullet sign a bullet", () => {
  expect(blocksFromText("One\r\n\r\n• Two\n").map(({ shape }) => shape.kind)).toEqual([
    "paragraph",
    "bullet",
  ]);
});

test("nothing readable gives nothing", () => {
  expect(blocksFromHtml("<p>&nbsp;</p><br>")).toEqual([]);
});

const caretAt = (it: ReturnType<typeof editorWith>, block: number, offset: number): void =>
  it.edit((nodes) => {
    ((nodes[block] as TextBlockNode).getFirstDescendant() as TextNode).select(offset, offset);
  });
const pasted = blocksFromHtml("<h2>Head</h2><p>Body</p>");

test.each([
  ["in the middle", 3, ["One", "Head", "Body", " two."]],
  ["at the end", 8, ["One two.", "Head", "Body"]],
  ["at the start", 0, ["Head", "Body", "One two."]],
])("several blocks pasted %s stay blocks, tied like the one they go to", (_where, offset, texts) => {
  const first = paragraph("One two.");
  const it = editorWith([first]);
  caretAt(it, 0, offset);
  it.edit(() => void $insertPasted(pasted));
  const blocks = it.blocks();
  expect(blocks.map(textOf)).toEqual(texts);
  expect(blocks.every(({ areaIds }) => areaIds[0] === "a.one")).toBe(true);
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
  expect(blocks.map(({ id }) => id)).toContain(first.id);
});

test("one pasted paragraph joins the sentence", () => {
  const it = editorWith([paragraph("One two.")]);
  caretAt(it, 0, 3);
  it.edit(() => void $insertPasted(blocksFromHtml("<p> and <b>a half</b></p>")));
  expect(it.blocks().map(textOf)).toEqual(["Oneand a half two."]);
});
