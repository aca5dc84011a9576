import { expect, test } from "vitest";
import { gradeContradictedByStatement } from "#shared/consistency/rules/grade-contradicted-by-statement.ts";
import { found, foundBriefly } from "#tests/shared/consistency/found.ts";

const of = (grade: string, text: string, area = "help"): string[] =>
  foundBriefly(gradeContradictedByStatement, {
    grades: { [area]: grade, overall: grade },
    lines: [`${area}: ${text}`],
  });

test("an error quotes subject to grade, not the whole sentence", () => {
  expect(
    of("inadequate", "In Cornwall, the quality of help and protection is good because visits are made."),
  ).toEqual(["error: the quality of help and protection is good"]);
});

test.each([
  ["a narrower topic", "Services for disabled children are good."],
  ["another inspection of other settings", "Ofsted inspections judged the fostering services to be good."],
  ["an earlier grade", "Help and protection was good in 2015."],
  ["a self-assessment", "In its self-assessment the council says that help and protection is good."],
  ["a quotation", "One parent said ‘help and protection is good’."],
  ["a wish", "Leaders want help and protection to be good."],
  ["a relative clause", "The night team, where the service is good, is small."],
  ["part of it", "Help and protection is good in some teams."],
  ["a condition", "If help and protection is good, children thrive."],
])("%s is no contradiction", (_name, text) => expect(of("requires-improvement", text)).toEqual([]));

test("“the service” is sure where it opens a paragraph, and unsure further down", () => {
  expect(of("inadequate", "The service is good.")).toEqual(["error: The service is good"]);
  expect(of("inadequate", "The team visits homes. The service is good.")).toEqual([
    "warning: The service is good",
  ]);
});

test("“not yet good” is a warning under good and right under less", () => {
  expect(of("good", "Help and protection is not yet good.")).toEqual([
    "warning: Help and protection is not yet good",
  ]);
  expect(of("requires-improvement", "Help and protection is not yet good.")).toEqual([]);
});

test("“mostly good” is raised only two grades away", () => {
  expect(of("requires-improvement", "Help and protection is mostly good.")).toEqual([]);
  expect(of("inadequate", "Help and protection is mostly good.")).toEqual([
    "warning: Help and protection is mostly good",
  ]);
});

test("a sentence about another area is held against that area", () => {
  const findings = found(gradeContradictedByStatement, {
    grades: { help: "good", money: "inadequate" },
    lines: ["help: Value for money is good."],
  });
  expect(findings.map(({ areaId, severity }) => [areaId, severity])).toEqual([["money", "error"]]);
});

test("an area without a grade is contradicted by nothing", () => {
  expect(
    foundBriefly(gradeContradictedByStatement, { lines: ["help: Help and protection is good."] }),
  ).toEqual([]);
});
