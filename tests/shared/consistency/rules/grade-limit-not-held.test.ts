import { expect, test } from "vitest";
import { gradeLimitNotHeld } from "#shared/consistency/rules/grade-limit-not-held.ts";
import { found } from "#tests/shared/consistency/found.ts";

const severities = (grades: Record<string, string>, rationales: Record<string, string> = {}): string[] =>
  found(gradeLimitNotHeld, { grades, rationales }).map(({ severity }) => severity);

test("what always holds is an error, what is likely a warning, what was only seen is advice", () => {
  expect(severities({ overall: "good", help: "inadequate" })).toEqual(["error"]);
  expect(severities({ overall: "good", leadership: "inadequate" })).toEqual(["warning"]);
  expect(
    severities({ overall: "good", help: "requires-improvement", leadership: "requires-improvement" }),
  ).toEqual(["advice"]);
});

test("only the strongest limit is named, with all areas that set it off", () => {
  const [finding, ...others] = found(gradeLimitNotHeld, {
    grades: { overall: "good", help: "inadequate", leadership: "inadequate" },
  });
  expect(others).toEqual([]);
  expect(finding!.message).toBe(
    "With “The experiences and progress of …” no better than inadequate, “Overall effectiveness” is always inadequate; here it is Good. Correct a grade, or record in its rationale why it departs.",
  );
});

test("a recorded reason keeps it quiet only where it names the limiting area", () => {
  const grades = { overall: "good", leadership: "inadequate" };
  expect(severities(grades, { overall: "Leadership has changed wholly since the visit." })).toEqual([]);
  expect(severities(grades, { overall: "Services for children were good at every visit." })).toEqual([
    "warning",
  ]);
  expect(severities(grades, { leadership: "Leadership has changed wholly since the visit." })).toEqual([
    "warning",
  ]);
});

test("a grade below the limit is none of its business", () => {
  expect(
    severities({ overall: "inadequate", help: "requires-improvement", leadership: "requires-improvement" }),
  ).toEqual([]);
});
