import { expect, test } from "vitest";
import { writeWord } from "#electron/core/exporters/word.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { textOf, type Block } from "#shared/domain/block.ts";
import type { ImportedReport } from "#shared/domain/report.ts";
import { everyKind } from "#tests/helpers/every-kind.ts";
import { has, sayWhatIsSkipped, toFormat } from "#tests/helpers/readers.ts";
import {
  listed,
  NUMBERING,
  p,
  r,
  smallDocx,
  type SmallDocx,
} from "#tests/electron/core/importers/small-docx.ts";

sayWhatIsSkipped("soffice", "pandoc");
const frameworks = loadFrameworks();
const readBytes = (bytes: Uint8Array): Promise<ImportedReport> =>
  readReport({ name: "draft.docx", bytes }, { frameworks, onPage: () => {} });
const read = (docx: SmallDocx): Promise<ImportedReport> => readBytes(smallDocx(docx));

/** “h2 Words”, “1 Words”, “- Words”, with **bold**, *italic* and [links](…). */
const told = (blocks: readonly Block[]): string[] => blocks.map((block) => `${sign(block)} ${words(block)}`);
function sign(block: Block): string {
  if (block.kind === "heading") return `h${block.level}`;
  if (block.kind === "paragraph") return block.numbered ? "#" : "p";
  if (block.kind === "bullet") return "-".repeat(block.level);
  return block.kind;
}
const words = (block: Block): string =>
  (block.kind === "table" ? JSON.stringify(block.rows) : "") +
  block.inlines
    .map((run) => {
      if (run.kind === "note") return "^";
      if (run.kind !== "text") return "?";
      const mark = `${run.bold ? "**" : ""}${run.italic ? "*" : ""}`;
      const marked = `${mark}${run.text}${mark}`;
      return run.href === undefined ? marked : `[${marked}](${run.href})`;
    })
    .join("");
const said = async (body: string, parts: SmallDocx["parts"] = {}): Promise<string[]> =>
  told((await read({ body, parts })).blocks);

test("runs that Word parted for its own ends are one, and emphasis is kept", async () => {
  const body = `<w:p w:rsidR="00A1">${r("The ser")}<w:proofErr w:type="spellStart"/>${r("vice ")}${r("is ")}${r("very ", "<w:b/>")}${r(
    "good",
    '<w:b w:val="1"/>',
  )}${r(" and ", '<w:b w:val="0"/>')}${r("safe", "<w:i/>")}${r(".")}</w:p>`;
  expect(await said(body)).toEqual(["p The service is **very good** and *safe*."]);
});

test("a character style emphasises, a paragraph's own style does not", async () => {
  const styles = `<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Box"><w:name w:val="Box"/><w:rPr><w:i/></w:rPr></w:style>`;
  const body = `<w:p><w:pPr><w:pStyle w:val="Box"/></w:pPr>${r("Said ")}${r("loudly", '<w:rStyle w:val="Fett"/>')}${r(".")}</w:p>`;
  expect(await said(body, { styles })).toEqual(["p Said **loudly**."]);
});

test("headings are told by their outline level, in any language, and by what their style is based on", async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Titolo"><w:name w:val="Titolo mio"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>`;
  const body = [
    p("First", "Titolo"),
    p("Second", "berschrift2"),
    p("Third", "Own"),
    p("By hand", undefined, '<w:outlineLvl w:val="2"/>'),
    p("Body text for once", "Own", '<w:outlineLvl w:val="9"/>'),
    p("In a style that is based on itself.", "Loop"),
  ];
  expect(await said(body.join(""), { styles })).toEqual([
    "h1 First",
    "h2 Second",
    "h2 Third",
    "h3 By hand",
    "p Body text for once",
    "p In a style that is based on itself.",
  ]);
});

