import { beforeAll, expect, test } from "vitest";
import { writePdf } from "#electron/core/exporters/pdf.ts";
import { textOf } from "#shared/domain/block.ts";
import { plain } from "#shared/domain/block.ts";
import { everyKind, SECRETS } from "#tests/helpers/every-kind.ts";
import { flat, has, readWith, sayWhatIsSkipped } from "#tests/helpers/readers.ts";
import { readSample } from "#tests/helpers/sample.ts";

sayWhatIsSkipped("pdftotext", "qpdf");

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await writePdf(everyKind());
});

const text = (file: Uint8Array): string =>
  flat(readWith("pdftotext", (f) => ["-layout", f, "-"], "r.pdf", file).replace(/\f/g, " "));
/** Text as a screen reader gets it: no page numbers between, no line breaking. */
const letters = (s: string): string => s.replace(/[^\p{L}\p{N}]+/gu, "");

test("it is a PDF that says it is PDF/UA-1, tagged, in British English, with a title", () => {
  const raw = Buffer.from(bytes).toString("latin1");
  expect(raw.startsWith("%PDF-1.7")).toBe(true);
  expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(raw).toMatch(/\/Lang\s*\(en-GB\)/);
  expect(raw).toMatch(/\/MarkInfo/);
  expect(raw).toMatch(/\/DisplayDocTitle true/);
});

test.skipIf(!has.pdftotext)("the same content, user text never markup, evidence left at the desk", () => {
  const found = text(bytes);
  for (const words of [
    "Overall effectiveness: Inadequate",
    '#import "x" *not markup* $x$ <b>&amp;</b> =HYPERLINK(1)',
    "Immediately: • Ensure plans are kept. • Ensure the second thing.",
    "Within three months: • Ensure the third thing.",
    "Judgement area Grade",
    "Counted on 31 March 2009.",
    "as paragraph 6 says.",
    "A note that lost its mark.",
  ]) {
    expect(found).toContain(words);
  }
  for (const secret of SECRETS) expect(found).not.toContain(secret);
});

test.skipIf(!has.pdftotext)("nobody is named in the file's properties", () => {
  const info = readWith("pdfinfo", (f) => [f], "r.pdf", bytes);
  expect(info).toContain("Tagged:          yes");
  expect(info).not.toMatch(/^Author:/m);
});

test.skipIf(!has.pdftotext)("headings, lists and tables are tagged as what they are", () => {
  const tree = readWith("pdfinfo", (f) => ["-struct", f], "r.pdf", bytes);
  for (const tag of ["H1", "P", "L ", "LI", "Table", "THead", "TH", "BlockQuote", "Note"])
    expect(tree).toContain(tag);
});

test.skipIf(!has.qpdf)("qpdf finds the file sound, with an outline", () => {
  const json = readWith("qpdf", (f) => ["--json", "--json-key=outlines", f], "r.pdf", bytes);
  expect(json).toContain("Overall effectiveness: Inadequate");
});

test.skipIf(!has.pdftotext)("poppler reads the sample: every block's words, in order", async () => {
  const sample = await readSample();
  const all = letters(
    readWith(
      "pdftotext",
      (f) => ["-nopgbrk", "-y", "50", "-H", "722", "-x", "0", "-W", "600", f, "-"],
      "r.pdf",
      await writePdf(sample),
    ),
  );
  let at = 0;
  for (const block of sample.report.blocks) {
    const words = letters(textOf(block));
    const found = all.indexOf(words, at);
    expect(found, textOf(block)).toBeGreaterThanOrEqual(0);
    at = found;
  }
});

test("a character no bundled font has is named, and nothing is written", async () => {
  const input = everyKind();
  const blocks = [
    { ...input.report.blocks[1]!, inlines: plain("Words \u{13000} words") },
  ] as typeof input.report.blocks;
  await expect(writePdf({ ...input, report: { ...input.report, blocks } })).rejects.toMatchObject({
    code: "unsupported",
  });
});
