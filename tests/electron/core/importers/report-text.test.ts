import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { reportText } from "#electron/core/importers/report-text.ts";
import { paragraphNumbers, textOf, type Block, type BlockOf } from "#shared/domain/block.ts";
import { gradeOf, ImportedReport } from "#shared/domain/report.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { smallPdf } from "#tests/electron/core/importers/small-pdf.ts";

const frameworks = loadFrameworks();
const read = (bytes: Uint8Array) => reportText.read(bytes, { frameworks, onPage: () => {} });
const readText = (text: string) => read(new TextEncoder().encode(text));

const draft = await read(
  readFileSync(new URL("../../../../resources/sample/cornwall-2009.txt", import.meta.url)),
);
const numbers = paragraphNumbers(draft.blocks);
const numbered = draft.blocks.filter((block): block is BlockOf<"paragraph"> => numbers.has(block.id));
const paragraph = (number: number) => numbered[number - 1] as BlockOf<"paragraph">;
const tiesOf = (number: number) => paragraph(number).areaIds;

describe("the Cornwall report of 2009", () => {
  test("is a valid draft that says what it is about and when the inspection was", () => {
    expect(ImportedReport.parse(draft)).toEqual(draft);
    expect(draft).toMatchObject({
      title: "Cornwall inspection of safeguarding and looked after children",
      provider: "Cornwall",
      frameworkId: "slac-2009",
      inspectionDate: "2009-09-30",
    });
  });

  test("has 67 numbered paragraphs, each whole", () => {
    expect(numbered).toHaveLength(67);
    for (const block of numbered) {
      const text = textOf(block);
      expect(text).toMatch(/^\p{Lu}/u);
      expect(text).toMatch(/[.:]’?$/);
      expect(text).not.toMatch(/Cornwall inspection of|Grade \d|\s{2}|^\d/);
    }
  });

  test("joins paragraphs over the foot of a page", () => {
    expect(textOf(paragraph(8))).toContain("the Cornwall Partnership NHS Trust and Child and Adolescent");
    expect(textOf(paragraph(14))).toContain("there was no service response for preventative work.");
    expect(textOf(paragraph(45))).toContain("care leavers. Whilst educational outcomes");
    expect(textOf(paragraph(23))).toMatch(/evaluate the impact of their work\.$/);
  });

  test("keeps the hyphens of compound words and closes no other gap", () => {
    expect(textOf(paragraph(62))).toContain("to effect the re-organisation is adversely");
    expect(textOf(paragraph(6))).toContain("Community-based services");
    expect(textOf(paragraph(7))).toContain("school age (5–16) and 96 post-16");
    expect(textOf(paragraph(29))).toContain("delivering on-going training");
  });

  test("reads all 33 grades from the record of main findings", () => {
    const count = (grade: string) => draft.judgements.filter(({ gradeId }) => gradeId === grade).length;
    expect(draft.judgements).toHaveLength(33);
    expect(["inadequate", "adequate", "good"].map(count)).toEqual([22, 10, 1]);
    const grade = (id: string) => gradeOf(draft, id as AreaId);
    expect(grade("looked-after.enjoying-and-achieving")).toBe("good");
    expect(grade("looked-after.staying-safe")).toBe("inadequate");
    expect(grade("safeguarding.children-feel-safe")).toBe("adequate");
    expect(grade("safeguarding.partnerships")).toBe("adequate");
    const feelSafe = draft.judgements.find(({ areaId }) => areaId === "safeguarding.children-feel-safe");
    expect(feelSafe?.rowText).toBe(
      "Children and young people feel safe: effectiveness of services in helping to ensure that children and young people feel safe",
    );
  });

  test("shows the grade printed beside ten headings, as it was printed", () => {
    const graded = draft.blocks.filter(
      (block): block is BlockOf<"heading"> => block.kind === "heading" && block.graded,
    );
    expect(graded).toHaveLength(10);
    for (const heading of graded)
      expect(heading.printedGrade?.gradeId).toBe(gradeOf(draft, heading.areaIds[0] as AreaId));
    expect(graded.map((heading) => heading.printedGrade?.wording)).toContain("Grade 3 (adequate)");
    expect(graded.map(textOf)).toContain(
      "The effectiveness of services in taking reasonable steps to ensure that children and young people feel safe",
    );
  });

  test("has 25 recommendations in their deadline groups, and bullets elsewhere", () => {
    const recommendations = draft.blocks.filter((block) => block.kind === "recommendation");
    const groups = Map.groupBy(recommendations, (block) => `${block.areaIds.at(-1)} ${block.timescaleId}`);
    expect([...groups].map(([group, blocks]) => [group, blocks.length])).toEqual([
      ["safeguarding immediately", 10],
      ["safeguarding within-three-months", 2],
      ["safeguarding within-six-months", 3],
      ["looked-after immediately", 5],
      ["looked-after within-three-months", 3],
      ["looked-after within-six-months", 2],
    ]);
    expect(recommendations.flatMap(({ areaIds }) => areaIds.slice(0, -1))).toEqual([
      "safeguarding.case-planning-review-and-recording",
      "looked-after.case-planning-review-and-recording",
    ]);
    expect(recommendations.map(textOf)).toContain(
      "Ensure that within children’s social care service records are fully merged into a single, corporate and comprehensive database to record all vetting and barring checks undertaken on all staff who work with, or are in close contact with, children.",
    );
    expect(recommendations.map(textOf)).toContain(
      "Ensure the Children’s Trust fully understands its purpose and function in providing strategic leadership and challenge to partner agencies and provides timely delivery of the objectives and targets of the Children and Young People’s Plan and the Local Area Agreement.",
    );
    expect(draft.blocks.filter((block) => block.kind === "bullet")).toHaveLength(4);
    expect(draft.blocks.filter((block) => block.kind === "paragraph" && !block.numbered)).toEqual([]);
  });

  test("makes tables of the scale, and one record of the findings", () => {
    const tables = draft.blocks.filter((block): block is BlockOf<"table"> => block.kind === "table");
    expect(tables.map((table) => table.rows)).toEqual([
      [
        ["Outstanding (Grade 1)", "A service that significantly exceeds minimum requirements"],
        ["Good (Grade 2)", "A service that exceeds minimum requirements"],
        ["Adequate (Grade 3)", "A service that only meets minimum requirements"],
        ["Inadequate (Grade 4)", "A service that does not meet minimum requirements"],
      ],
    ]);
    expect(draft.blocks.filter((block) => block.kind === "findings-record")).toHaveLength(1);
    expect(draft.blocks.at(-1)?.kind).toBe("findings-record");
  });

  test.each([
    [5, []],
    [9, ["safeguarding.overall-effectiveness"]],
    [13, ["safeguarding"]],
    [21, ["safeguarding.children-are-safe"]],
    [24, ["safeguarding.quality-of-provision"]],
    [25, ["safeguarding.service-responsiveness", "safeguarding.quality-of-provision"]],
    [31, ["safeguarding.case-planning-review-and-recording", "safeguarding.quality-of-provision"]],
    [32, ["safeguarding.service-responsiveness", "safeguarding.quality-of-provision"]],
    [35, ["safeguarding.ambition-and-prioritisation", "safeguarding.leadership-and-management"]],
    [36, ["safeguarding.leadership-and-management"]],
    [39, ["safeguarding.evaluation", "safeguarding.leadership-and-management"]],
    [40, ["safeguarding.user-engagement", "safeguarding.leadership-and-management"]],
    [42, ["safeguarding.value-for-money", "safeguarding.leadership-and-management"]],
    [45, ["looked-after.capacity-for-improvement"]],
    [49, ["looked-after.being-healthy", "looked-after.outcomes"]],
    [51, ["looked-after.staying-safe", "looked-after.outcomes"]],
    [54, ["looked-after.enjoying-and-achieving", "looked-after.outcomes"]],
    [58, ["looked-after.economic-well-being", "looked-after.outcomes"]],
    [60, ["looked-after.assessment-and-direct-work", "looked-after.quality-of-provision"]],
    [
      67,
      ["looked-after.partnerships", "looked-after.value-for-money", "looked-after.leadership-and-management"],
    ],
  ])("ties paragraph %i", (number, areaIds) => {
    expect(tiesOf(number)).toEqual(areaIds);
  });

  test("finds no narrative for what the report graded without arguing it", () => {
    const tied = new Set(draft.blocks.flatMap((block: Block) => block.areaIds as string[]));
    expect(tied).not.toContain("safeguarding.partnerships");
  });
});

