import { describe, expect, test } from "vitest";
import {
  blocksOfArea,
  Finder,
  firstFrom,
  inCaseOf,
  matcherOf,
  replaced,
  stepFrom,
  textAt,
  type Sought,
} from "#shared/document/find.ts";
import { AreaId, BlockId } from "#shared/domain/ids.ts";
import { block, paragraph } from "#tests/helpers/reports.ts";

const found = (text: string, query: string, options: Partial<Sought> = {}): string[] =>
  (matcherOf({ query, matchCase: false, wholeWord: false, ...options })?.(text) ?? []).map((span) =>
    text.slice(...span),
  );

describe("looking for words", () => {
  test("in any case, or in this one", () => {
    expect(found("Council and council and COUNCIL", "council")).toEqual(["Council", "council", "COUNCIL"]);
    expect(found("Council and council", "council", { matchCase: true })).toEqual(["council"]);
    expect(found("ÉCOLE école", "école")).toEqual(["ÉCOLE", "école"]);
  });

  test("nothing in a query is a pattern", () => {
    expect(found("Is it (a.b)? [E-012] a+b \\ $1 {2}", "(a.b)?")).toEqual(["(a.b)?"]);
    for (const query of ["[E-012]", "a+b", "\\", "$1", "{2}", "."])
      expect(found(`x ${query} y`, query)).toEqual([query]);
    expect(found("axb", "a.b")).toEqual([]);
  });

  test("quotation marks, apostrophes, hyphens and spaces are alike however they are written", () => {
    expect(found("the child’s plan, the child's plan", "child's")).toEqual(["child’s", "child's"]);
    expect(found('“good” and "good"', '"good"')).toEqual(["“good”", '"good"']);
    expect(found("multi‑agency multi-agency", "multi-agency")).toEqual(["multi‑agency", "multi-agency"]);
    expect(found("10\u00a0weeks or 10 weeks", "10 weeks")).toEqual(["10\u00a0weeks", "10 weeks"]);
  });

  test("an accent is one letter or two", () => {
    expect(found("cafe\u0301 café", "café")).toEqual(["cafe\u0301", "café"]);
  });

  test("places never lie over one another", () => {
    expect(matcherOf({ query: "aa", matchCase: false, wholeWord: false })!("aaaaa")).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  test.each([
    ["care", "care, careful, scare, after-care, care-leaver", 1],
    ["care", "Care. (care) ‘care’", 3],
    ["council", "The council’s plan and the council's own", 2],
    ["can", "They can’t and cannot, but can", 1],
    ["don", "don’t", 0],
    ["multi-agency", "a multi-agency team, multi-agency-led", 1],
    ["agency", "a multi-agency team and an agency", 1],
    ["école", "école écoles", 1],
    ["3", "3 of 13, 3.5, 1,300, 3", 2],
    ["re", "re-organisation, we’re", 0],
    ["“good”", "It is “good”, they say", 1],
  ])("whole word %s in %j: %i", (query, text, count) => {
    expect(found(text, query, { wholeWord: true })).toHaveLength(count);
  });

  test("an empty query finds nothing", () => {
    expect(matcherOf({ query: "", matchCase: false, wholeWord: false })).toBeNull();
  });
});

describe("in blocks", () => {
  const sought: Sought = { query: "plan", matchCase: false, wholeWord: false };
  const across = block({
    kind: "paragraph",
    inlines: [
      { kind: "text", text: "A pl", bold: true },
      { kind: "evidence", evidenceId: "e1" },
      { kind: "text", text: "an." },
    ],
  });
  const table = block({
    kind: "table",
    text: "Plans",
    rows: [
      ["Area", "Plan"],
      ["No plan, no plan", "4"],
    ],
  });

  test("across marks and citations, in captions and cells", () => {
    expect(new Finder().find([across, table], sought)).toEqual([
      { blockId: across.id, cell: null, span: [2, 6] },
      { blockId: table.id, cell: null, span: [0, 4] },
      { blockId: table.id, cell: [0, 1], span: [0, 4] },
      { blockId: table.id, cell: [1, 0], span: [3, 7] },
      { blockId: table.id, cell: [1, 0], span: [12, 16] },
    ]);
    expect(textAt(table, { cell: [1, 0] })).toBe("No plan, no plan");
  });

  test("a block that changed is read again, and a new question is asked of all", () => {
    const finder = new Finder();
    const one = paragraph("A plan.");
    expect(finder.find([one], sought)).toHaveLength(1);
    const changed = paragraph("A plan and a plan.", { id: one.id });
    expect(finder.find([changed, across], sought)).toHaveLength(3);
    expect(finder.find([changed], { ...sought, query: "and" })).toHaveLength(1);
    expect(finder.find([changed], { ...sought, query: "Plan", matchCase: true })).toHaveLength(0);
  });

  test("an area takes its children along", () => {
    const [top, child, grandchild, other] = ["a", "a.b", "a.b.c", "z"].map((id) => AreaId.parse(id));
    const areas = [
      { id: grandchild!, parent: child! },
      { id: child!, parent: top! },
      { id: top!, parent: null },
      { id: other!, parent: null },
    ];
    const blocks = [top, child, grandchild, other].map((id) => paragraph("x", { areaIds: [id] }));
    expect(blocksOfArea(blocks, areas, top!)).toEqual(blocks.slice(0, 3));
    expect(blocksOfArea(blocks, areas, grandchild!)).toEqual([blocks[2]]);
  });

  test("the first place is the one at or after the caret, round the end", () => {
    const blocks = [paragraph("plan plan"), paragraph("none"), paragraph("plan")];
    const places = new Finder().find(blocks, sought);
    const from = (index: number, offset: number) =>
      firstFrom(blocks, places, { blockId: blocks[index]!.id, offset });
    expect([from(0, 0), from(0, 1), from(1, 0), from(2, 1), firstFrom(blocks, places, null)]).toEqual([
      0, 1, 2, 0, 0,
    ]);
    expect(firstFrom(blocks, [], { blockId: BlockId.parse("x"), offset: 0 })).toBe(-1);
    expect([stepFrom(places, 2, 1), stepFrom(places, 0, -1), stepFrom([], 0, 1)]).toEqual([0, 2, -1]);
  });
});

describe("replacing", () => {
  test("several in one text", () => {
    expect(
      replaced("a plan, a plan", [
        { span: [10, 14], words: "care plan" },
        { span: [2, 6], words: "$&" },
      ]),
    ).toBe("a $&, a care plan");
  });

  test.each([
    ["council", "authority", "authority"],
    ["Council", "authority", "Authority"],
    ["COUNCIL", "authority", "AUTHORITY"],
    ["Council", "NHS trust", "NHS trust"],
    ["A", "the", "The"],
    ["12", "twelve", "twelve"],
    ["“Good", "“adequate", "“Adequate"],
  ])("%s becomes %s as %s", (before, words, after) => {
    expect(inCaseOf(before, words)).toBe(after);
  });
});
