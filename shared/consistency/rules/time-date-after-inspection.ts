import { datesOf, timeOf, timeOfDay, type DateMention } from "#shared/consistency/analysis/dates.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** Days and months may run over the end of the fieldwork. */
const SLACK_YEARS = 0.1;

export const timeDateAfterInspection = defineRule({
  id: "time/date-after-inspection",
  number: 41,
  severity: "advice",
  mode: "prompt",
  title: "A date lies after the inspection",
  why: "Inspectors cannot have seen what happens later; and a plan’s date may be past when the report is read.",
  remedy: "Check the date; if it is a plan, say so, and as of when.",
  source: "Quality assurance practice: every date is checked against the fieldwork",
  guards: [
    "Only in reports whose inspection date is known, and only dates with a month and a year in paragraphs of judgement.",
  ],
  examples: {
    flagged: [
      { lines: ["help: The team moved on 3 March 2031 to a new office."], inspected: "2030-09-30" },
      {
        lines: ["help: The change is scheduled for completion on 1 January 2031 and has diverted attention."],
        inspected: "2030-09-30",
      },
    ],
    clean: [
      { lines: ["help: The team moved on 3 March 2030 to a new office."], inspected: "2030-09-30" },
      { lines: ["help: The team moved on 3 March 2031 to a new office."] },
    ],
  },
  over: "report",
  reads: () => [datedIn],
  *check(report) {
    const fieldwork = timeOfDay(report.inspectionDate);
    if (fieldwork === null) return;
    for (const { view, fact } of gather(report, datedIn)) {
      if (timeOf(fact)! <= fieldwork + SLACK_YEARS) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [fact.start, fact.end],
        message: `“${fact.written}” is later than the fieldwork. Is it right, and will the sentence still hold when the report is published?`,
      };
    }
  },
});

const datedIn = (view: BlockView): readonly DateMention[] =>
  (view.block.kind === "paragraph" || view.block.kind === "bullet") && view.areaIds.length > 0
    ? datesOf(view.analysis).filter(({ year, month }) => year !== null && month !== null)
    : [];
