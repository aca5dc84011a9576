import type { FactualKind, NewFactualComment } from "#shared/domain/factual-check.ts";
import { plainWords } from "#shared/evidence/read-values.ts";

/** What a cell for the kind says; in the order in which they are tried. */
const SAID: readonly (readonly [FactualKind, RegExp])[] = [
  [
    "slip",
    /\b(?:typ(?:o|os|ographic\w*|ing)|spelling|spelt|grammar\w*|numbers?|numeric\w*|punctuation|slip)\b|^a$/,
  ],
  ["evidence", /\b(?:evidence|missing|omi\w+|incomplete\w*|completeness|additional)\b|^c$/],
  ["fact", /\b(?:facts?|factual\w*|accuracy|inaccura\w+|incorrect|wrong)\b|^b$/],
];

/** The kind that was written down; null where none was, or more than one, as in a form whose choice nobody made. */
export function saidKind(cell: string): FactualKind | null {
  const words = plainWords(cell).replace(/\bfactual accuracy\b/g, "fact");
  const kinds = SAID.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind);
  if (kinds.length === 1) return kinds[0]!;
  // “Evidence inaccurate” is a matter of fact; anything else that says two things says none.
  return kinds.length === 2 && kinds.includes("evidence") && kinds.includes("fact") && words.length < 30
    ? "fact"
    : null;
}

const SLIP =
  /\b(?:typo\w*|typing error|mis-?spel\w*|spell(?:ing|ed|t)|spelt|grammar|grammatical|apostrophe|capital letters?|punctuation|full stop|comma|missing word|duplicate word|word (?:missing|repeated))\b/i;
const EVIDENCE =
  /\b(?:omit\w*|omission|left out|not (?:been )?(?:mention|includ|reflect|refer|acknowledg|consider|taken into account)\w*|no (?:mention|reference)|(?:does|do|did) not (?:mention|include|reflect|refer|acknowledge|consider|take account)\w*|fails? to (?:mention|include|reflect|refer|acknowledge)|overlook\w*|additional (?:evidence|information)|further evidence|evidence (?:was|is|not) (?:missing|provided|considered)|(?:was|were) (?:provided|shared|given) (?:to|with) (?:the )?inspect\w+)\b/i;
const NUMBER_WRONG =
  /\b(?:figure|number|percentage|per cent|total|date|year|count)\b[^.]{0,60}\b(?:is|are|was|were|should|wrong|incorrect)\b|\bshould (?:be|read|say)\b[^.]{0,20}\d/i;

/** A number with what it counts. */
const COUNTED = /(\d+(?:[.,]\d+)*%?)\s+([\p{L}’'-]{3,})/gu;

const numbersOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*%?/g) ?? [];

/**
 * The kind a comment most likely is, where nobody said: a proposal. Words on spelling, or a number put right, make it a
 * slip; words on what is not said make it missing evidence; everything else disputes a fact.
 */
export function proposeKind({ quote, text }: Pick<NewFactualComment, "quote" | "text">): FactualKind {
  if (SLIP.test(text)) return "slip";
  if (EVIDENCE.test(text)) return "evidence";
  return isNumberPutRight(quote, text) ? "slip" : "fact";
}

/** Whether another number is given for what is quoted: “21 case files” becomes “23 case files”, or “the number is 23”. */
function isNumberPutRight(quote: string, text: string): boolean {
  const old = new Set(numbersOf(quote));
  if (numbersOf(text).every((number) => old.has(number))) return false;
  if (NUMBER_WRONG.test(text)) return true;
  const counted = new Map(
    [...quote.matchAll(COUNTED)].map(([, number, what]) => [plainWords(what!), number]),
  );
  return [...text.matchAll(COUNTED)].some(([, number, what]) => {
    const was = counted.get(plainWords(what!));
    return was !== undefined && was !== number;
  });
}
