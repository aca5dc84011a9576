import { abbreviationsOf, type Abbreviations } from "#shared/consistency/analysis/abbreviations.ts";
import { gradeStatementsOf, type GradeStatement } from "#shared/consistency/analysis/grade-statements.ts";
import { meaningOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import { quantitiesOf, type Quantity } from "#shared/consistency/analysis/quantities.ts";
import type { Quotations } from "#shared/consistency/analysis/quotations.ts";
import { readingOf } from "#shared/consistency/analysis/reading.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import type { Signs } from "#shared/consistency/analysis/signs.ts";
import { tonesOf, type Tone } from "#shared/consistency/analysis/tone.ts";

/** What the analysers found in one block. Characters count from the start of the block's text, ends are exclusive. */
export interface BlockAnalysis {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** The roots that carry each sentence’s meaning, in the order of the sentences. */
  readonly roots: readonly (readonly string[])[];
  readonly rootSet: ReadonlySet<string>;
  /** Ask through `wordSign`. */
  readonly signs: Signs;
  readonly quotations: Quotations;
  readonly statements: readonly GradeStatement[];
  readonly quantities: readonly Quantity[];
  readonly abbreviations: Abbreviations;
  /** Evaluative sentences only. */
  readonly tones: readonly Tone[];
  /** What readers made with `perText` have found, by their place. */
  readonly known: unknown[];
}

/** Everything the analysers say of one text. It depends on the text and the framework's wordings alone. */
export function analyseBlock(text: string, lexicon: Lexicon): BlockAnalysis {
  const reading = readingOf(text);
  const { sentences, quotations, words, signs } = reading;
  const roots = words.map((each) => meaningOf(each));
  const rootSet = new Set<string>();
  for (const each of roots) for (const root of each) rootSet.add(root);
  return {
    text,
    sentences,
    roots,
    rootSet,
    signs,
    quotations,
    statements: gradeStatementsOf(reading, lexicon),
    quantities: quantitiesOf(reading),
    abbreviations: abbreviationsOf(text),
    tones: tonesOf(reading),
    known: [],
  };
}
