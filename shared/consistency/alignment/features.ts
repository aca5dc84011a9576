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
const LETTERS = 5;

/**
 * The features of one sentence, in order and with repetitions: words (“swiftly”), pairs of neighbours (“not yet”)
 * and word beginnings (“effec*”). Grades, names, abbreviations and numbers are masked, and no pair spans one.
 * The trainer and the checker both come here, so that they cannot read differently.
 */
export function featuresOf(sentence: string): string[] {
  const features: string[] = [];
  let before: string | null = null;
  let first = true;
  for (const token of sentence.match(TOKEN) ?? []) {
    const word = readable(token, first);
    if (first && /[\p{L}\p{N}]/u.test(token)) first = false;
    if (word !== null) {
      features.push(word);
      if (word.length > LETTERS) features.push(`${word.slice(0, LETTERS)}*`);
      if (before !== null) features.push(`${before} ${word}`);
    }
    before = word;
  }
  return features;
}

/** What tokens read as inside a sentence: few thousand different ones make up a report. */
const known = new Map<string, string | null>();
const MOST_KNOWN = 20_000;

function readable(token: string, first: boolean): string | null {
  if (first) return read(token, first);
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
export const damped = (times: number): number => (times === 1 ? 1 : 1 + Math.log(times));

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
