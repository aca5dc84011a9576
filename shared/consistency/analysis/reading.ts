import { quotationsOf, type Quotations } from "#shared/consistency/analysis/quotations.ts";
import { sentencesOf, type Span } from "#shared/consistency/analysis/sentences.ts";
import { wordsOf, type Word } from "#shared/consistency/analysis/words.ts";

/** A text taken apart once for all analysers. The words are not kept: a long report has a million. */
export interface Reading {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** Of each sentence, in the order of the sentences. */
  readonly words: readonly (readonly Word[])[];
  readonly quotations: Quotations;
}

export function readingOf(text: string): Reading {
  const sentences = sentencesOf(text);
  return {
    text,
    sentences,
    words: sentences.map(({ start, end }) => wordsOf(text, start, end)),
    quotations: quotationsOf(text),
  };
}
