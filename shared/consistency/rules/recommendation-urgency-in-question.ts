import { perText } from "#shared/consistency/analysis/per-text.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { gather, type Gathered } from "#shared/consistency/gather.ts";
import { asRecommendation } from "#shared/consistency/recommendation-lists.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView, RecommendationView, Snapshot } from "#shared/consistency/snapshot.ts";
import { wantedOf } from "#shared/consistency/trace.ts";

/** A child may come to harm while it waits; or it has waited already. */
const RISK =
  /\b(?:at (?:immediate |potential |increased |significant )?risk of (?:significant )?harm|significant harm|unsafe|potentially at risk|(?:children|people) (?:are |were )?(?:left )?(?:potentially )?(?:at risk|unprotected)|serious(?:ly)? concern|high risk|risk of harm|not (?:adequately )?(?:safe|safeguarded|protected)|inadequately safeguarded|self[- ]harm|immediate danger)\b/i;
const OVERDUE =
  /\b(?:outstanding|overdue|repeated?|carried (?:over|forward)|unmet)\b[^.]{0,60}\b(?:recommendation|action|inspection|review|since|20\d\d)\b|\bsince the (?:last|previous|joint)\b/i;
/** “(ii) they are privately fostered”: half a sentence of the item above. */
const SUB_ITEM = /^\((?:[ivx]+|[a-z])\)/;
/** So much of what a recommendation wants must two sentences hold to be what it is about, and so many words of it. */
const SURE = 0.6;
const FEWEST = 3;
/** More questions than this of one report are not answered with care. */
const MOST = 4;

const signIn = perText(({ text }): string | null => (OVERDUE.exec(text) ?? RISK.exec(text))?.[0] ?? null);
const riskIn = perText(({ text }): string | null => RISK.exec(text)?.[0] ?? null);

export const recommendationUrgencyInQuestion = defineRule({
  id: "recommendation/urgency-in-question",
  number: 19,
  severity: "advice",
  mode: "prompt",
  title: "A recommendation on a risk is not among the most urgent",
  why: "A danger the report describes and an action that may wait three months do not go together without a reason.",
  remedy: "Move it to the most urgent group, or record why it may wait.",
  source: "Quality assurance practice: urgency follows the risk to children",
  guards: [
    "Asks only where the recommendation, or the paragraph it clearly rests on, speaks of harm or says that it is overdue.",
    "Silent where the framework has fewer than two groups; at most four questions a report.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "! now: Ensure visits.",
          "! soon: Improve CAMHS. This is an outstanding recommendation of 2008.",
        ],
      },
      {
        lines: [
          "help: Private fostering households are not visited, which leaves children at risk of harm.",
          "! later: Ensure private fostering households are visited.",
        ],
      },
    ],
    clean: [
      { lines: ["! now: Ensure visits.", "! later: (ii) they are at risk of harm at home"] },
      { lines: ["! now: Improve CAMHS. This is an outstanding recommendation of 2008."] },
      { lines: ["help: Policies are out of date.", "! later: Ensure policies are brought up to date."] },
    ],
  },
  over: "report",
  reads: () => [asRecommendation, risksIn],
  *check(report) {
    const { timescales } = report.framework;
    const [first] = timescales;
    if (timescales.length < 2 || !first) return;
    let asked = 0;
    for (const view of report.recommendations) {
      const group = timescales.find(({ id }) => id === view.block.timescaleId);
      if (!group || group === first || asked >= MOST) continue;
      if (SUB_ITEM.test(view.text)) continue;
      const own = signIn(view.analysis);
      const near = own === null ? riskBehind(view, report) : null;
      const sign = own ?? near?.fact.sign;
      if (sign === undefined) continue;
      asked++;
      yield asking(view, sign, near?.view.paragraph ?? null, group.label, first.label);
    }
  },
});

interface Risk {
  readonly sign: string;
  readonly roots: readonly (readonly string[])[];
}

/** Paragraphs that speak of harm, with what each of their sentences is about. */
function risksIn({ block, areaIds, analysis }: BlockView): readonly Risk[] {
  if (!isNarrative(block) || areaIds.length === 0) return [];
  const sign = riskIn(analysis);
  return sign === null ? [] : [{ sign, roots: analysis.roots }];
}

/** The paragraph on a risk that brings most of a recommendation’s words together in two sentences. */
function riskBehind({ analysis }: RecommendationView, report: Snapshot): Gathered<Risk> | null {
  const wanted = wantedOf(analysis);
  let nearest: Gathered<Risk> | null = null;
  let most = Math.max(FEWEST, wanted.length * SURE) - 1;
  for (const risk of gather(report, risksIn))
    for (const [at, roots] of risk.fact.roots.entries()) {
      const met = wanted.filter((root) => roots.includes(root) || risk.fact.roots[at + 1]?.includes(root));
      if (met.length <= most) continue;
      nearest = risk;
      most = met.length;
    }
  return nearest;
}

function asking(view: RecommendationView, sign: string, from: number | null, group: string, first: string) {
  const where = from === null ? "" : `Paragraph ${from} speaks of “${shorten(sign, 50)}”. `;
  const own = from === null ? `, though it says “${shorten(sign, 50)}”` : "";
  return {
    areaId: view.areaIds[0] ?? null,
    blockId: view.id,
    span: null,
    message: `${where}“${shorten(view.text, 60)}” stands under “${group}”${own}. Can it wait, or does it belong under “${first}”?`,
  };
}
