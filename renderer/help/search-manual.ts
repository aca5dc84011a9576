import type { ManualPassage } from "#renderer/help/manual.ts";

export interface ManualHit {
  readonly passage: ManualPassage;
  /** The line that answers best; empty when only a title does. */
  readonly quote: string;
  /** What of the quote was asked for: pairs of start and end. */
  readonly marks: readonly (readonly [number, number])[];
}

const MOST_HITS = 30;
/** What a word is worth where it is found. */
const WORTH = { title: 6, heading: 5, line: 1 } as const;
/** Around the first word that was asked for, in characters. */
const QUOTE = 140;

const fold = (text: string): string => text.toLocaleLowerCase("en-GB").normalize("NFC");
const wordsIn = (query: string): string[] => fold(query).match(/[\p{L}\p{N}[#+]+/gu) ?? [];

/** Every passage that has the beginning of every word asked for, the likeliest first, none of them twice. */
export function searchManual(passages: readonly ManualPassage[], query: string): ManualHit[] {
  const words = wordsIn(query);
  if (words.length === 0) return [];
  const hits = passages.flatMap((passage) => {
    const score = scoreOf(passage, words);
    return score > 0 ? [{ score, hit: { passage, ...quoteOf(passage, words) } }] : [];
  });
  return hits
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_HITS)
    .map(({ hit }) => hit);
}

function scoreOf({ title, heading, lines }: ManualPassage, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const inLines = lines.filter((line) => placesOf(line, word).length > 0).length;
    const here =
      (placesOf(title, word).length > 0 ? WORTH.title : 0) +
      (placesOf(heading, word).length > 0 ? WORTH.heading : 0) +
      Math.min(3, inLines) * WORTH.line;
    if (here === 0) return 0;
    score += here;
  }
  // A passage that has all the words in one line speaks of them together.
  return score + (lines.some((line) => words.every((word) => placesOf(line, word).length > 0)) ? 4 : 0);
}

/** Where words that begin so stand in a text. */
function placesOf(text: string, word: string): (readonly [number, number])[] {
  const folded = fold(text);
  const places: (readonly [number, number])[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1]!)) places.push([at, at + word.length]);
  return places;
}

function quoteOf({ lines }: ManualPassage, words: readonly string[]): Pick<ManualHit, "quote" | "marks"> {
  const places = (line: string): (readonly [number, number])[] =>
    words.flatMap((word) => placesOf(line, word)).toSorted(([a], [b]) => a - b);
  const best = lines.toSorted(
    (a, b) =>
      words.filter((word) => placesOf(b, word).length > 0).length -
      words.filter((word) => placesOf(a, word).length > 0).length,
  )[0];
  if (best === undefined) return { quote: "", marks: [] };
  const first = places(best)[0]?.[0] ?? 0;
  const from = first < QUOTE / 2 ? 0 : best.lastIndexOf(" ", first - QUOTE / 3) + 1;
  const cut = best.length > from + QUOTE ? best.lastIndexOf(" ", from + QUOTE) : best.length;
  const start = from > 0 ? "…" : "";
  const quote = `${start}${best.slice(from, cut)}${cut < best.length ? "…" : ""}`;
  const shift = start.length - from;
  return {
    quote,
    marks: places(best)
      .filter(([a, b]) => a >= from && b <= cut)
      .map(([a, b]) => [a + shift, b + shift] as const),
  };
}
