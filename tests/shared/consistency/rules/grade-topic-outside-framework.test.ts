import { expect, test } from "vitest";
import { gradeTopicOutsideFramework } from "#shared/consistency/rules/grade-topic-outside-framework.ts";
import { found } from "#tests/shared/consistency/found.ts";

const quotes = (text: string): string[] =>
  found(gradeTopicOutsideFramework, { grades: { help: "good" }, lines: [`help: ${text}`] }).map(
    ({ quote }) => quote,
  );

test("several topics of one area make one finding", () => {
  const [finding, ...others] = found(gradeTopicOutsideFramework, {
    grades: { help: "good" },
    lines: ["help: The vetting of staff is inadequate.", "help: Attendance at school is outstanding."],
  });
  expect(others).toEqual([]);
  expect(finding!.message).toBe(
    "“The vetting of staff is inadequate” (1), “Attendance at school is outstanding” (2) read as judgements the framework does not make. Mark them as contributory.",
  );
});

test("earlier and others’ grades, lists and pronouns are no topics", () => {
  expect(quotes("The vetting of staff was inadequate in 2008.")).toEqual([]);
  expect(quotes("Parents say the support they get is good.")).toEqual([]);
  expect(quotes("These services are good. There is a good, stable team.")).toEqual([]);
});

test("a graded area called by its letters or by its people is no topic", () => {
  const count = (grade: string, text: string): number =>
    found(gradeTopicOutsideFramework, {
      grades: { help: grade, overall: "inadequate" },
      lines: ["help: Visits are made.", `help: ${text}`],
    }).length;
  expect(count("inadequate", "The CSCB is inadequate, as it does not meet.")).toBe(0);
  expect(count("inadequate", "The vetting of staff is inadequate.")).toBe(1);
});
