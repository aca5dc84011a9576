import { meaningOf } from "#shared/consistency/analysis/lexicon.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { clauseSubject } from "#shared/consistency/analysis/subject.ts";
import { matchesOf } from "#shared/consistency/analysis/triggers.ts";
import { wordsOf, type Word } from "#shared/consistency/analysis/words.ts";
import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { gather, type Gathered } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** What is said → the side it is on. Words of one group contradict each other across the two sides. */
const SAID = new Map<string, readonly [group: string, side: boolean]>(
  (
    [
      ["understanding", true, "understood"],
      ["understanding", false, "misunderstood"],
      ["time", true, "timely prompt"],
      ["time", false, "late delayed untimely"],
      ["steadiness", true, "consistent stable"],
      ["steadiness", false, "inconsistent unstable"],
      ["effect", true, "effective"],
      ["effect", false, "ineffective"],
      ["enough", true, "sufficient"],
      ["enough", false, "insufficient"],
      ["fit", true, "appropriate suitable"],
      ["fit", false, "inappropriate unsuitable"],
      ["rigour", true, "robust thorough rigorous strong"],
      ["rigour", false, "weak superficial"],
      ["order", true, "manageable low"],
      ["order", false, "unmanageable high"],
      ["place", true, "embedded established"],
      ["place", false, "underdeveloped"],
      ["clearness", true, "clear"],
      ["clearness", false, "unclear"],
      ["completeness", true, "complete comprehensive"],
      ["completeness", false, "incomplete"],
    ] as const
  ).flatMap(([group, side, words]) => words.split(" ").map((word) => [word, [group, side]] as const)),
);
const MAY_SAY = new RegExp(
  ` (?:is|are|remains?) (?:(?:not|well|very|now|still|clearly|widely|generally|also|both|fully|too) ){0,3}(?:${[...SAID.keys()].join("|")})(?![a-z])`,
);
const maySay = wordSign(new RegExp(`^(?:${[...SAID.keys()].join("|")})(?![a-z])`));
const VERBS = new Set("is are remain remains".split(" "));
/** Between the verb and the word these leave it whole; anything else narrows it, and the claim is not read. */
const BETWEEN = new Set("not well very now still clearly widely generally also both fully too".split(" "));
/** “confusion and lack of clarity around thresholds”. */
const CONFUSION =
  /\b(?:confusion|lack of clarity|uncertainty|lack of understanding)(?: and (?:a )?(?:lack of clarity|uncertainty|confusion))? (?:about|around|over|regarding|of|as to) (?:the )?([\p{L}-]+)/giu;
const mayConfuse = wordSign(/\b(?:confusion|clarity|uncertainty|understanding)\b/);
/** The same people at another time, or only some of them, are no contradiction. */
const NARROWED =
  /\b(?:previous(?:ly)?|until|since|prior|formerly|had been|last inspection|recent(?:ly)?|in (?:some|a few|a small number|many|most|other|weaker|better|stronger)|some|most|many|where|when|for (?:some|a few|most|many|older|younger)|if|initial(?:ly)?|sometimes|usually|often|mostly|more|less|better|not yet|increasingly)\b/i;

const NARROWING = new Set("that in about at for to on when where if enough with".split(" "));
/** What is asked for is not said to be so. */
const ASKING = /^(?:Ensure|Improve|Review|Develop|Strengthen|Continue|Make sure)\b/;

export const narrativeContradictsItself = defineRule({
  id: "narrative/contradicts-itself",
  number: 36,
  severity: "advice",
  mode: "heuristic",
  title: "Two paragraphs say opposite things of one matter",
  why: "A reader who is told both that thresholds are understood and that they are not believes neither.",
  remedy: "Say of whom, where or when each is true, or take one out.",
  source: "Quality assurance practice: the report speaks with one voice",
  guards: [
    "Both sentences must be about exactly the same matter, in the same words, with opposite words of one kind, in two paragraphs of one tree.",
    "Sentences about some, about other times, with conditions, or inside quotations are left out.",
    "One finding a matter.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "help: Thresholds are well understood by referring agencies.",
          "leadership: There is confusion around thresholds among professionals.",
        ],
      },
      { lines: ["help: Strategy meetings are timely.", "help: Strategy meetings are not timely."] },
      { lines: ["help: Caseloads are manageable.", "leadership: Caseloads are too high."] },
    ],
    clean: [
      { lines: ["help: Strategy meetings are timely.", "help: Some strategy meetings are not timely."] },
      { lines: ["help: Strategy meetings are timely.", "help: Initial visits are not timely."] },
      {
        lines: ["help: Strategy meetings are timely.", "help: Until 2018 strategy meetings were not timely."],
      },
      { lines: ["help: Plans are clear.", "help: Parents said ‘plans are unclear’."] },
    ],
  },
  over: "report",
  reads: () => [claimsIn],
  *check(report) {
    const sides = new Map<string, readonly [Gathered<Claim>[], Gathered<Claim>[]]>();
    for (const each of gather(report, claimsIn)) {
      let known = sides.get(each.fact.what);
      if (!known) sides.set(each.fact.what, (known = [[], []]));
      known[each.fact.side ? 1 : 0].push(each);
    }
    for (const [what, [no, yes]] of sides) {
      if (no.length === 0) continue;
      const within = yes.find(({ view }) => no.some((each) => each.view !== view));
      const against = within && no.find(({ view }) => view !== within.view);
      if (!against) continue;
      const [first, second] = against.view.index < within.view.index ? [against, within] : [within, against];
      yield {
        areaId: second.view.areaIds[0] ?? null,
        blockId: second.view.id,
        span: [second.fact.start, second.fact.end],
        key: what,
        message: `“${quoteOf(second)}” here, “${quoteOf(first)}”${placeOf(first.view)}. Say of whom or when each is true, or settle which it is.`,
      };
    }
  },
});

