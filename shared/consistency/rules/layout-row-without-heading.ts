import { shortTitleOf } from "#shared/domain/framework.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView } from "#shared/consistency/snapshot.ts";

const MOST_NAMED = 5;

export const layoutRowWithoutHeading = defineRule({
  id: "layout/row-without-heading",
  number: 15,
  severity: "warning",
  mode: "deterministic",
  title: "A row of the table of grades has no heading in the report",
  why: "A reader who looks up a grade must be able to go from its row to the part of the report that argues for it.",
  remedy: "Give each graded area its own heading, if only a small one.",
  source: "Quality assurance practice: every table row has its own heading or anchor",
  guards: [
    "Counted once for all areas with the same parent.",
    "Only in a report that has headings for its areas, and only for areas with narrative.",
  ],
  examples: {
    flagged: [
      {
        grades: { leadership: "good", money: "good", partnerships: "good" },
        lines: [
          "# leadership [Good] Leadership and management",
          "money: Contracts are reviewed each year.",
          "partnerships: Partners meet each month.",
        ],
      },
    ],
    clean: [
      {
        grades: { leadership: "good", money: "good" },
        lines: [
          "# leadership [Good] Leadership and management",
          "# money Value for money",
          "money: Contracts are reviewed each year.",
        ],
      },
      { grades: { money: "good" }, lines: ["money: Contracts are reviewed each year."] },
      {
        grades: { leadership: "good", money: "good" },
        lines: ["# leadership [Good] Leadership and management"],
      },
    ],
  },
  over: "report",
  *check(report) {
    if (!report.areas.some((area) => area.headings.length > 0)) return;
    const byParent = new Map<string | null, AreaView[]>();
    for (const area of report.areas) {
      if (area.grade === null || area.headings.length > 0 || area.narrative.length === 0) continue;
      const key = area.area.parent;
      byParent.set(key, [...(byParent.get(key) ?? []), area]);
    }
    for (const bare of byParent.values()) {
      const [first] = bare;
      const names = bare.slice(0, MOST_NAMED).map(({ area }) => `“${shorten(shortTitleOf(area), 28)}”`);
      const more = bare.length > MOST_NAMED ? ` and ${bare.length - MOST_NAMED} more` : "";
      const [has, its] = bare.length === 1 ? ["has", "it a heading"] : ["have", "each its own heading"];
      yield {
        areaId: first!.area.parent ?? first!.id,
        blockId: first!.narrative[0]!.id,
        span: null,
        key: "",
        message: `${names.join(", ")}${more} ${has} a grade and narrative but no heading. Give ${its}, so that a reader finds it from the table.`,
      };
    }
  },
});
