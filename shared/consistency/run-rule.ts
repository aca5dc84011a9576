import type { RawFinding, Rule } from "#shared/consistency/rule.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";

/** Everything one rule says of a report, in the order it comes upon it. */
export function* runRule(rule: Rule, report: Snapshot): Generator<RawFinding> {
  if (rule.over === "report") yield* rule.check(report);
  else if (rule.over === "area") for (const area of report.areas) yield* rule.check(area, report);
  else for (const view of report.blocks) yield* rule.check(view, report.framework);
}
