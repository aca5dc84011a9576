import { expect, test } from "vitest";
import { limitsOf } from "#shared/consistency/limits.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { AreaId } from "#shared/domain/ids.ts";

type Grades = Parameters<typeof sketchReport>[0];
const states = (area: string, sketch: Grades) =>
  Object.fromEntries(
    limitsOf(sketchFramework, AreaId.parse(area), sketchReport(sketch).judgements).map(({ rule, state }) => [
      rule.id,
      state,
    ]),
  );
const [first] = sketchFramework.rules;
const [limited] = first!.thenAreas;
const [limiting] = first!.ifAreas;

test("a rule is open until graded, held, broken above it, and departed from once the rationale says why", () => {
  const low = first!.ifGrade;
  const high = sketchFramework.grades.at(-1)!.id;
  const of = (grades: Record<string, string | null>, rationales = {}) =>
    states(limited!, { grades, rationales } as Grades)[first!.id];
  expect(of({})).toBe("open");
  expect(of({ [limiting!]: low })).toBe("open");
  expect(of({ [limiting!]: low, [limited!]: first!.thenGrade })).toBe("held");
  expect(of({ [limiting!]: low, [limited!]: high })).toBe("broken");
  const title = sketchFramework.areas.find(({ id }) => id === limiting)!.title;
  expect(
    of({ [limiting!]: low, [limited!]: high }, { [limited!]: `${title} was put right before we came.` }),
  ).toBe("departed");
});

test("seen from the area that limits it is the same rule, and of no concern to others", () => {
  expect(states(limiting!, { grades: {} })).toHaveProperty([first!.id]);
  expect(states("partnerships", { grades: {} })).toEqual({});
});
