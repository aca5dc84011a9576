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

test("a table of words stays a table, with its heading row; one that lays out a page is read as words", () => {
  expect(
    blocksFromHtml(
      "<table><tr><td><b>Year</b></td><td><strong>Children</strong></td></tr><tr><td>2008</td><td>414 <i>of</i> 469</td></tr><tr><td>2009</td></tr></table>",
    ),
  ).toEqual([
    {
      shape: {
        kind: "table",
        header: true,
        rows: [
          ["Year", "Children"],
          ["2008", "414 of 469"],
          ["2009", ""],
        ],
      },
      inlines: [],
    },
  ]);
  expect(kinds("<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>")).toEqual([
    "paragraph: One",
    "paragraph: Two",
  ]);
});

test("Word’s lists are lists: the sign it writes into the text is not read", () => {
  const item = (level: number, sign: string, words: string): string =>
    `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp; </span></span><![endif]>${words}</p>`;
  expect(
    kinds(item(1, "·", "Plans are kept.") + item(2, "o", "Within it.") + item(1, "14.", "Numbered.")),
  ).toEqual(["bullet: Plans are kept.", "bullet: Within it.", "paragraph: Numbered."]);
  expect(blocksFromHtml("<ul><li>One<ul><li>Two</li></ul></li></ul>").map(({ shape }) => shape)).toEqual([
    { kind: "bullet", level: 1 },
    { kind: "bullet", level: 2 },
  ]);
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
