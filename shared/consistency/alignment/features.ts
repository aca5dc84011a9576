/**
 * Words that name a grade, or the judging itself. Never seen by the model, whatever they mean in their sentence:
 * it reads what is told of the work, not the grade that was given to it.
 */
const MASKED = new Set(
  (
    "outstanding outstandingly good goods inadequate inadequately inadequacy inadequacies adequate adequately " +
    "adequacy require requires required requiring improvement improvements judge judges judged judgement " +
    "judgements judgment judgments grade grades graded grading ofsted"
  ).split(" "),
);

const TOKEN = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|[.;:!?()]/gu;
const ACRONYM = /\p{Lu}.*\p{Lu}/u;
/**
 * The features of one sentence, in order and with repetitions: words (“swiftly”), pairs of neighbours (“not yet”)
 * and word beginnings (“effec*”). Grades, names, abbreviations and numbers are masked, and no pair spans one.
 * The trainer and the checker both come here, so that they cannot read differently.
 */
export function featuresOf(sentence: string): string[] {
  const features: string[] = [];
  let before: string | null = null;
  for (const word of readableWords(sentence)) {
    if (word !== null) {
      features.push(word);
      if (word.length > LETTERS) features.push(startOf(word));
      if (before !== null) features.push(pairOf(before, word));
    }
    before = word;
  }
  return features;
}

/** Words longer than this have a beginning that counts as well. */
export const LETTERS = 5;
export const startOf = (word: string): string => `${word.slice(0, LETTERS)}*`;
export const pairOf = (before: string, word: string): string => `${before} ${word}`;

/** The words of a sentence as the model reads them, in order; null for what is masked, and for stops. */
export function readableWords(sentence: string): (string | null)[] {
  const words: (string | null)[] = sentence.match(TOKEN) ?? [];
  let first = true;
  for (let at = 0; at < words.length; at++) {
    const token = words[at]!;
    words[at] = readable(token, first);
    if (first && !STOPS.has(token)) first = false;
  }
  return words;
}
const STOPS = new Set([".", ";", ":", "!", "?", "(", ")"]);

/** What tokens read as inside a sentence, and first in one: few thousand different ones make up a report. */
const inside = new Map<string, string | null>();
const opening = new Map<string, string | null>();
const MOST_KNOWN = 20_000;

function readable(token: string, first: boolean): string | null {
  const known = first ? opening : inside;
  let word = known.get(token);
  if (word === undefined) {
    word = read(token, first);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(token, word);
  }
  return word;
}

/** Lower case, without possessive; null for a word that is masked, and for punctuation. */
function read(token: string, first: boolean): string | null {
  if (/^[^\p{L}]|\p{N}/u.test(token) || ACRONYM.test(token)) return null;
  if (!first && /^\p{Lu}/u.test(token) && token !== "I") return null;
  const word = token.toLowerCase().replaceAll("’", "'").replace(/'s?$/, "");
  return word.split("-").some((part) => MASKED.has(part)) ? null : word;
}

/** How much a feature counts that occurs so many times: the tenth “effective” says less than the first. */
export const damped = (times: number): number => DAMPED[times] ?? 1 + Math.log(times);
/** From 0, which does not occur. Logarithms are dear where tens of thousands of features are weighed at a keystroke. */
const DAMPED = Array.from({ length: 256 }, (_, times) => (times < 2 ? 1 : 1 + Math.log(times)));

/** How often each feature occurs, and the length by which the damped counts are divided. */
export function countFeatures(sentences: readonly (readonly string[])[]): {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
} {
  const counts = new Map<string, number>();
  for (const features of sentences)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  let squares = 0;
  for (const times of counts.values()) squares += damped(times) ** 2;
  return { counts, length: Math.sqrt(squares) };
}
