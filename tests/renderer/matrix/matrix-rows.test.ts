import { expect, test } from "vitest";
import { backingOf } from "#shared/consistency/backing.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import {
  arrangeRows,
  matrixRows,
  type MatrixColumn,
  type MatrixFilter,
} from "#renderer/matrix/matrix-rows.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import { smallDraft } from "#tests/helpers/reports.ts";
import { slac as framework } from "#tests/renderer/helpers/fake-back-end.tsx";

const draft = smallDraft();
const snapshot = buildSnapshot(draft, framework);
const overall = "safeguarding.overall-effectiveness" as AreaId;
const partnerships = "safeguarding.partnerships" as AreaId;
const rows = matrixRows({
  framework,
  judgements: draft.judgements,
  backing: new Map(snapshot.areas.map((view) => [view.id, backingOf(snapshot, view)])),
  findings: check(snapshot).filter(({ question }) => !question),
  signOffs: new Map([
    [overall, { by: "Rae", at: "2026-01-02T03:04:05.000Z", holds: true, revision: 2 }],
    [partnerships, { by: "Rae", at: "2026-01-02T03:04:05.000Z", holds: false, revision: 2 }],
  ]),
});
const shown = (filter: MatrixFilter, by: MatrixColumn, descending = false): string[] =>
  arrangeRows(rows, filter, by, descending, framework).map(({ area }) => area.id);

test("a row for each area that is graded, in the framework’s order", () => {
  expect(shown("all", "area")).toEqual([overall, partnerships]);
  expect(shown("all", "area", true)).toEqual([partnerships, overall]);
  expect(rows[1]).toMatchObject({ facts: { gradeId: "adequate" }, signOff: { holds: false } });
});

test("rows are sorted by what a column says, and left out by what is asked for", () => {
  expect(shown("all", "grade")).toEqual([overall, partnerships]);
  expect(shown("all", "grade", true)).toEqual([partnerships, overall]);
  expect(shown("all", "reviewed")).toEqual([partnerships, overall]);
  expect(shown("unreviewed", "area")).toEqual([partnerships]);
  expect(shown("otherwise", "area")).toEqual([]);
  const good = "good" as GradeId;
  const otherwise = {
    ...rows[0]!,
    facts: { ...rows[0]!.facts, readsLike: { gradeId: good, chance: 0.6, ofGiven: 0.1 } },
  };
  expect(arrangeRows([otherwise, rows[1]!], "otherwise", "area", false, framework)).toEqual([otherwise]);
});
