import { expect, test } from "vitest";
import { checkReport } from "#shared/consistency/check.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";

/** Characters in one paragraph; nobody writes so many, but a bad import may. */
const LONG = 100_000;
/** How many times longer than plain prose of the same length; backtracking takes thousands of times longer. */
const MOST_TIMES = 25;

const fill = (piece: string): string => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);

/** The measure, taken in the same run when the code is warm. */
timeOf(fill("Visits are timely and plans are clear. "));
const plain = fill("Leaders know their services well and children benefit. ");
const prose = Math.min(timeOf(plain), timeOf(plain), timeOf(plain));

test.each([
  ["one letter", fill("a")],
  ["capitals", fill("A")],
  ["spaces", fill(" ")],
  ["opening marks", fill("‘")],
  ["closing marks", fill("’ ")],
  ["quotation marks and words", fill("‘it is s’ ")],
  ["straight marks", fill("' \" ")],
  ["brackets", fill("((ABC ")],
  ["unbroken digits", fill("1,234")],
  ["numbers", fill("12 homes, ")],
  ["numbers in sentences", fill("12 homes. ")],
  ["shares", fill("12 of the 13 (20%) ")],
  ["changes", fill("rose from 12% to 13% ")],
  ["dated percentages", fill("in July 2009 12% of 14 at present. ")],
  ["ages", fill("aged 5–6 and under five years, ")],
  ["one speaker", fill("One parent said a lot, ")],
  ["comparisons", fill("above the average of the ")],
  ["new things", fill("the introduction of new ")],
  ["cases", fill("In one case a child was harmed and ")],
  ["quantifiers", fill("most of some and many children (")],
  ["slips", fill("guide them though the ")],
  ["shares without percentages", fill("12 of the 13 homes. 20% ")],
  ["samples", fill("12 cases were sampled and ")],
  ["reductions", fill("a 20% reduction and ")],
  ["months", fill("in May ")],
  ["relative words", fill("recently, ")],
  ["falls", fill("29% in 2005, 89% in 2008, 79% in 2009, ")],
  ["grades", fill("good and adequate is outstanding requires improvement ")],
  ["one endless subject", `${fill("services and ")} is good.`],
  ["commas", `${fill("although, ")} services are good`],
  ["full stops", fill(". ")],
  ["abbreviations", fill("e.g. Mr. A. ")],
  ["hyphens", fill("a-b-c-d-")],
])("a paragraph of %s takes about as long as plain prose of its length", (_name, text) => {
  expect(timesProse(text)).toBeLessThan(MOST_TIMES);
});

/** Once more where it seems long: a machine that was busy elsewhere is not so three times in a row. */
function timesProse(text: string): number {
  let least = Infinity;
  for (let time = 0; time < 3 && least >= MOST_TIMES; time++) least = Math.min(least, timeOf(text) / prose);
  return least;
}

function timeOf(text: string): number {
  const report = sketchReport({ grades: { help: "good" }, lines: [`help: ${text}`, `! now: ${text}`] });
  const start = performance.now();
  checkReport(report, sketchFramework);
  return performance.now() - start;
}
