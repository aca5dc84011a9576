import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, ParagraphBlock, BulletBlock, HeadingBlock, plain } from "#shared/domain/block.ts";
import { proposeKind, saidKind } from "#shared/factual-accuracy/classify.ts";
import {
  inReportOrder,
  issuedCopy,
  placeComment,
  placeNames,
} from "#shared/factual-accuracy/place-comment.ts";
import {
  FORM_FIELDS,
  FORM_HEADINGS,
  guessMapping,
  readMargin,
  readTable,
} from "#shared/factual-accuracy/read-table.ts";
import { saidPlaces } from "#shared/factual-accuracy/said-places.ts";
import { afterWorkingDays, workingDaysBetween } from "#shared/factual-accuracy/working-days.ts";

const paragraph = (id: string, text: string): Block =>
  ParagraphBlock.parse({ kind: "paragraph", id, inlines: plain(text) });
const bullet = (id: string, text: string): Block =>
  BulletBlock.parse({ kind: "bullet", id, inlines: plain(text) });
const heading = (id: string, text: string): Block =>
  HeadingBlock.parse({ kind: "heading", id, level: 1, inlines: plain(text) });

const BLOCKS: Block[] = [
  heading("h1", "The inspection"),
  paragraph("p1", "The inspection was carried out over ten days in June."),
  paragraph("p2", "Inspectors read 21 case files and met 41 parents and carers."),
  heading("h2", "Leadership"),
  paragraph("p3", "Senior managers have improved attendance at reviews since the last inspection:"),
  bullet("p3a", "plans are reviewed on time in nine of ten cases"),
  bullet("p3b", "social workers hold an average of 18 cases"),
  paragraph("p4", "The council’s sufficiency strategy is not yet agreed by its partners."),
];
const COPY = issuedCopy(BLOCKS);
const said = (place: string) =>
  saidPlaces(place).map(({ number, before, bullet: under }) =>
    [before === null ? "" : `${before}.`, number, under === null ? "" : `/${under}`].join(""),
  );

test.each([
  ["14", ["14"]],
  ["para 14", ["14"]],
  ["Paragraph 14.", ["14"]],
  ["¶14", ["14"]],
  ["2.14", ["2.14"]],
  ["14 and 15", ["14", "15"]],
  ["paras 14, 15 & 17", ["14", "15", "17"]],
  ["14–16", ["14", "15", "16"]],
  ["14 to 16", ["14", "15", "16"]],
  ["14, bullet 2", ["14/2"]],
  ["14, bullet 2; 15", ["14/2", "15"]],
  ["14, bullet 2 and 15", ["14/2", "15"]],
  ["14 bullets 2 and 3", ["14/2", "14/3"]],
  ["bullet point 2 of paragraph 14", ["14/2"]],
  ["second bullet of 14", ["14/2"]],
  ["14(b)", ["14/2"]],
  ["page 3, para 14", ["14"]],
  ["Page 3", []],
  ["section 2, paragraph 14, line 4", ["14"]],
  ["14, third sentence", ["14"]],
  ["throughout", []],
  ["", []],
])("the place “%s” names %j", (place, expected) => expect(said(place)).toEqual(expected));

test("numbers that are written down come back, whatever stands between them", () => {
  const between = fc.constantFrom(", ", " and ", " & ", "; ", "\n", " / ");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), between), { minLength: 1, maxLength: 8 }),
      fc.constantFrom("", "para ", "Paragraphs ", "paras. ", "¶ "),
      (parts, before) => {
        const text =
          before + parts.map(([number], at) => `${number}${parts[at + 1] ? parts[at]![1] : ""}`).join("");
        expect(saidPlaces(text).map(({ number }) => number)).toEqual(parts.map(([number]) => number));
      },
    ),
  );
});

const placed = (place: string, quote = "", text = "It is wrong.") => {
  const { blockIds, placedBy, note } = placeComment({ place, quote, text }, COPY);
  return [blockIds.join(" "), placedBy, note];
};

