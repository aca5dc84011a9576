import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { paragraphNumbers, textOf, type BlockOf } from "#shared/domain/block.ts";
import { gradeOf, type ReportDraft } from "#shared/domain/report.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { smallPdf } from "#tests/electron/core/importers/small-pdf.ts";

const frameworks = loadFrameworks();
const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/imports/${name}`, import.meta.url));
const read = (bytes: Uint8Array, onPage: (page: number, pages: number) => void = () => {}) =>
  readReport({ name: "report.pdf", bytes }, { frameworks, onPage });

const numberedOf = ({ blocks }: ReportDraft) => {
  const numbers = paragraphNumbers(blocks);
  return blocks.filter((block): block is BlockOf<"paragraph"> => numbers.has(block.id));
};
const gradesOf = ({ judgements }: ReportDraft) =>
  Object.fromEntries(judgements.map(({ areaId, gradeId }) => [areaId, gradeId]));

describe.each([
  {
    file: "knowsley-2021.pdf",
    title: "Inspection of Knowsley Council local authority children’s services",
    frameworkId: "ilacs-2018",
    inspectionDate: "2021-10-22",
    paragraphs: 41,
    recommendations: 5,
    grades: {
      leaders: "requires-improvement",
      "help-and-protection": "requires-improvement",
      "care-and-care-leavers": "requires-improvement",
      overall: "requires-improvement",
    },
  },
  {
    file: "isles-of-scilly-2023.pdf",
    title: "Inspection of Isles of Scilly local authority children’s services",
    frameworkId: "ilacs-2023",
    inspectionDate: "2023-07-13",
    paragraphs: 32,
    recommendations: 8,
    grades: {
      leaders: "inadequate",
      "help-and-protection": "inadequate",
      "in-care": "requires-improvement",
      "care-leavers": "requires-improvement",
      overall: "inadequate",
    },
  },
  {
    file: "kent-2013.pdf",
    title: "Inspection of looked after children services Kent County Council",
    frameworkId: "slac-2013",
    inspectionDate: "2013-07-19",
    paragraphs: 72,
    recommendations: 12,
    grades: {
      "looked-after.overall-effectiveness": "adequate",
      "looked-after.capacity-for-improvement": "good",
      "looked-after.outcomes": "adequate",
      "looked-after.quality-of-provision": "adequate",
      "looked-after.leadership-and-management": "adequate",
    },
  },
])("$file", async ({ file, title, frameworkId, inspectionDate, paragraphs, recommendations, grades }) => {
  const pages: number[] = [];
  const draft = await read(fixture(file), (page) => pages.push(page));

  test("says what it is, and tells every page as it goes", () => {
    expect(draft).toMatchObject({ title, frameworkId, inspectionDate });
    expect(pages).toEqual(Array.from(pages, (_, index) => index + 1));
  });

  test("has its grades, and the same beside its headings", () => {
    expect(gradesOf(draft)).toEqual(grades);
    const headings = draft.blocks.filter((block) => block.kind === "heading" && block.graded);
    expect(headings.length).toBeGreaterThanOrEqual(3);
    for (const heading of headings as BlockOf<"heading">[])
      expect(heading.printedGrade?.gradeId).toBe(gradeOf(draft, heading.areaIds[0] as AreaId));
  });

  test("has every numbered paragraph, whole", () => {
    expect(numberedOf(draft)).toHaveLength(paragraphs);
    for (const block of numberedOf(draft)) {
      expect(textOf(block)).toMatch(/^[\p{Lu}‘]/u);
      expect(textOf(block)).not.toMatch(
        /\s{2}|Inspection of .* children’s services|Kent County Council Inspection/,
      );
    }
  });

  test("has its recommendations, and one record of findings", () => {
    expect(draft.blocks.filter(({ kind }) => kind === "recommendation")).toHaveLength(recommendations);
    expect(draft.blocks.filter(({ kind }) => kind === "findings-record")).toHaveLength(1);
  });
});

test("ties every numbered paragraph of a published report to the area of its heading, and the imprint to none", async () => {
  const draft = await read(fixture("isles-of-scilly-2023.pdf"));
  expect(numberedOf(draft).filter(({ areaIds }) => areaIds.length !== 1)).toEqual([]);
  expect(numberedOf(draft).filter((block) => !/[.:]$/.test(textOf(block)))).toEqual([]);
  expect(draft.blocks.filter(({ kind }) => kind === "bullet")).toEqual([]);
  expect(draft.blocks.at(-1)).toMatchObject({ areaIds: [], inlines: [{ text: "© Crown copyright 2023" }] });
});

/** Three pages with a running head and page numbers; paragraph 2 goes over the first page's foot. */
const untagged = smallPdf(
  [
    ["1. The first paragraph has one line.", "2. The second stops in the middle of a well-"],
    ["known sentence and goes on here.", "3. The third is short."],
    ["4. The last stands alone."],
  ].map((lines, index) => [
    { text: "Draft report of a visit", y: 810, size: 8 },
    ...lines.map((text, line) => ({ text, y: 740 - 40 * line })),
    { text: String(index + 1), x: 300, y: 30, size: 8 },
  ]),
);

test("reads a PDF without tags by the look of its pages", async () => {
  const draft = await read(untagged);
  expect(draft.frameworkId).toBeNull();
  expect(numberedOf(draft).map(textOf)).toEqual([
    "The first paragraph has one line.",
    "The second stops in the middle of a well-known sentence and goes on here.",
    "The third is short.",
    "The last stands alone.",
  ]);
  expect(draft.blocks).toHaveLength(4);
});

const namedPage = [
  [
    { text: "A visit to", y: 780, size: 22 },
    { text: "Ash House", y: 750, size: 22 },
    { text: "Background", y: 700, size: 17 },
    { text: "1. The house was built for children of all ages.", y: 670 },
    { text: "2. It was visited in May, and again in June.", y: 640 },
  ],
];

test("takes for the title what the file calls itself, where its first lines say so", async () => {
  const draft = await read(smallPdf(namedPage, "A visit to Ash House"));
  expect(draft.title).toBe("A visit to Ash House");
  expect(draft.blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "paragraph"]);
  const left = await read(smallPdf(namedPage, "Microsoft Word - Document3"));
  expect(left.title).toMatch(/^A visit to Ash House/);
});

const rowsAt = (y: number, ...rows: [string, string][]) =>
  rows.flatMap(([left, right], index) => [
    { text: left, y: y - 20 * index },
    { text: right, x: 320, y: y - 20 * index },
  ]);

test("makes a table of what stands in columns without tags, and none of numbers set apart", async () => {
  const draft = await read(
    smallPdf([
      [
        { text: "1.", y: 740 },
        { text: "The first paragraph stands apart from its number.", x: 110, y: 740 },
        { text: "2.", y: 710 },
        { text: "The second does so too.", x: 110, y: 710 },
        { text: "3.", y: 680 },
        { text: "And so does the third:", x: 110, y: 680 },
        ...rowsAt(620, ["Homes", "3"], ["Foster carers", "235"], ["Children", "469"]),
      ],
    ]),
  );
  expect(numberedOf(draft).map(textOf)).toEqual([
    "The first paragraph stands apart from its number.",
    "The second does so too.",
    "And so does the third:",
  ]);
  expect(draft.blocks.at(-1)).toMatchObject({
    kind: "table",
    rows: [
      ["Homes", "3"],
      ["Foster carers", "235"],
      ["Children", "469"],
    ],
  });
});

const untaggedText = Buffer.from(untagged).toString("latin1");
const start = (text: string) => Buffer.from(text, "latin1");
const refusals: [string, Uint8Array, string, RegExp][] = [
  ["an empty file", start(""), "empty", /empty/],
  ["a locked PDF", fixture("locked.pdf"), "encrypted", /password/],
  ["a PDF cut short", fixture("knowsley-2021.pdf").subarray(0, 60_000), "truncated", /stops before its end/],
  ["a PDF with its inside spoilt", start("%PDF-1.7\nrubbish\nstartxref\n9\n%%EOF"), "truncated", /damaged/],
  [
    "a PDF with a page missing",
    start(untaggedText.replace("/Kids [4 0 R 6 0 R 8 0 R]", "/Kids [4 0 R 2 0 R 8 0 R]")),
    "truncated",
    /page \d of 3 cannot be read/,
  ],
  ["a PDF of pictures", smallPdf([[], [], []]), "image-only", /pictures of pages/],
  [
    "a web page",
    start('<!DOCTYPE html>\n<html lang="en"><body>Not found</body></html>'),
    "not-a-pdf",
    /web page/,
  ],
  [
    "a Word document cut short",
    start("PK\x03\x04....[Content_Types].xml....word/document.xml"),
    "truncated",
    /Word document is damaged/,
  ],
  ["an older Word document", start("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), "unsupported", /older Word/],
  ["a spreadsheet", start("PK\x03\x04....xl/workbook.xml"), "unsupported", /spreadsheet/],
  ["a zip archive", start("PK\x03\x04....photos/1.jpg"), "unsupported", /zip archive/],
  ["rich text", start("{\\rtf1\\ansi Report}"), "unsupported", /rich text/],
  ["a picture", start("\x89PNG\r\n\x1a\n"), "unsupported", /picture/],
  [
    "bytes of no meaning",
    Uint8Array.from({ length: 600 }, (_, index) => (index * 7) % 32),
    "not-a-document",
    /not text/,
  ],
];

test.each(refusals)("refuses %s, and says what it is", async (_what, bytes, code, message) => {
  const context = { frameworks, onPage: () => {} };
  const refusal = await readReport({ name: "report", bytes }, context).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ name: "Fault", code });
  expect((refusal as Error).message).toMatch(message);
  expect((refusal as { remedy: string }).remedy).toMatch(/\.$/);
});

test("refuses a file too large before reading it", async () => {
  const bytes = Object.defineProperty(new Uint8Array(8), "length", { value: 201 * 1024 * 1024 });
  await expect(read(bytes)).rejects.toMatchObject({ code: "too-large" });
});

test("refuses a path that leads to nothing, or to a folder", async () => {
  const context = { frameworks, onPage: () => {} };
  await expect(readReport("/nowhere/at-all.pdf", context)).rejects.toMatchObject({ code: "not-found" });
  await expect(readReport(import.meta.dirname, context)).rejects.toMatchObject({ code: "not-a-document" });
});
