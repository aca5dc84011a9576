import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import type { Reading } from "#shared/consistency/analysis/reading.ts";
import { perForm, type Word } from "#shared/consistency/analysis/words.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";

/** How one sentence judges what it speaks of. */
export interface Tone {
  readonly sentence: Span;
  /** Above 0 speaks of strength, below 0 of weakness; 0 has both in equal part. */
  readonly score: number;
  /** The words that decided it, in order, with their negation: “not well understood”. */
  readonly because: readonly string[];
}

const list = (words: string): string[] => words.trim().split(/\s+/);

const STRENGTHS = new Map<string, number>([
  ...list("outstanding excellent exemplary impressive inspirational exceptional highly-effective").map(
    (word) => [word, 2] as const,
  ),
  ...list(
    "good effective effectively strong strength strengths robust robustly timely well appropriate appropriately comprehensive improved improving improvement improvements positive positively valued clear clearly success successful successfully committed skilled thorough thoroughly prompt promptly consistent consistently sensitive sensitively regular regularly secure securely creative innovative benefit benefits benefiting supported supportive child-centred ambitious ambition trusted stable embedded thrive sound helpful",
  ).map((word) => [word, 1] as const),
]);
const WEAKNESSES = new Map<string, number>([
  ...list(
    "inadequate inadequately unsafe dangerous failings failing failure failures failed serious widespread",
  ).map((word) => [word, 2] as const),
  ...list(
    "ineffective poor poorly weak weakness weaknesses inconsistent inconsistently inconsistency variable insufficient insufficiently lack lacks lacking limited delay delays delayed drift deteriorated declined shortfall shortfalls shortage deficit deficits deficiencies unclear confusion incomplete inappropriate inappropriately undermined undermines undermining undermine concern concerns unsatisfactory difficulties inaccurate unreliable inefficient fragmented slow late absence unaware low superficial overdue unresolved vulnerable-to underdeveloped under-developed",
  ).map((word) => [word, 1] as const),
]);
const NEGATIONS = new Set(
  list("not no never nor neither without cannot isn't aren't wasn't weren't yet-to little few rarely hardly"),
);
/** After these the praise is a wish: “to provide effective challenge”, “more clarity is needed”. */
const WISHES = new Set(list("need needs needed require requires required should must ensure improve"));
/** How far before a word its negation may stand. */
const REACH = 4;
/** “good health”, “good practice guidance”, “well-being”: no praise. */
const NO_PRAISE_AFTER: Record<string, readonly string[]> = {
  good: ["health", "enough"],
  well: ["being", "as", "below", "established-in"],
  clear: ["that"],
};

/** “strategies to secure value for money”: what is done, not how well. */
const NO_PRAISE_BEFORE: Record<string, string> = { secure: "to" };

/** Above 0 praises, below 0 blames; 0 does neither. */
const weightOfForm = perForm((lower) => STRENGTHS.get(lower) ?? -(WEAKNESSES.get(lower) ?? 0));
/** Of a word after the one before it: some mean another thing then. */
function weightOf(word: Word, before: Word | undefined): number {
  if (word.lower === "developed" && before?.lower === "under") return -1;
  if (before && NO_PRAISE_BEFORE[word.lower] === before.lower) return 0;
  return weightOfForm(word.form);
}

/** Evaluative sentences of one text. Words inside quotations do not count: they are somebody else’s. */
export function tonesOf({ text, sentences, quotations, words: wordsIn }: Reading): Tone[] {
  const tones: Tone[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const words = wordsIn[index]!;
    const because: string[] = [];
    let score = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      const weight = weightOf(word, words[at - 1]);
      if (weight === 0) continue;
      if (isQuoted(quotations, word.start)) continue;
      if (NO_PRAISE_AFTER[word.lower]?.includes(words[at + 1]?.lower ?? "")) continue;
      let from = at;
      let wished = false;
      for (let back = at - 1; back >= 0 && back >= at - REACH; back--) {
        if (/[,;:]/.test(text.slice(words[back]!.end, words[back + 1]!.start))) break;
        if (NEGATIONS.has(words[back]!.lower)) {
          from = back;
          break;
        }
        wished ||= WISHES.has(words[back]!.lower);
      }
      const negated = from < at;
      if (wished && !negated && weight > 0) continue;
      score += negated ? (weight > 0 ? -1 : 0.5) : weight;
      because.push(text.slice(words[from]!.start, word.end));
    }
    if (because.length > 0) tones.push({ sentence, score, because });
  }
  return tones;
}
