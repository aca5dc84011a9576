import { expect, test } from "vitest";
import { backingOf } from "#shared/consistency/backing.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check, createChecker } from "#shared/consistency/check.ts";
import { rules } from "#shared/consistency/registry.ts";
import { statedGrades } from "#shared/consistency/stated-grades.ts";
import { AreaId, GradeId } from "#shared/domain/ids.ts";
import { readSeed } from "#tests/shared/consistency/seed/read-seed.ts";
import { bestOf } from "#tests/helpers/best-of.ts";

const { draft, framework } = await readSeed();
const snapshot = buildSnapshot(draft, framework);
const findings = check(snapshot, rules);

/** “¶50 looked-after.staying-safe” of each finding of one rule. */
const places = (rule: string): string[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(({ paragraph, areaId }) => `${paragraph === null ? "–" : `¶${paragraph}`} ${areaId}`);
const quotes = (rule: string): string[] =>
  findings.filter((finding) => finding.rule === rule).map(({ paragraph, quote }) => `¶${paragraph} ${quote}`);

test("1, 4, 18, 23: headings, grade sentences, timescales and sums hold", () => {
  for (const rule of [
    "grade/heading-differs-from-table",
    "grade/contradicted-by-statement",
    "recommendation/timescale-missing-or-out-of-order",
    "figure/parts-do-not-sum",
  ])
    expect(places(rule)).toEqual([]);
});

test("2: two graded rows have no narrative; the sentence on police work stands under another area", () => {
  expect(places("grade/without-narrative")).toEqual([
    "– safeguarding.partnerships",
    "– looked-after.ambition-and-prioritisation",
  ]);
  expect(findings.find(({ areaId }) => areaId === "safeguarding.partnerships")!.message).toContain(
    "“Partnership working with the police is adequate” stands in paragraph 21",
  );
});

test("3: the rows without a grade sentence; ¶50 has only an adverb, ¶64 covers only a part", () => {
  expect(places("grade/not-stated")).toEqual([
    "¶11 safeguarding.capacity-for-improvement",
    "¶22 safeguarding.children-feel-safe",
    "¶26 safeguarding.assessment-and-direct-work",
    "¶35 safeguarding.ambition-and-prioritisation",
    "¶37 safeguarding.evaluation",
    "¶40 safeguarding.user-engagement",
    "¶50 looked-after.staying-safe",
    "¶59 looked-after.quality-of-provision",
    "¶63 looked-after.evaluation",
    "¶67 looked-after.value-for-money",
  ]);
});

test("4: every grade sentence speaks up when its area’s grade is changed", () => {
  const stated = [...statedGrades(snapshot)].filter(([, places]) =>
    places.some(({ where }) => where === "paragraph"),
  );
  const other = (gradeId: string | null) => GradeId.parse(gradeId === "good" ? "inadequate" : "good");
  const caught = stated.filter(([areaId]) => {
    const judgements = draft.judgements.map((each) =>
      each.areaId === areaId ? { ...each, gradeId: other(each.gradeId) } : each,
    );
    return check(buildSnapshot({ ...draft, judgements }, framework)).some(
      (finding) => finding.rule === "grade/contradicted-by-statement" && finding.areaId === areaId,
    );
  });
  // Named by a wider subject (¶41), or only in part (¶64, ¶65): too little to contradict a grade.
  const silent = stated.filter((each) => !caught.includes(each)).map(([areaId]) => areaId);
  expect(silent).toEqual([
    "safeguarding.equality-and-diversity",
    "looked-after.evaluation",
    "looked-after.user-engagement",
  ]);
});

test("9, 14: one grade in lower case; two headings differ from the table", () => {
  expect(places("grade/format-not-uniform")).toEqual(["– safeguarding.children-feel-safe"]);
  expect(places("grade/heading-wording-differs-from-table")).toEqual([
    "– safeguarding.children-feel-safe",
    "– looked-after.outcomes",
  ]);
});

test("17: information about placements, and the frequency of core groups, are not called for", () => {
  const said = quotes("recommendation/without-narrative").join("\n");
  expect(said).toContain("detailed information about the carers or residential placement");
  expect(said).toContain("core group meetings are convened with sufficient frequency");
});

test("24: six homes and seven centres are thirteen homes further on; 469 agrees", () => {
  expect(quotes("figure/same-quantity-differs")).toEqual(["¶59 13 children’s homes"]);
  expect(findings.find(({ rule }) => rule === "figure/same-quantity-differs")!.message).toContain(
    "With “seven respite care centres” beside it the sum is 13",
  );
});

test("35: only the quotation in ¶50 never closes", () => {
  expect(quotes("quote/unbalanced")).toEqual([
    "¶50 ‘how far does it have to go before you can get help? However,",
  ]);
});

test("38: abbreviations defined twice, never, or never used again, and one name that varies", () => {
  expect(quotes("name/abbreviation-undefined")).toEqual([
    "¶1 HMI",
    "¶5 CIOSSCB",
    "¶52 GCSE",
    "¶53 children in care education team",
  ]);
});

test("the places where a grade is stated, in order", () => {
  const places = statedGrades(snapshot).get(AreaId.parse("looked-after.overall-effectiveness"))!;
  expect(places.map(({ where, number, gradeId }) => [where, number, gradeId])).toEqual([
    ["cover", null, "inadequate"],
    ["heading", null, "inadequate"],
    ["paragraph", 43, "inadequate"],
  ]);
});

test("the backing of a grade that is carried, and of one that nobody argues for", () => {
  const summary = (areaId: string): string =>
    backingOf(snapshot, snapshot.areaById.get(AreaId.parse(areaId))!).summary;
  expect(summary("safeguarding.partnerships")).toBe(
    "No paragraph is tied to this area; no evidence is tied.",
  );
  expect(summary("safeguarding.overall-effectiveness")).toBe(
    "One strength and nine weaknesses are stated, as is usual under this grade; no evidence is tied.",
  );
});

test("after an edit only the edited block is read again: a fraction of the whole", () => {
  const checker = createChecker(framework);
  checker.check(draft);
  const whole = bestOf(5, () => void check(buildSnapshot(draft, framework)));
  let edit = 0;
  const again = bestOf(9, () => {
    const blocks = draft.blocks.map((block, index) =>
      index === 60
        ? { ...block, inlines: [{ kind: "text" as const, text: `The service is good. ${edit++}` }] }
        : block,
    );
    checker.check({ ...draft, blocks });
  });
  // Measured at an eighth; both in one run, so that a loaded machine slows them alike.
  expect(again / whole).toBeLessThan(0.5);
});
