import { expect, test } from "vitest";
import { abbreviationsOf } from "#shared/consistency/analysis/abbreviations.ts";

const defined = (text: string): string[] =>
  abbreviationsOf(text).definitions.map(({ abbreviation, name }) => `${abbreviation} = ${name}`);
const used = (text: string): string[] => abbreviationsOf(text).uses.map(({ abbreviation }) => abbreviation);

test.each([
  ["the Care Quality Commission (CQC)", ["CQC = Care Quality Commission"]],
  [
    "Cornwall and Isles of Scilly Safeguarding Children Board (CIOSSCB)",
    ["CIOSSCB = Cornwall and Isles of Scilly Safeguarding Children Board"],
  ],
  ["independent reviewing officers (IROs)", ["IRO = independent reviewing officers"]],
  ["CQC (Care Quality Commission)", ["CQC = Care Quality Commission"]],
  ["YZUP, the substance misuse service, is busy", ["YZUP = substance misuse service"]],
  ["the Department for Education (DfE)", ["DfE = Department for Education"]],
])("reads the definition in %s", (text, expected) => {
  expect(defined(text)).toEqual(expected);
});

test.each([
  ["CAMHS and the LSCB’s plan", ["CAMHS", "LSCB"]],
  ["IROs met the PCT", ["IRO", "PCT"]],
  ["Key Stage IV in TellUs 3, E-012 and A1", []],
  ["SUMMARY FINDINGS OVERALL", []],
])("reads the uses in %s", (text, expected) => {
  expect(used(text)).toEqual(expected);
});
