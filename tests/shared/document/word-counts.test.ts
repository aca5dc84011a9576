import { expect, test } from "vitest";
import { wordsBySection, wordsIn, wordsInReport } from "#shared/document/word-counts.ts";
import { block, paragraph } from "#tests/helpers/reports.ts";

test("cells and captions count, evidence does not", () => {
  expect(
    wordsIn(
      block({
        kind: "table",
        text: "Two words",
        rows: [
          ["one", "and two"],
          ["", "3.5 %"],
        ],
      }),
    ),
  ).toBe(6);
  expect(
    wordsIn(
      block({
        kind: "paragraph",
        inlines: [
          { kind: "text", text: "Well-led, they’re " },
          { kind: "evidence", evidenceId: "e1" },
          { kind: "text", text: "told." },
        ],
      }),
    ),
  ).toBe(3);
});

test("a section counts everything up to the next heading of its level", () => {
  const one = block({ kind: "heading", level: 1, text: "Leadership" });
  const two = block({ kind: "heading", level: 2, text: "Ambition here" });
  const three = block({ kind: "heading", level: 2, text: "" });
  const last = block({ kind: "heading", level: 1, text: "Record" });
  const blocks = [
    paragraph("Before all."),
    one,
    paragraph("One two three."),
    two,
    paragraph("Four five."),
    three,
    paragraph("Six."),
    last,
  ];
  expect(wordsBySection(blocks)).toEqual([
    { blockId: null, title: "Before the first heading", level: 1, words: 2 },
    { blockId: one.id, title: "Leadership", level: 1, words: 9 },
    { blockId: two.id, title: "Ambition here", level: 2, words: 4 },
    { blockId: three.id, title: "Heading without words", level: 2, words: 1 },
    { blockId: last.id, title: "Record", level: 1, words: 1 },
  ]);
  expect(wordsInReport(blocks)).toBe(12);
});

test("a report without words has no sections", () => {
  expect(wordsBySection([paragraph("")])).toEqual([]);
});
