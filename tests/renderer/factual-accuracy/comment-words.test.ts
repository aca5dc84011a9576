import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { FactualComment } from "#shared/domain/factual-check.ts";
import { Framework } from "#shared/domain/framework.ts";
import type { Judgement } from "#shared/domain/report.ts";
import { dueWords } from "#renderer/factual-accuracy/due-words.ts";
import { isShown } from "#renderer/factual-accuracy/check-view.ts";
import { movedGrades } from "#renderer/factual-accuracy/moved-grades.ts";

const comment = (status: FactualComment["status"], ...blockIds: string[]): FactualComment =>
  ({ status, blockIds }) as unknown as FactualComment;

test.each([
  ["2026-03-12", [], "Comments are due by 16 March 2026, in 2 working days.", false],
  ["2026-03-16", [], "Comments are due today, 16 March 2026.", false],
  [
    "2026-03-18",
    [],
    "Overdue: comments were due by 16 March 2026, 2 working days ago, and none are in.",
    true,
  ],
  ["2026-03-18", [comment("open")], "Comments were due by 16 March 2026, 2 working days ago.", true],
  ["2026-03-18", [comment("accepted")], "Comments were due by 16 March 2026, 2 working days ago.", false],
])("on %s, with %j, it is said how long there is", (today, comments, words, overdue) =>
  expect(dueWords({ dueOn: "2026-03-16", comments }, today)).toEqual({ words, overdue }),
);

test("each filter shows what it says", () => {
  const all = [comment("open", "a"), comment("accepted", "b"), comment("open")];
  const shown = (filter: Parameters<typeof isShown>[1]) => all.map((each) => isShown(each, filter));
  expect(shown("all")).toEqual([true, true, true]);
  expect(shown("open")).toEqual([true, false, true]);
  expect(shown("answered")).toEqual([false, true, false]);
  expect(shown("unplaced")).toEqual([false, false, true]);
});

test("grades that moved are told with what they were, in the framework’s order", () => {
  const framework = Framework.parse(JSON.parse(readFileSync("resources/frameworks/slac-2009.json", "utf8")));
  const [first, second] = framework.areas.filter(({ kind }) => kind === "graded");
  const [good, better] = framework.grades.map(({ id }) => id);
  const given = (areaId: string, gradeId: string | undefined) =>
    ({ areaId, gradeId: gradeId ?? null }) as unknown as Judgement;
  const before = [given(second!.id, good), given(first!.id, good)];
  const after = [given(second!.id, better), given(first!.id, good)];
  expect(movedGrades(framework, before, after)).toEqual([{ area: second, from: good, to: better }]);
  expect(movedGrades(framework, before, before)).toEqual([]);
});
