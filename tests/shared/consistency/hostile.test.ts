import { expect, test } from "vitest";
import { checkReport } from "#shared/consistency/check.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";

/** Characters in one paragraph; nobody writes so many, but a bad import may. */
const LONG = 100_000;
/** A slow machine under load takes a tenth of this; backtracking takes minutes. */
const LIMIT_MS = 3000;

const fill = (piece: string): string => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);

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
  ["grades", fill("good and adequate is outstanding requires improvement ")],
  ["one endless subject", `${fill("services and ")} is good.`],
  ["commas", `${fill("although, ")} services are good`],
  ["full stops", fill(". ")],
  ["abbreviations", fill("e.g. Mr. A. ")],
  ["hyphens", fill("a-b-c-d-")],
])("a paragraph of %s is read in time", (_name, text) => {
  const report = sketchReport({ grades: { help: "good" }, lines: [`help: ${text}`, `! now: ${text}`] });
  const start = performance.now();
  checkReport(report, sketchFramework);
  expect(performance.now() - start).toBeLessThan(LIMIT_MS);
});