interface Claim {
  /** Matter and kind of words, the same for both sides. */
  readonly what: string;
  readonly side: boolean;
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

const SHOWN = 90;
const quoteOf = ({ fact: { said } }: Gathered<Claim>): string =>
  said.length > SHOWN ? `… ${said.slice(said.indexOf(" ", said.length - SHOWN) + 1)}` : said;
const placeOf = (view: BlockView): string =>
  view.paragraph === null ? " elsewhere" : ` in paragraph ${view.paragraph}`;

const claimsIn = (view: BlockView): readonly Claim[] =>
  isNarrative(view.block) && view.block.kind !== "quotation" && view.areaIds.length > 0
    ? claimsOf(view.analysis)
    : [];

const claimsOf = perText((analysis): readonly Claim[] => {
  const { text, sentences, quotations } = analysis;
  const claims: Claim[] = [];
  for (const match of mayConfuse(analysis) ? matchesOf(CONFUSION, text) : []) {
    const matter = matterOf(wordsOf(match[1]!));
    const at = match.index;
    if (matter !== null && !isQuoted(quotations, at))
      claims.push({
        what: `${matter}|confusion`,
        side: false,
        said: match[0],
        start: at,
        end: at + match[0].length,
      });
  }
  if (!maySay(analysis) || !MAY_SAY.test(text)) return claims;
  for (const { start, end } of sentences) {
    if (!MAY_SAY.test(text.slice(start, end))) continue;
    const words = wordsOf(text, start, end);
    for (let at = 0; at < words.length; at++) {
      const said = SAID.get(words[at]!.lower);
      if (!said || isQuoted(quotations, words[at]!.start)) continue;
      claims.push(...claimAt(text, words, at, said));
    }
  }
  return claims;
});

/** “thresholds (for …) are not well understood”. */
function claimAt(
  text: string,
  words: readonly Word[],
  at: number,
  [group, good]: readonly [string, boolean],
): readonly Claim[] {
  let verb = at - 1;
  let negated = false;
  while (verb > 0 && BETWEEN.has(words[verb]!.lower)) negated = words[verb--]!.lower === "not" || negated;
  if (verb < 1 || !VERBS.has(words[verb]!.lower)) return [];
  // “is clear that”, “are effective in …”: says something else, or less.
  const next = /^\s*(\p{L}+)/u.exec(text.slice(words[at]!.end, words[at]!.end + 20))?.[1];
  if (next !== undefined && NARROWING.has(next)) return [];
  const subject = clauseSubject(text, words, verb);
  const from = subject.words[0];
  if (!from || subject.quantified || subject.relative) return [];
  const end = words[at]!.end;
  if (NARROWED.test(text.slice(from.start, end)) || ASKING.test(text.slice(words[0]!.start))) return [];
  const matter = matterOf(subject.words);
  if (matter === null) return [];
  const side = good !== negated;
  const said = text.slice(from.start, end);
  const claim = { what: `${matter}|${group}`, side, said, start: from.start, end };
  const head = group === "understanding" && side ? matterOf(headOf(subject.words)) : null;
  return head === null ? [claim] : [claim, { ...claim, what: `${head}|confusion` }];
}

/** Up to the first preposition: “thresholds for access to services” are thresholds. */
function headOf(words: readonly Word[]): readonly Word[] {
  const stop = words.findIndex(({ lower }) =>
    /^(?:for|to|in|by|between|with|from|at|on|across|within)$/.test(lower),
  );
  return stop > 0 ? words.slice(0, stop) : words;
}

/** Roots of what is spoken of; null where it is “they” or “services”: anything. */
function matterOf(words: readonly Word[]): string | null {
  const roots = meaningOf(words);
  return roots.length === 0 ||
    roots.length > 6 ||
    /^(?:it|they|this|these|that|which|there)$/.test(words[0]?.lower ?? "")
    ? null
    : roots.toSorted().join(" ");
}