test("a place is the number’s, unless the quoted words plainly stand elsewhere", () => {
  expect(placed("2")).toEqual(["p2", "number", ""]);
  expect(placed("3, bullet 2")).toEqual(["p3b", "number", ""]);
  expect(placed("3, bullet 9")).toEqual([
    "p3",
    "number",
    "Paragraph 3 has no bullet 9; the comment stands at the paragraph.",
  ]);
  expect(placed("3", "social workers hold an average")).toEqual(["p3", "number", ""]);
  expect(placed("1", "Inspectors read 21 case files")).toEqual([
    "p2",
    "words",
    "They wrote “1”, but the words they quote stand in paragraph 2.",
  ]);
  expect(placed("2.4")).toEqual(["p4", "number", "“2.4” is read as paragraph 4."]);
  expect(placed("3.2")).toEqual(["p3b", "number", "“3.2” is read as paragraph 3, bullet 2."]);
  expect(placed("2 and 40")).toEqual(["p2", "number", "The issued copy has no paragraph 40."]);
});

test("without a number it is where the words are, or alike; else nowhere, and that is said", () => {
  expect(placed("", "The Council's  sufficiency strategy")).toEqual(["p4", "words", ""]);
  expect(placed("", "", "You say “not yet agreed by its partners”, and it is.")).toEqual(["p4", "words", ""]);
  expect(placed("", "Inspectors read the case files and met parents and carers")).toEqual([
    "p2",
    "words",
    "The words are only alike.",
  ]);
  expect(placed("40", "nothing like it at all here")).toEqual([
    "",
    "none",
    "The issued copy has no paragraph 40.",
  ]);
  expect(placed("", "41")).toEqual(["", "none", ""]);
  expect(placeNames(["p3b", "p4"] as Block["id"][], COPY)).toBe("Paragraph 3, bullet 2; paragraph 4");
  expect(placeNames([], COPY)).toBe("Not placed");
});

test("comments stand in the order of the report; those without a place come last", () => {
  const at = (...blockIds: string[]) => ({ blockIds: blockIds as Block["id"][] });
  expect(inReportOrder([at(), at("p4"), at("p2", "p4"), at("p1")], COPY)).toEqual([
    at("p1"),
    at("p2", "p4"),
    at("p4"),
    at(),
  ]);
});

const ROW = {
  place: "para 2",
  quote: "Inspectors read 21 case files",
  text: "It was 23.",
  kind: "Typographical",
  shows: "Inspection timetable, day 3",
};

test("the form is read in any order of its columns, with columns of others among them", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...FORM_FIELDS, "other" as const], { minLength: 6 }),
      fc.nat(3),
      (order, above) => {
        const rows = [
          ...Array.from({ length: above }, () => [""]),
          order.map((field) => (field === "other" ? "For office use" : FORM_HEADINGS[field])),
          order.map((field) => (field === "other" ? "x" : ROW[field])),
        ];
        const table = { name: "Table 1", rows };
        const mapping = guessMapping(table);
        expect(mapping?.headerRow).toBe(above);
        expect(readTable(table, mapping!, COPY).comments).toMatchObject([
          { ...ROW, kind: "slip", kindBy: "body", blockIds: ["p2"], placedBy: "number" },
        ]);
      },
    ),
  );
});

test.each([
  [["Para no.", "Text in report", "Suggested amendment", "Category", "Supporting evidence"]],
  [["Section", "Current wording", "Comment", "Type", "Evidence to support your comment"]],
  [["Ref", "Extract", "Inaccuracy", "Class", "Source"]],
])("headings of other forms are known: %j", (headings) => {
  const columns = guessMapping({ name: "", rows: [headings] })?.columns;
  expect(columns).toEqual(["place", "quote", "text", "kind", "shows"]);
});

test("of two columns that could hold the same, the first does", () => {
  const rows = [["Paragraph", "Comment", "Our comments on that"]];
  expect(guessMapping({ name: "", rows })?.columns).toEqual(["place", "text", null]);
});