test("a heading all in bold is a heading, and keeps no marks", async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>`;
  const body = `<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${r("Bold all through", "<w:b/>")}</w:p>${p("Words below it.")}`;
  expect(await said(body, { styles })).toEqual(["h1 Bold all through", "p Words below it."]);
});

test("a counted list in the text is the report's paragraphs; bullets and small lists are items", async () => {
  const body = [
    listed("First paragraph.", 1),
    listed("It has two parts:", 1),
    listed("one part", 2),
    listed("its detail", 2, 1),
    listed("and steps:", 1),
    listed("a step", 3),
    listed("another step", 3),
    listed("Last paragraph.", 1),
    listed("a letter", 1, 1),
    p("Out of the list by hand.", undefined, '<w:numPr><w:numId w:val="0"/></w:numPr>'),
  ];
  expect(await said(body.join(""), { numbering: NUMBERING })).toEqual([
    "# First paragraph.",
    "# It has two parts:",
    "- one part",
    "-- its detail",
    "# and steps:",
    "- a step",
    "- another step",
    "# Last paragraph.",
    "-- a letter",
    "p Out of the list by hand.",
  ]);
});

test("paragraphs counted under numbered headings, “3.12”, are the report's", async () => {
  const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  const styles = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const body = p("A section", "H") + listed("Counted within it.", 1, 1);
  expect(await said(body, { numbering, styles })).toEqual(["h1 A section", "# Counted within it."]);
});

test("numbers and bullets typed by hand count too", async () => {
  const body = `<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>The first paragraph.</w:t></w:r></w:p><w:p><w:r><w:t>2</w:t><w:tab/><w:t>The second one.</w:t></w:r></w:p>${p("• A point")}`;
  expect(await said(body)).toEqual(["# The first paragraph.", "# The second one.", "- A point"]);
});

test("tracked changes are read as shown: what is put in is in, what is struck out is out", async () => {
  const body = `<w:p>${r("Plans are ")}<w:ins w:id="1" w:author="A">${r("well ")}</w:ins><w:del w:id="2"><w:r><w:delText>badly </w:delText></w:r></w:del>${r("made. ")}</w:p>
    <w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${r("Joined ")}</w:p><w:p>${r("again.")}</w:p>
    <w:p><w:moveFrom w:id="4">${r("Moved away.")}</w:moveFrom></w:p><w:p><w:moveTo w:id="4">${r("Moved here.")}</w:moveTo></w:p>`;
  expect(await said(body)).toEqual(["p Plans are well made.", "p Joined again.", "p Moved here."]);
});

test("fields are what they came to, not their codes; a lost end hides nothing", async () => {
  const code = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const instr = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const body = `<w:p>${r("On ")}${code("begin")}${instr(" DATE ")}${code("separate")}${r("1 May")}${code("end")}${r(", see ")}<w:fldSimple w:instr=" REF x ">${r("page 4")}</w:fldSimple>${r(" or ")}${code("begin")}${instr(' HYPERLINK "https://www.gov.uk/" ')}${code("separate")}${r("there")}${code("end")}${r(".")}</w:p>
    <w:p>${r("Broken ")}${code("begin")}${instr(" PAGE ")}</w:p>${p("still here.")}`;
  expect(await said(body)).toEqual([
    "p On 1 May, see page 4 or [there](https://www.gov.uk/).",
    "p Broken",
    "p still here.",
  ]);
});

test("content controls within each other are read through; prompts and the table of contents are not", async () => {
  const body = `<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtPr/><w:sdtContent>${p("Deep inside.")}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>
    <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("Contents")}${p("A section 3")}</w:sdtContent></w:sdt>
    <w:p>${r("By ")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r("Click to enter text")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>${r("the team.")}</w:sdtContent></w:sdt></w:p>
    ${p("Line of contents 3", "Verzeichnis1")}`;
  const styles = `<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>`;
  expect(await said(body, { styles })).toEqual(["p Deep inside.", "p By the team."]);
});

test("the words of a text box come once, behind the paragraph it hangs on; pictures are counted", async () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const body = `<w:p>${r("Beside ")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("In the box.")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box("In the box.")}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r("it.")}<w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>`;
  const draft = await read({ body });
  expect(told(draft.blocks)).toEqual(["p Beside it.", "p In the box."]);
  expect(draft.pictures).toBe(1);
});

test("tables: the header row, merged cells where they begin, several lines in a cell, a frame is none", async () => {
  const cell = (text: string, properties = ""): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${text
      .split("|")
      .map((line) => p(line))
      .join("")}</w:tc>`;
  const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Year")}${cell("Children")}${cell("Staff")}</w:tr>
    <w:tr>${cell("2008", '<w:vMerge w:val="restart"/>')}${cell("414|and more", '<w:gridSpan w:val="2"/>')}</w:tr>
    <w:tr>${cell("", "<w:vMerge/>")}${cell("12")}${cell("9")}</w:tr>
    <w:tr><w:trPr><w:del w:id="9"/></w:trPr>${cell("2007")}${cell("1")}${cell("1")}</w:tr></w:tbl>
    <w:tbl><w:tr>${cell("Only framed.")}</w:tr></w:tbl>`;
  const draft = await read({ body });
  expect(told(draft.blocks)).toEqual([
    'table [["Year","Children","Staff"],["2008","414\\nand more",""],["","12","9"]]',
    "p Only framed.",
  ]);
  expect(draft.blocks[0]).toMatchObject({ header: true });
});

test("footnotes stand where they are marked, with their emphasis", async () => {
  const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p>${r("---")}</w:p></w:footnote><w:footnote w:id="7"><w:p>${r(" Ofsted, ")}${r("Annual report", "<w:i/>")}</w:p></w:footnote>`;
  const body = `<w:p>${r("As reported")}<w:r><w:footnoteReference w:id="7"/></w:r>${r(" before.")}</w:p>${p("Next.")}`;
  expect(await said(body, { footnotes })).toEqual([
    "p As reported^ before.",
    "footnote Ofsted, *Annual report*",
    "p Next.",
  ]);
});

