import { once, perForm, type Word, type WordForm } from "#shared/consistency/analysis/words.ts";

/** Which of the known signs the words of a text bear, one bit each. */
export interface Signs {
  readonly bits: readonly number[];
  /** Somewhere a word stands twice in a row, as far as letters go: “the the”, “1.the the”. */
  readonly doubled: boolean;
  /** How many signs were known when the text was read. */
  readonly of: number;
}

const BITS = 31;
const signs: RegExp[] = [];
const NONE: readonly number[] = [];

/** What one word bears, and the letters it begins and ends with. */
interface Borne {
  bits: readonly number[];
  of: number;
  readonly start: string;
  readonly end: string;
}
const borneBy = perForm((lower): Borne => {
  const plain = /^[a-z]+$/.test(lower);
  return {
    bits: NONE,
    of: 0,
    start: plain ? lower : once(/^[a-z]*/.exec(lower)![0]),
    end: plain ? lower : once(/[a-z]*$/.exec(lower)![0]),
  };
});

/** A sign that was made after the word was first read is looked for now. */
function bringUpToDate(borne: Borne, form: WordForm): void {
  borne.of = signs.length;
  // A letter outside English may have another small letter for a pattern than for us: such a word may be anything.
  const odd = /[^\0-\x7f]/.test(form.lower);
  const bits: number[] = [];
  for (const [place, pattern] of signs.entries())
    if (odd || pattern.test(form.lower)) {
      const at = Math.floor(place / BITS);
      while (bits.length <= at) bits.push(0);
      bits[at]! |= 1 << (place % BITS);
    }
  borne.bits = bits.length > 0 ? bits : NONE;
}

/** The signs of a text, from its words by sentence. */
export function signsOf(words: readonly (readonly Word[])[]): Signs {
  const bits = Array.from({ length: Math.ceil(signs.length / BITS) }, () => 0);
  let doubled = false;
  for (const sentence of words) {
    let end = "";
    for (const { form } of sentence) {
      const borne = borneBy(form);
      if (borne.of !== signs.length) bringUpToDate(borne, form);
      if (end === borne.start && end !== "") doubled = true;
      end = borne.end;
      const own = borne.bits;
      for (let at = 0; at < own.length; at++) bits[at] = bits[at]! | own[at]!;
    }
  }
  return { bits, doubled, of: signs.length };
}

/**
 * Whether a text may hold what a costly pattern looks for: whether one of its words, in lower case, matches `word`.
 * That is looked up with the word’s form, so that it costs a text nothing; the pattern must need such a word.
 * Made once, at the top of a module.
 */
export function wordSign(word: RegExp): (text: { readonly signs: Signs }) => boolean {
  const place = signs.push(word) - 1;
  const at = Math.floor(place / BITS);
  const bit = 1 << (place % BITS);
  return ({ signs: { bits, of } }) => place >= of || (bits[at]! & bit) !== 0;
}
