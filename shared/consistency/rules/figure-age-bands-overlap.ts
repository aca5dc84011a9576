import { ageBandsOf, type AgeBand } from "#shared/consistency/analysis/age-bands.ts";
import { defineRule } from "#shared/consistency/rule.ts";

export const figureAgeBandsOverlap = defineRule({
  id: "figure/age-bands-overlap",
  number: 26,
  severity: "warning",
  mode: "deterministic",
  title: "Two age bands share a year, or leave one out",
  why: "A child on the edge is counted twice or not at all, and the figures for the two bands cannot be compared.",
  remedy: "Say where the edge lies: “under five” and “five and over”, or “0–4” and “5–16”.",
  source: "Quality assurance practice: bands neither overlap nor leave gaps",
  guards: [
    "Only bands in one sentence that meet at one age; groups that overlap by years (16–18 and 16–25) are different groups.",
    "A gap is reported only for “under” and “over” the same age.",
  ],
  examples: {
    flagged: [
      { lines: ["Checks reach 63% of children aged 0–5 years and 16% of children aged five and over."] },
      { lines: ["There are 12 children under 16 years and 9 over 16 years."] },
    ],
    clean: [
      { lines: ["They are 82 children under five years of age, 291 of school age (5–16) and 96 post-16."] },
      { lines: ["Young people aged 16–18 and care leavers aged 16–25 are seen."] },
      { lines: ["Children aged 0–4 years and 5–16 years are seen."] },
      { lines: ["Children under 16 years old, and those aged 16 and over, are seen."] },
    ],
  },
  over: "block",
  *check(view) {
    if (view.analysis.quantities.length < 2) return;
    const bands = ageBandsOf(view.analysis);
    for (let i = 1; i < bands.length; i++) {
      const [first, second] = [bands[i - 1]!, bands[i]!];
      if (first.sentence !== second.sentence) continue;
      const [low, high] = first.from <= second.from ? [first, second] : [second, first];
      const fault = faultOf(low, high);
      if (fault === null) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [first.start, second.end],
        message: `“${first.written}” and “${second.written}” ${fault}. Say on which side of the edge that age is counted.`,
      };
    }
  },
});

function faultOf(low: AgeBand, high: AgeBand): string | null {
  if (low.to === high.from && low.from < high.from && high.to > low.to)
    return `both include children aged ${low.to}`;
  if (low.from === 0 && high.to === Infinity && high.from === low.to + 2)
    return `leave out those aged ${low.to + 1}`;
  return null;
}
