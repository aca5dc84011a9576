import { analyseBlock, type BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import { sketchFramework } from "#shared/consistency/sketch.ts";

/** A text as the checker reads it. */
export const read = (text: string): BlockAnalysis => analyseBlock(text, lexiconOf(sketchFramework));
