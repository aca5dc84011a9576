import { setImmediate } from "node:timers/promises";
import { alignmentModel } from "#electron/core/alignment-model.ts";
import type { CoreContext } from "#electron/core/context.ts";
import { listFacts, putFacts } from "#electron/core/store/report-facts.ts";
import { getReport, listReports } from "#electron/core/store/reports.ts";
import { readSettings } from "#electron/core/store/settings.ts";
import type { PortfolioEvent } from "#shared/api/portfolio.ts";
import { backingOf } from "#shared/consistency/backing.ts";
import { buildSnapshot, type Checkable } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import { rules } from "#shared/consistency/registry.ts";
import { isOn, parseChoices, RULES_SETTING } from "#shared/consistency/rule-choice.ts";
import type { Rule } from "#shared/consistency/rule.ts";
import { findFramework, type Framework } from "#shared/domain/framework.ts";
import { factsOf, type ReportFacts } from "#shared/portfolio/report-facts.ts";

/** A report in numbers, read anew. */
export function reportFacts(
  report: Checkable,
  framework: Framework | null,
  asked: readonly Rule[],
): ReportFacts {
  const snapshot = buildSnapshot(report, framework, null, alignmentModel());
  const backings = new Map(snapshot.areas.map((view) => [view.id, backingOf(snapshot, view)]));
  return factsOf(snapshot, check(snapshot, asked), backings);
}

/**
 * Every report that is not archived, in numbers: first those that are known, at once; then the others, one after another,
 * which are then known.
 */
export async function* portfolio(context: CoreContext): AsyncGenerator<PortfolioEvent> {
  const { read, write } = context.library;
  const choices = readSettings(read)[RULES_SETTING] ?? "{}";
  const asked = rules.filter((rule) => isOn(rule, parseChoices(choices)));
  // Other rules find other things: by the version of the program and what is switched on in this library.
  const madeBy = `${context.version} ${choices}`;
  const known = listFacts(read, madeBy);
  const summaries = listReports(read, false);
  const rows = summaries.flatMap((summary) => {
    const facts = known.get(summary.id);
    return facts ? [{ summary, facts }] : [];
  });
  const missing = summaries.filter(({ id }) => !known.has(id));
  const ruleTitles = Object.fromEntries(rules.map(({ id, title }) => [id, title]));
  yield { kind: "known", rows, missing: missing.length, ruleTitles };
  for (const summary of missing) {
    const report = getReport(read, summary.id);
    const framework = findFramework(context.frameworks, report.frameworkId);
    const facts = reportFacts(report, framework, asked);
    putFacts(write, summary.id, report.revision, madeBy, facts);
    yield { kind: "row", row: { summary, facts } };
    // Others who ask something meanwhile are answered between two reports.
    await setImmediate();
  }
}
