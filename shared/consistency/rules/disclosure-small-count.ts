import { perText } from "#shared/consistency/analysis/per-text.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { holding, nearby } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";

/** Statisticians do not publish counts of people below five. */
const SMALL = 4;
const PEOPLE =
  /\b(?:child|children|young people|young person|boys?|girls?|bab(?:y|ies)|infants?|care leavers?|looked after children|siblings?|brothers|sisters|mothers?|fathers?|famil(?:y|ies)|teenagers?|adolescents?|adopters|foster carers?)$/;
const ONE =
  /\b(?:[Oo]ne (?:looked after |disabled |vulnerable |older |younger )?(?:child|young person|boy|girl|baby|infant|care leaver|family|sibling group|mother|father|teenager|case)|[Ii]n one (?:case|instance|example)|a child (?:was|had been) (?:suffering|harmed|injured|killed))\b/g;
const QUICK = /\b[Oo]ne |\ba child (?:was|had) /;
const mayBeOne = wordSign(/\bone\b|\bchild\b/);
/** What could be learnt of them if somebody knew who they are. */
const SENSITIVE =
  /\b(?:offen(?:d|c)\w*|first[- ]time entrants?|criminal|custody|remand\w*|secure (?:unit|accommodation|order|home)|prison|police|arrest\w*|abus\w+|neglect\w*|harm\w*|injur\w+|assault\w*|exploit\w+|traffick\w+|gang|radicalis\w+|Channel|died|deaths?|suicid\w+|hospital\w*|illness|diagnos\w+|disab\w+|disorder|mental health|substance|drugs?|alcohol|pregnan\w+|asylum|unaccompanied|immigra\w+|religio\w+|homeless\w*|bed and breakfast|unregistered|unregulated|missing|excluded|exclusions?|adoption breakdown|disrupt\w+|grade|suffer\w+|female genital|forced marriage|detained|sexual\w*|domestic)\b/i;
const A_PERSON = /\b(?:child|young person|baby|boy|girl|mother|parent|their)\b/i;
/** “three specialist children with disability units” are three units. */
const OF_A_SERVICE =
  /^ (?:with|and) (?:\p{Ll}+ ){0,2}disabilit(?:y|ies) (?:units?|teams?|services?|centres?)\b/u;
const AS_EXAMPLE = /\bone (?:case|instance|example)\b/i;

export const disclosureSmallCount = defineRule({
  id: "disclosure/small-count",
  number: 43,
  severity: "advice",
  mode: "prompt",
  title: "A few people, or one case, could be recognised",
  why: "In a small place three children or one story are enough for neighbours to know who is meant.",
  remedy:
    "Give a rate or “a small number”, take out what identifies the case, or record that it was cleared.",
  source: "Disclosure control in official statistics: counts below five are not published",
  guards: [
    "Counts of one to four children, young people or families, or a single case, and only where the sentence tells something private of them.",
    "Units and teams whose name holds “children” are not counted as children.",
    "One question a paragraph.",
  ],
  examples: {
    flagged: [
      { lines: ["Between April and June 2009 only three looked after children were first time entrants."] },
      { lines: ["In one case the manager acted to safeguard a child who was suffering significant harm."] },
      { lines: ["One young person was admitted to hospital."] },
    ],
    clean: [
      { lines: ["Help for the disabled is given by three specialist children with disability units."] },
      { lines: ["At the end of June 2009, 30 looked after children had offended."] },
      { lines: ["Three children sit on the interview panel."] },
      { lines: ["There are three children’s homes and four serious case reviews."] },
    ],
  },
  over: "block",
  *check(view) {
    if (view.block.kind !== "paragraph" && view.block.kind !== "bullet") return;
    const first = firstFew(view.analysis);
    if (!first) return;
    const said = view.text.slice(first.start, first.end);
    yield {
      areaId: view.areaIds[0] ?? null,
      blockId: view.id,
      span: [first.start, first.end],
      message: `“${said}”, with “${first.private}” in the sentence: could anyone in the area tell who is meant, and has this been cleared for publication?`,
    };
  },
});

interface Few extends Span {
  readonly private: string;
}

const firstFew = perText((analysis): Few | null => {
  const { text, quantities, sentences } = analysis;
  const spans: Span[] = quantities
    .filter(({ kind, value, unit }) => kind === "count" && value <= SMALL && value >= 1 && PEOPLE.test(unit))
    .map(({ start, unitEnd }) => ({ start, end: unitEnd }));
  for (const match of mayBeOne(analysis) && QUICK.test(text) ? text.matchAll(ONE) : [])
    spans.push({ start: match.index, end: match.index + match[0].length });
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const sentence = holding(sentences, span.start);
    if (!sentence) continue;
    const near = nearby(sentence, span);
    const said = text.slice(near.start, near.end);
    const told = SENSITIVE.exec(said)?.[0];
    if (told === undefined || OF_A_SERVICE.test(text.slice(span.end, span.end + 60))) continue;
    // “in one case” alone tells of nobody unless a person comes into it.
    if (AS_EXAMPLE.test(text.slice(span.start, span.end)) && !A_PERSON.test(said)) continue;
    return { ...span, private: told };
  }
  return null;
});
