import { abbreviationsOf, type Abbreviations } from "#shared/consistency/analysis/abbreviations.ts";
import { gradeStatementsOf, type GradeStatement } from "#shared/consistency/analysis/grade-statements.ts";
import { meaningOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import { quantitiesOf, type Quantity } from "#shared/consistency/analysis/quantities.ts";
import type { Quotations } from "#shared/consistency/analysis/quotations.ts";
import { readingOf } from "#shared/consistency/analysis/reading.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { tonesOf, type Tone } from "#shared/consistency/analysis/tone.ts";

/** What the analysers found in one block. Characters count from the start of the block's text, ends are exclusive. */
export interface BlockAnalysis {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** The roots that carry each sentence’s meaning, in the order of the sentences. */
  readonly roots: readonly (readonly string[])[];
  readonly rootSet: ReadonlySet<string>;
  readonly quotations: Quotations;
  readonly statements: readonly GradeStatement[];
  readonly quantities: readonly Quantity[];
  readonly abbreviations: Abbreviations;
  /** Evaluative sentences only. */
  readonly tones: readonly Tone[];
}

/** Everything the analysers say of one text. It depends on the text and the framework's wordings alone. */
export function analyseBlock(text: string, lexicon: Lexicon): BlockAnalysis {
  const reading = readingOf(text);
  const { sentences, quotations, words } = reading;
  const roots = words.map((each) => meaningOf(each));
  return {
    text,
    sentences,
    roots,
    rootSet: new Set(roots.flat()),
    quotations,
    statements: gradeStatementsOf(reading, lexicon),
    quantities: quantitiesOf(text),
    abbreviations: abbreviationsOf(text),
    tones: tonesOf(reading),
  };
}
