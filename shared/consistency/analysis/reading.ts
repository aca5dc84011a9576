import { quotationsOf, type Quotations } from "#shared/consistency/analysis/quotations.ts";
import { sentencesOf, type Span } from "#shared/consistency/analysis/sentences.ts";
import { signsOf, type Signs } from "#shared/consistency/analysis/signs.ts";
import { wordsOf, type Word } from "#shared/consistency/analysis/words.ts";

/** A text taken apart once for all analysers. The words are not kept: a long report has a million. */
export interface Reading {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** Of each sentence, in the order of the sentences. */
  readonly words: readonly (readonly Word[])[];
  readonly quotations: Quotations;
  readonly signs: Signs;
}

export function readingOf(text: string): Reading {
  const sentences = sentencesOf(text);
  const words = sentences.map(({ start, end }) => wordsOf(text, start, end));
  return { text, sentences, words, quotations: quotationsOf(text), signs: signsOf(words) };
}
