import { disagreementsOf } from "#shared/consistency/analysis/number-agreement.ts";
import { defineRule } from "#shared/consistency/rule.ts";

export const wordingNumberDisagreement = defineRule({
  id: "wording/number-disagreement",
  number: 40,
  severity: "warning",
  mode: "heuristic",
  title: "Subject and verb of a judging sentence do not agree in number",
  why: "A slip in the sentence that gives the grade is the first thing that is quoted, and casts doubt on the rest.",
  remedy: "Put the verb in the number of the noun it belongs to.",
  source: "Quality assurance practice: grade sentences are read for agreement",
  guards: [
    "Only sentences that judge, and only “is”, “are”, “was”, “were”, “has” and “have”.",
    "The noun is looked for before the first preposition; lists, quantities, names and collective nouns (“a range of”, “staff”, “the partnership”) are left alone.",
    "Words inside quotations are left alone.",
  ],
  examples: {
    flagged: [
      { lines: ["help: The impact of services on enabling children to enjoy and achieve are good."] },
      { lines: ["help: Safeguarding services for children is judged inadequate."] },
    ],
    clean: [
      { lines: ["help: The impact of services on children is good."] },
      { lines: ["help: The quality and impact of services are good."] },
      { lines: ["help: A range of services are effective. Most of the staff are skilled."] },
    ],
  },
  over: "block",
  *check(view) {
    const { kind } = view.block;
    if (kind !== "paragraph" && kind !== "bullet") return;
    for (const { noun, verb, span } of disagreementsOf(view.analysis)) {
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [span.start, span.end],
        message: `“${noun}” and “${verb}” do not agree in number. Write “${noun} … ${OTHER[verb] ?? verb}”, or say which noun is meant.`,
      };
    }
  },
});

const OTHER: Readonly<Record<string, string>> = {
  is: "are",
  are: "is",
  was: "were",
  were: "was",
  has: "have",
  have: "has",
};