test("small things: breaks, hyphens, hidden words, addresses that lead nowhere good", async () => {
  const body = `<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:br w:type="page"/><w:noBreakHyphen/><w:t>three co</w:t><w:softHyphen/><w:t>op &amp; ‘smart’ &#8220;quotes&#x201D;</w:t></w:r>${r("hidden", "<w:vanish/>")}<w:hyperlink r:id="bad">${r(" link")}</w:hyperlink></w:p>`;
  const draft = await read({ body, links: { bad: "file:///etc/passwd" } });
  expect(told(draft.blocks)).toEqual(["p One\ntwo-three coop & ‘smart’ “quotes” link"]);
});

test("comments come in with author, time, thread and the words they are about", async () => {
  const range = (kind: "Start" | "End", id: number): string => `<w:commentRange${kind} w:id="${id}"/>`;
  const comment = (id: number, by: string, text: string, mark: string): string =>
    `<w:comment w:id="${id}" w:author="${by}" w:date="2023-05-01T10:00:00Z"><w:p w14:paraId="${mark}">${r(text)}</w:p></w:comment>`;
  const body = `<w:p>${r("1. The service ")}${range("Start", 0)}${range("Start", 1)}${r("is good")}${range("End", 0)}${range("End", 1)}<w:r><w:commentReference w:id="0"/></w:r>${r(".")}${range("Start", 2)}</w:p><w:p>${r("2. Next one")}${range("End", 2)}${r(" here.")}<w:r><w:commentReference w:id="3"/></w:r></w:p>`;
  const parts = {
    comments: [
      comment(0, "Ann", "Is it?", "A0"),
      comment(1, "Ben", "It is.", "A1"),
      comment(2, "Ann", "Say more.", "A2"),
      comment(3, "Ben", "A place.", "A3"),
      comment(4, "Ann", "On nothing.", "A4"),
    ].join(""),
    commentsExtended: `<w15:commentEx w15:paraId="A1" w15:paraIdParent="A0" w15:done="0"/><w15:commentEx w15:paraId="A2" w15:done="1"/>`,
  };
  const { blocks, comments } = await read({ body, parts });
  expect(blocks.map(textOf)).toEqual(["The service is good.", "Next one here."]);
  const at = "2023-05-01T10:00:00.000Z";
  const [first, more, place, nowhere, answer] = comments;
  expect(first).toMatchObject({ by: "Ann", at, text: "Is it?", quote: "is good", offset: 12, answers: null });
  expect(first).toMatchObject({ blockId: blocks[0]?.id, resolved: null });
  expect(answer).toMatchObject({ by: "Ben", text: "It is.", answers: first?.id, blockId: null });
  expect(more).toMatchObject({ quote: "Next one", offset: 0, blockId: blocks[1]?.id, resolved: { at } });
  expect(place).toMatchObject({ quote: "", offset: 14, blockId: blocks[1]?.id });
  expect(nowhere).toMatchObject({ text: "On nothing.", blockId: null });
});

