import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import { shorten, wordsOf } from "#shared/consistency/analysis/words.ts";
import { ENOUGH_WORDS, isRecorded, limitingOf } from "#shared/consistency/limits.ts";
import type { Severity } from "#shared/consistency/finding.ts";
import { defineRule, type RawFinding } from "#shared/consistency/rule.ts";
import type { AreaView, Snapshot } from "#shared/consistency/snapshot.ts";
import { placedIn } from "#shared/consistency/stated-grades.ts";
import { findGrade, type Area, type LimitingRule, shortTitleOf } from "#shared/domain/framework.ts";

/** Strongest first: only the strongest limit that does not hold is named. */
const STRENGTHS: readonly LimitingRule["strength"][] = ["always", "ceiling", "likely", "advisory"];
const SEVERITY: Readonly<Record<LimitingRule["strength"], Severity>> = {
  always: "error",
  ceiling: "error",
  likely: "warning",
  advisory: "advice",
};

export const gradeLimitNotHeld = defineRule({
  id: "grade/limit-not-held",
  number: 11,
  severity: "error",
  mode: "deterministic",
  title: "A grade is above what the framework’s limiting rules allow",
  why: "A limiting rule that is passed over without a word is the first thing a complaint will point to.",
  remedy: "Correct one of the grades, or record in the area’s rationale why it departs from the limit.",
  source: "The limiting rules of the report’s own framework, each with its source",
  guards: [
    "An error only for what the framework says always holds; a warning where it says “likely”; advice where the limit was only observed in published reports.",
    "A reason recorded as the rationale of the limited area keeps it quiet, where it names the limiting area.",
    "Where a sentence derives a grade from another (“because …, capacity is inadequate”) and the framework has no such rule, it is advice.",
    "Areas without a grade limit nothing. Only the strongest limit is named.",
  ],
  examples: {
    flagged: [
      { grades: { overall: "good", help: "inadequate" } },
      { grades: { overall: "requires-improvement", leadership: "inadequate" } },
      { grades: { overall: "good", help: "requires-improvement", leadership: "requires-improvement" } },
      {
        grades: { money: "inadequate" },
        lines: [
          "money: Because leadership and management is judged inadequate, value for money is inadequate.",
        ],
      },
    ],
    clean: [
      { grades: { overall: "inadequate", help: "inadequate" } },
      { grades: { overall: "good", help: "requires-improvement", leadership: "good" } },
      { grades: { overall: "good", help: null } },
      {
        grades: { overall: "requires-improvement", leadership: "inadequate" },
        rationales: {
          overall: "Leadership changed wholly in the month before; children were never at risk.",
        },
      },
    ],
  },
  over: "area",
  *check(area, report) {
    if (area.rank === null) return;
    yield* derived(area, report);
    const broken = report.framework.rules.flatMap((rule) => {
      const ids = limitingOf(report.framework, rule, area.id, (id) => report.areaById.get(id)?.rank ?? null);
      return ids ? [{ rule, limiting: ids.map((id) => report.areaById.get(id)!) }] : [];
    });
    for (const strength of STRENGTHS) {
      const found = broken.filter(({ rule }) => rule.strength === strength);
      const first = found[0];
      if (!first) continue;
      const limiting = [
        ...new Set(
          found
            .filter(({ rule }) => rule.thenGrade === first.rule.thenGrade)
            .flatMap((each) => each.limiting),
        ),
      ];
      const rationale = area.judgement?.rationale ?? "";
      if (
        !isRecorded(
          rationale,
          limiting.map((each) => each.area),
        )
      ) {
        yield {
          areaId: area.id,
          blockId: null,
          span: null,
          severity: SEVERITY[strength],
          key: first.rule.id,
          message: messageOf(area, limiting, first.rule, report),
        };
      }
      return;
    }
  },
});

const DERIVES = /\b(?:because|since|as|due to|owing to|as a result of|given)\b/i;

/** A sentence that derives the area’s grade from another grade, where the framework has no rule that says so. */
function* derived(area: AreaView, { framework }: Snapshot): Generator<RawFinding> {
  if (framework.rules.some(({ thenAreas }) => thenAreas.includes(area.id))) return;
  if (wordsOf(area.judgement?.rationale ?? "").length >= ENOUGH_WORDS) return;
  const lexicon = lexiconOf(framework);
  for (const view of area.narrative) {
    const { statements } = view.analysis;
    if (statements.length < 2) continue;
    for (const { areaId, statement, quote } of placedIn(view, lexicon)) {
      if (areaId !== area.id || statement.gradeId !== area.grade!.id) continue;
      const { sentence, span } = statement;
      const ground = statements.find(
        (other) =>
          other.sentence.start === sentence.start &&
          other.span.end <= span.start &&
          other.polarity === "affirmed",
      );
      if (!ground || !DERIVES.test(view.text.slice(sentence.start, ground.span.start))) continue;
      yield {
        areaId: area.id,
        blockId: view.id,
        span: [span.start, span.end],
        severity: "advice",
        message: `“${shorten(quote, 60)}” is derived from another grade, and this framework has no limiting rule that says so. Cite the rule, or record the reason as the rationale of ${shorten(area.path, 60)}.`,
      };
      return;
    }
  }
}

const nameOf = (area: Area): string => `“${shorten(shortTitleOf(area), 32)}”`;

function messageOf(
  area: AreaView,
  limiting: readonly AreaView[],
  rule: LimitingRule,
  { framework }: Snapshot,
): string {
  const names = limiting.slice(0, 2).map((other) => nameOf(other.area));
  const more = limiting.length > 2 ? ` and ${limiting.length - 2} more` : "";
  const most = findGrade(framework, rule.thenGrade)!.label.toLowerCase();
  const low = findGrade(framework, rule.ifGrade)!.label.toLowerCase();
  const said = {
    always: `is always ${most}`,
    ceiling: `is never above ${most}`,
    likely: `is likely to be ${most}`,
    advisory: `was never or seldom above ${most} in published reports`,
  }[rule.strength];
  return `With ${names.join(names.length === 2 && more === "" ? " and " : ", ")}${more} no better than ${low}, ${nameOf(area.area)} ${said}; here it is ${area.grade!.label}. Correct a grade, or record in its rationale why it departs.`;
}