test("a table that is no form of comments is none", () => {
  expect(
    guessMapping({
      name: "",
      rows: [
        ["Judgement area", "Grade"],
        ["Overall", "Good"],
      ],
    }),
  ).toBeNull();
  expect(guessMapping({ name: "", rows: [] })).toBeNull();
});

test("nothing in a table is dropped in silence: empty rows are counted, others without a comment are told", () => {
  const head = FORM_FIELDS.map((field) => FORM_HEADINGS[field]);
  const table = {
    name: "",
    rows: [
      head,
      ["", "", "", "", ""],
      ["Leadership"],
      ["2", "", "It was 23 files.", "", ""],
      ["", "", "And 43 parents.", "", ""],
      head,
      ["3", "reviewed on time", "", "", ""],
      ["", "", "", "", "See our letter"],
    ],
  };
  const read = readTable(table, guessMapping(table)!, COPY);
  expect(read.empty).toBe(1);
  expect(read.leftOut).toEqual([
    { row: 3, words: "Leadership" },
    { row: 7, words: "3 · reviewed on time" },
  ]);
  expect(
    read.comments.map(({ text, shows, blockIds, note }) => [text || shows, blockIds.join(), note]),
  ).toEqual([
    ["It was 23 files.", "p2", ""],
    ["And 43 parents.", "", "No place is written. The row above is about “2”."],
    ["See our letter", "", "No place is written. The row above is about “3”."],
  ]);
});

test("the same row has the same key in every import, and two that are alike have two", () => {
  const rows = [
    ["Paragraph", "Comment"],
    ["2", "It was 23."],
    ["2", "It  was 23. "],
    ["3", "It was 23."],
  ];
  const keys = () => {
    const table = { name: "", rows };
    return readTable(table, guessMapping(table)!, COPY).comments.map(({ key }) => key);
  };
  expect(new Set(keys()).size).toBe(3);
  expect(keys()).toEqual(keys());
});

test("a comment in the margin stands where it hangs", () => {
  const near = "Inspectors read 21 case files and met 41 parents and carers.";
  const [comment] = readMargin([{ by: "Head of Service", quote: "21", text: "It was 23.", near }], COPY);
  expect(comment).toMatchObject({ blockIds: ["p2"], placedBy: "words", quote: "21", text: "It was 23." });
});

test.each([
  ["Typographical or number", "slip"],
  ["typo", "slip"],
  ["A", "slip"],
  ["Fact", "fact"],
  ["Factual accuracy", "fact"],
  ["Evidence inaccurate", "fact"],
  ["Evidence missing", "evidence"],
  ["Omission", "evidence"],
  ["Typographical or number / fact / evidence missing", null],
  ["", null],
  ["see above", null],
] as const)("the kind “%s” is %s", (cell, kind) => expect(saidKind(cell)).toBe(kind));

test.each([
  ["", "“Childrens” wants an apostrophe.", "slip"],
  ["read 21 case files", "The number of files was 23.", "slip"],
  ["read 21 case files", "read 23 case files", "slip"],
  ["", "The report does not mention our new strategy.", "evidence"],
  ["", "The minutes were provided to the inspectors.", "evidence"],
  ["not yet agreed", "The strategy was agreed in May.", "fact"],
  ["read 21 case files", "Inspectors met 4 managers, none of them new.", "fact"],
] as const)("of “%s”, “%s” is proposed as %s", (quote, text, kind) =>
  expect(proposeKind({ quote, text })).toBe(kind),
);

test("ten working days pass over two week-ends, and are counted back", () => {
  expect(afterWorkingDays("2026-03-02", 10)).toBe("2026-03-16");
  expect(afterWorkingDays("2026-03-07", 1)).toBe("2026-03-09");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
      const from = new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10);
      expect(workingDaysBetween(from, afterWorkingDays(from, days))).toBe(days);
    }),
  );
});
