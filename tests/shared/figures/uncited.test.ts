import { expect, test } from "vitest";
import type { Block } from "#shared/domain/block.ts";
import { Figure } from "#shared/domain/figure.ts";
import { plainNumbersIn, uncitedPlaces } from "#shared/figures/uncited.ts";
import { block, paragraph } from "#tests/helpers/reports.ts";

const figure = Figure.parse({ id: "figure-1", label: "children looked after", value: "469" });
const said = (blocks: readonly Block[]): string[] =>
  uncitedPlaces(blocks, figure).map(({ before, text, after }) => `${before}[${text}]${after}`);

test("a number of the same thing is found, another of the same size is not", () => {
  expect(
    said([
      paragraph("There were 469 children looked after in March."),
      paragraph("The council has 469 parking spaces."),
      paragraph("In all, 1,469 children were seen, and 469% more."),
    ]),
  ).toEqual(["There were [469] children looked after in March."]);
});

test("citations, headings and tables are left alone", () => {
  const cited = block({
    kind: "paragraph",
    inlines: [
      { kind: "figure", figureId: "figure-1", text: "469" },
      { kind: "text", text: " children were looked after; 469 children had a plan." },
    ],
  });
  expect(said([cited])).toEqual(["469 children were looked after; [469] children had a plan."]);
  expect(said([block({ kind: "heading", level: 1, text: "469 children" })])).toEqual([]);
});

test("the numbers of a paragraph come with what they count", () => {
  const numbers = plainNumbersIn(paragraph("Inspectors met 79 children and 41 parents in July 2009."), 2);
  expect(numbers.map(({ text, counts, paragraph: at }) => [text, counts, at])).toEqual([
    ["79", "children", 2],
    ["41", "parents", 2],
  ]);
});
