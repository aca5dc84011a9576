import { perText } from "#shared/consistency/analysis/per-text.ts";
import { quotationsOf } from "#shared/consistency/analysis/quotations.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { holding } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";

const PERSON =
  "parent|mother|father|young person|child|carer|foster carer|care leaver|social worker|head ?teacher|professional|partner|manager|practitioner|adopter|family|student|pupil|grandparent|staff member|member of staff";
/** One person speaks. */
const ONE = new RegExp(
  `\\b(?:One|A|one|a) (?:\\p{Ll}+ )?(?:${PERSON})\\b(?: (?!(?:is|was|are|were|has|had|be|been|who|to)\\b)[\\p{L}’-]+){0,6}? (?:described|told|said|says|commented|reported|stated|explained|felt|spoke|expressed|praised|wrote|summed|talked|tells|describes|saying|telling)\\b`,
  "gu",
);
const QUICK =
  /\b(?:[Oo]ne|[Aa]) (?:\p{Ll}+ )?(?:parent|mother|father|young|child|carer|foster|care|social|head|professional|partner|manager|practitioner|adopter|family|student|pupil|grandparent|staff|member)\b/u;
const mayTell = wordSign(
  /\b(?:described|told|said|says|commented|reported|stated|explained|felt|spoke|expressed|praised|wrote|summed|talked|tells|describes|saying|telling)\b/,
);
/** Somebody or something else speaks to it too. */
const OTHERS =
  /\b(?:(?:children|young people|parents?\/carers|parents|carers|care leavers|social workers|staff|professionals|partners|agencies|families|practitioners|managers|adopters|headteachers|schools|pupils|students|many|most|several|others?|they|all) (?:[\p{L}’/-]+ ){0,9}?(?:told|said|say|report(?:ed)?|described?|commented|spoke|speak|feel|felt|expressed?|confirm(?:ed)?|value|praised?|talk|(?:are|were) (?:[\p{L}-]+ ){0,2}(?:positive|enthusiastic|proud|confident|happy|clear|complimentary)|explained|identified|acknowledged)|inspectors (?:[\p{L}-]+ )?(?:saw|found|observed|noted|heard|met|spoke|sampled|reviewed)|(?:cases|files|records) (?:[\p{L}-]+ )?(?:seen|sampled|read|reviewed|tracked|audited)|evidence|data|audits?|surveys?|per ?cent|feedback|inspections? (?:of|judged))\b|%/iu;

export const evidenceSingleSource = defineRule({
  id: "evidence/single-source",
  number: 34,
  severity: "advice",
  mode: "heuristic",
  offByDefault: true,
  title: "One person is all the evidence in the paragraph",
  why: "What one parent says is true for one parent; a judgement that rests on it alone will not stand a challenge.",
  remedy: "Name the other evidence, or say that this is one person’s view.",
  source: "Inspection practice: a judgement rests on more than one source",
  guards: [
    "Only where a paragraph of judgement quotes or reports one person, and nobody and nothing else in it.",
    "Other speakers, inspectors’ own reading, files, data, audits and surveys in the paragraph are other evidence.",
    "One finding a paragraph.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "help: Monitoring is effective. One parent described it as ‘helpful and supportive and rigorous’.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "help: Parents told inspectors that they felt alone. One parent commented ‘it has to get to crisis’.",
        ],
      },
      {
        lines: ["help: In the files sampled plans were clear. One parent said that hers was ‘a great help’."],
      },
      { lines: ["help: One young person moved to a new home."] },
      { lines: ["One parent said ‘it helped’."] },
    ],
  },
  over: "block",
  *check(view) {
    if (
      view.block.kind !== "paragraph" ||
      view.areaIds.length === 0 ||
      !mayTell(view.analysis) ||
      !QUICK.test(view.text)
    )
      return;
    const source = onlySource(view.analysis);
    if (source === null) return;
    const text = shorten(view.text.slice(source.start, source.end), 120);
    yield {
      areaId: view.areaIds[0] ?? null,
      blockId: view.id,
      span: [source.start, source.end],
      message: `“${text}”: this is the only evidence that the paragraph names. Name other evidence too, or say that it is one view.`,
    };
  },
});

const onlySource = perText((analysis): Span | null => {
  const match = [...analysis.text.matchAll(ONE)][0];
  if (!match) return null;
  const sentence = holding(analysis.sentences, match.index);
  if (!sentence) return null;
  // What a person says of others is one source still.
  const own = analysis.text.slice(sentence.start, sentence.end);
  const rest = blanked(analysis.text.slice(0, sentence.start) + analysis.text.slice(sentence.end));
  if (OTHERS.test(rest) || OTHERS.test(blanked(own).replace(match[0], ""))) return null;
  return { start: match.index, end: match.index + match[0].length };
});

/** Without what is quoted. */
function blanked(text: string): string {
  let left = text;
  for (const { start, end } of quotationsOf(text).spans.toReversed())
    left = left.slice(0, start) + left.slice(end);
  return left;
}
