import { expect, test } from "vitest";
import { writeSetting } from "#electron/core/store/settings.ts";
import { RULES_SETTING } from "#shared/consistency/rule-choice.ts";
import type { PortfolioEvent, PortfolioRow } from "#shared/api/portfolio.ts";
import { gradeProfiles, readingOtherwise, ruleFrequencies } from "#shared/portfolio/summary.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { addReport } from "#tests/helpers/library.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";

test("reports in numbers: worked out once, known from then on, and again when their words or the rules change", async () => {
  const { app, client } = await appInMemory();
  const reportId = addReport(app.context.library, smallDraft());
  addReport(app.context.library, smallDraft({ title: "Another", frameworkId: null, judgements: [] }));
  const listed = async (): Promise<PortfolioEvent[]> => {
    const events = [];
    for await (const event of await client.portfolio.list()) events.push(event);
    return events;
  };
  const first = await listed();
  expect(first.map(({ kind }) => kind)).toEqual(["known", "row", "row"]);
  expect(first[0]).toMatchObject({ rows: [], missing: 2 });
  const rows = first.flatMap((event): PortfolioRow[] => (event.kind === "row" ? [event.row] : []));
  const mine = rows.find(({ summary }) => summary.id === reportId)!;
  expect(mine.facts).toMatchObject({ paragraphs: 2 });
  expect(mine.facts.areas.find(({ areaId }) => areaId === "safeguarding.partnerships")).toMatchObject({
    gradeId: "adequate",
    recommendations: 0,
  });

  const known = await listed();
  expect(known).toMatchObject([{ kind: "known", rows: expect.arrayContaining(rows), missing: 0 }]);
  expect(known[0]).toHaveProperty(
    ["ruleTitles", "grade/not-stated"],
    "No sentence states the grade of an area",
  );
  const { revision } = await client.reports.open({ reportId });
  await client.reports.apply({
    reportId,
    baseRevision: revision,
    operations: [{ op: "put", block: paragraph("One more."), afterId: null }],
  });
  expect((await listed())[0]).toMatchObject({ missing: 1 });
  writeSetting(app.context.library.write, RULES_SETTING, '{"layout/structure":false}');
  expect((await listed())[0]).toMatchObject({ missing: 2 });
});

test("many reports as one: grades by area, what reads otherwise, and rules", async () => {
  const { app, client } = await appInMemory();
  for (const gradeId of ["adequate", "inadequate", "adequate"]) {
    const draft = smallDraft();
    const judgements = draft.judgements.map((each) => ({ ...each, gradeId })) as typeof draft.judgements;
    addReport(app.context.library, { ...draft, judgements });
  }
  const rows: PortfolioRow[] = [];
  for await (const event of await client.portfolio.list()) if (event.kind === "row") rows.push(event.row);
  const reports = rows.map(({ summary, facts }) => ({ frameworkId: summary.frameworkId, facts }));
  const profile = gradeProfiles(reports, app.context.frameworks).find(
    ({ areaId }) => areaId === "safeguarding.partnerships",
  );
  expect(profile).toMatchObject({ graded: 3, frameworkId: "slac-2009" });
  expect(Object.fromEntries(profile!.counts.map(({ gradeId, count }) => [gradeId, count]))).toEqual({
    inadequate: 1,
    adequate: 2,
    good: 0,
    outstanding: 0,
  });
  expect(ruleFrequencies(reports)[0]!.findings).toBeGreaterThan(0);
  const facts = structuredClone(reports[0]!.facts);
  facts.areas[0]!.gradeId = "good" as never;
  facts.areas[0]!.readsLike = { gradeId: "inadequate" as never, chance: 0.7, ofGiven: 0.02 };
  expect(readingOtherwise([{ ...reports[0]!, facts }], app.context.frameworks)).toMatchObject([
    { given: "Good", reads: "Inadequate", steps: -2, chance: 0.02 },
  ]);
});
