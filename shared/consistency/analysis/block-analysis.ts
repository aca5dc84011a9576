import { abbreviationsOf, type Abbreviations } from "#shared/consistency/analysis/abbreviations.ts";
import { gradeStatementsOf, type GradeStatement } from "#shared/consistency/analysis/grade-statements.ts";
import { meaningOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import { quantitiesOf, type Quantity } from "#shared/consistency/analysis/quantities.ts";
import { quotationsOf, type Quotations } from "#shared/consistency/analysis/quotations.ts";
import { sentencesOf, type Span } from "#shared/consistency/analysis/sentences.ts";
import { tonesOf, type Tone } from "#shared/consistency/analysis/tone.ts";
import { wordsOf } from "#shared/consistency/analysis/words.ts";

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
  const sentences = sentencesOf(text);
  const quotations = quotationsOf(text);
  const roots = sentences.map(({ start, end }) => meaningOf(wordsOf(text, start, end)));
  return {
    text,
    sentences,
    roots,
    rootSet: new Set(roots.flat()),
    quotations,
    statements: gradeStatementsOf(text, sentences, quotations, lexicon),
    quantities: quantitiesOf(text),
    abbreviations: abbreviationsOf(text),
    tones: tonesOf(text, sentences, quotations),
  };
}
