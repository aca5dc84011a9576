import { meaningOf } from "#shared/consistency/analysis/lexicon.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { shorten, stem, wordsOf } from "#shared/consistency/analysis/words.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

const ASKED =
  /\b(?:recommendations?|areas? (?:for (?:improvement|development|priority action)|identified for improvement)|priority actions?|required actions?)\b/i;
const mayAsk = wordSign(/\b(?:recommendations?|areas?|priority|required)\b/);
const BEFORE =
  /\b(?:(?:last|previous|earlier|prior|joint area|unannounced|full|\d{4})(?: \p{L}+){0,4} (?:inspections?|reviews?|visits?)|(?:inspections?|reviews?|visits?) (?:in|of) (?:\p{Lu}\p{Ll}+ )?(?:19|20)\d\d)\b/iu;
const UNMET =
  /\b(?:none of|not (?:all|yet|been|fully|sufficiently|adequately|consistently|significantly)|(?:have|has|had) not|yet to be|remains? (?:an? )?(?:area|outstanding|inadequate|poor|weak|unresolved|to be)|is inadequate|little progress|(?:slow|limited|insufficient) progress|too slow|despite this being|still (?:not|an?|need)|unmet)\b/i;
/** Say that something was asked for, not what. */
const OF_ANY_REPEAT = new Set(
  "recommendations area areas improvement inspection inspections review last previous earlier joint met been not none addressed progress sufficient sufficiently fully several identified for example following"
    .split(" ")
    .map(stem),
);
/** The recommendation says itself that it was made before. */
const MARKED =
  /\b(?:outstanding|repeat(?:ed)?|carried (?:over|forward)|again|previous(?:ly)?|last inspection|earlier|since \d{4}|joint area review|still|unmet)\b/i;
/** This share of the words of what was asked for must come back in a recommendation for it to be the same. */
const SAME = 0.4;

export const recommendationRepeatNotMarked = defineRule({
  id: "recommendation/repeat-not-marked",
  number: 22,
  severity: "advice",
  mode: "heuristic",
  title: "A finding of an earlier inspection comes back without being marked",
  why: "That a weakness was found before and is still there is graver than the weakness; the action plan must show it.",
  remedy: "Carry the earlier recommendation over, and say how far it has been met since.",
  source: "Quality assurance practice: repeat findings carry their status since the last inspection",
  guards: [
    "Speaks only where a sentence says that something asked for by an earlier inspection is not met, and no recommendation on it says so.",
    "Praise for recommendations that were met is left alone.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "help: None of the recommendations from the joint area review in 2008 has been met: to identify young carers; to improve recording.",
          "! now: Ensure visits are made.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "help: The recommendation of the last inspection on private fostering visits has not been met.",
          "! now: Ensure private fostering visits are made. This is carried over from the last inspection.",
        ],
      },
      { lines: ["help: All recommendations of the last inspection have been met.", "! now: Make visits."] },
      { lines: ["help: None of the recommendations from the last inspection in 2008 has been met."] },
    ],
  },
  over: "report",
  reads: () => [unmetIn, markedIn],
  *check(report) {
    if (report.recommendations.length === 0) return;
    const marked = [...gather(report, markedIn)].flatMap(({ fact }) => (fact.size > 0 ? [fact] : []));
    for (const { view, fact } of gather(report, unmetIn)) {
      const open = fact.topics.filter(({ roots }) => !marked.some((words) => isCarried(roots, words)));
      if (open.length === 0) continue;
      const named = open.slice(0, 3).map(({ text }) => `“${shorten(text, 45)}”`);
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [fact.sentence.start, fact.sentence.end],
        message: `This was asked for by an earlier inspection and is not met, and no recommendation says that it is carried over: ${named.join(", ")}. Mark the recommendation as repeated, with its status.`,
      };
    }
  },
});

interface Unmet {
  readonly sentence: Span;
  readonly topics: readonly { readonly text: string; readonly roots: readonly string[] }[];
}

const unmetOf = perText((analysis): readonly Unmet[] => {
  const { text, sentences } = analysis;
  if (!mayAsk(analysis) || !ASKED.test(text)) return [];
  return sentences.flatMap((sentence, at) => {
    const said = text.slice(sentence.start, sentence.end);
    const before = at > 0 ? text.slice(sentences[at - 1]!.start, sentences[at - 1]!.end) : "";
    if (!ASKED.test(said) || !UNMET.test(said) || !(BEFORE.test(said) || BEFORE.test(before))) return [];
    // “For example, none has been met: to improve …; to identify …”.
    const colon = said.indexOf(":");
    const parts = colon > 0 ? said.slice(colon + 1).split(";") : [];
    const topics = (parts.length > 1 ? parts : [said]).map((part) => ({
      text: part
        .trim()
        .replace(/^(?:and )?to /, "")
        .replace(/[.;]$/, ""),
      roots: meaningOf(wordsOf(part)).filter((root) => !OF_ANY_REPEAT.has(root)),
    }));
    return [{ sentence, topics }];
  });
});

const unmetIn = (view: BlockView): readonly Unmet[] =>
  view.block.kind === "paragraph" || view.block.kind === "bullet" ? unmetOf(view.analysis) : [];

/** The words of recommendations that say they were made before; of the others nothing but that they are there. */
const markedIn = ({ block, text, analysis }: BlockView): readonly ReadonlySet<string>[] =>
  block.kind === "recommendation" ? [MARKED.test(text) ? analysis.rootSet : NO_WORDS] : [];
const NO_WORDS: ReadonlySet<string> = new Set();

const isCarried = (roots: readonly string[], words: ReadonlySet<string>): boolean =>
  roots.filter((root) => words.has(root)).length >= Math.max(1, roots.length * SAME);