const SMALL = ["About this inspection", "", "1. The café’s – “views”.", "", "2. More."].join("\r\n");

test.each([
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${SMALL}`, "utf8")],
  ["UTF-16, low byte first", Buffer.from(`\uFEFF${SMALL}`, "utf16le")],
  ["UTF-16, high byte first", Buffer.from(`\uFEFF${SMALL}`, "utf16le").swap16()],
  ["UTF-16 without a mark", Buffer.from(SMALL, "utf16le")],
  [
    "Windows-1252",
    Buffer.from(
      SMALL.replace("’", "\x92").replace("–", "\x96").replace("“", "\x93").replace("”", "\x94"),
      "latin1",
    ),
  ],
])("reads %s", async (_name, bytes) => {
  const { blocks } = await read(bytes);
  expect(blocks.map(textOf)).toEqual(["About this inspection", "The café’s – “views”.", "More."]);
});

test("keeps a document of no known framework, untied", async () => {
  const { frameworkId, judgements, blocks } = await readText(
    "A letter\n\nDear colleague,\n\n1. First.\n\n2. Second.\n",
  );
  expect({ frameworkId, judgements }).toEqual({ frameworkId: null, judgements: [] });
  expect(blocks.map((block) => [block.kind, textOf(block), block.areaIds])).toEqual([
    ["paragraph", "A letter", []],
    ["paragraph", "Dear colleague,", []],
    ["paragraph", "First.", []],
    ["paragraph", "Second.", []],
  ]);
});

const letter = "Dear colleague, thank you for your letter of last week about the garden at the house.";

test.each([
  ["plain text", `${letter}\n`.repeat(20), /plain text/, /\.txt/],
  ["bytes of no meaning", "\u0001\u0002\u0003\u0000rubbish\u0000\u0001", /no kind of document/, /again/],
  ["a rich text file", "{\\rtf1\\ansi Report}", /rich text/, /PDF/],
  ["a web page", "<!DOCTYPE html><html><body>Not found</body></html>", /web page/, /address/],
])("refuses %s under the name of a PDF", async (_what, text, message, remedy) => {
  const refusal = readReport(
    { name: "Report.PDF", bytes: new TextEncoder().encode(text) },
    { frameworks, onPage: () => {} },
  );
  await expect(refusal).rejects.toMatchObject({
    code: "not-a-pdf",
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(remedy),
  });
  await expect(refusal).rejects.toMatchObject({ message: expect.stringContaining("not a PDF") });
});

test("reads a PDF and a text by what they are where the name says nothing of it", async () => {
  const context = { frameworks, onPage: () => {} };
  const pdf = smallPdf([[{ text: "1. The house was visited in May, and again in June.", y: 740 }]]);
  for (const name of ["report.txt", "report"]) {
    expect((await readReport({ name, bytes: pdf }, context)).blocks).toHaveLength(1);
    const bytes = new TextEncoder().encode(`${letter}\n\n`.repeat(3));
    expect((await readReport({ name, bytes }, context)).blocks).toHaveLength(3);
  }
});

test.each([
  ["a few words", "Minutes of the meeting\n\nThere were none.\n"],
  ["a list of names", "Ann\nBob\nCleo\n"],
  ["signs alone", "— — —\n\n* * *\n".repeat(40)],
])("refuses %s as no report", async (_what, text) => {
  await expect(async () => readText(text)).rejects.toMatchObject({
    code: "empty",
    message: expect.stringContaining("no report"),
  });
});

test.each([
  ["empty", "   \n\n", "empty"],
  ["binary", "\u0001\u0002\u0003\u0000rubbish\u0000\u0001", "not-a-document"],
])("refuses %s text", async (_name, text, code) => {
  await expect(async () => readText(text)).rejects.toMatchObject({ code });
});