test("our own Word file comes back: marks, lists, a captioned table, footnotes, quotations", async () => {
  const draft = await readBytes(await writeWord(everyKind()));
  // What follows a figure or a paragraph is printed as words; evidence stays at the desk.
  expect(told(draft.blocks)).toEqual([
    "h1 About this inspection",
    "# Plain, **bold** and *italic* and a [link](https://www.gov.uk/?a=1&b=2)",
    "# Of these, 469 were looked after^, as paragraph 6 says.",
    "footnote Counted on 31 March 2009.",
    "p A note that lost its mark.",
    "- First point",
    "-- Point within it",
    "h2 Overall effectiveness: Inadequate",
    "# The overall effectiveness of safeguarding services is inadequate.",
    "# Partnership working is adequate.",
    "quotation They listened to me.",
    "h4 A heading that skips levels",
    '# #import "x" *not markup* $x$ <b>&amp;</b> =HYPERLINK(1)  formfeed',
    'table [["Year","Children"],["2008","414"],["2009",""]]Looked after children',
    "p Not numbered.",
    "# Numbered and referred to.",
    "h1 Immediately:",
    "- Ensure plans are kept.",
    "- Ensure the second thing.",
    "h1 Within three months:",
    "- Ensure the third thing.",
    "h1 Record of main findings",
    'table [["Judgement area","Grade"],["Safeguarding services",""],["Overall effectiveness","Inadequate"],["Leadership and management","Not graded"],["Partnerships","Adequate"]]',
  ]);
});

const WEB_PAGE = `<html><head><title>Inspection of Anyshire</title></head><body><h1>About</h1><p>Some <b>bold</b> and <i>italic</i>.</p>
<ol><li>First paragraph of it.</li><li>Second paragraph of it.</li></ol><h2>Smaller</h2><ul><li>point<ul><li>inner</li></ul></li></ul>
<blockquote>They listened.</blockquote><table border="1"><thead><tr><th>Year</th><th>Children</th></tr></thead><tr><td>2008</td><td>414</td></tr></table></body></html>`;

test.each(["soffice", "pandoc"] as const)("reads what %s writes", async (program) => {
  if (!has[program]) return;
  const draft = await readBytes(toFormat(program, "docx", "page.html", new TextEncoder().encode(WEB_PAGE)));
  expect(draft.title).toBe("Inspection of Anyshire");
  expect(told(draft.blocks)).toEqual([
    "h1 About",
    "p Some **bold** and *italic*.",
    "# First paragraph of it.",
    "# Second paragraph of it.",
    "h2 Smaller",
    "- point",
    "-- inner",
    "quotation They listened.",
    'table [["Year","Children"],["2008","414"]]',
  ]);
});
