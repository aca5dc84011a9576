import { analyseBlock, type BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import type { Framework } from "#shared/domain/framework.ts";

/**
 * Analyses by text, so that one keystroke re-analyses one block. Keep one for as long as reports are open; a text
 * that two snapshots in a row do without is forgotten. Changing the framework’s wordings empties it.
 */
export interface AnalysisCache {
  /** Told before each snapshot is built. */
  begin(framework: Framework): void;
  analysisOf(text: string): BlockAnalysis;
  /** Texts held, for tests and figures. */
  readonly size: number;
}

export function createAnalysisCache(): AnalysisCache {
  let signature: string | null = null;
  let lexicon: ReturnType<typeof lexiconOf> | null = null;
  let current = new Map<string, BlockAnalysis>();
  let before = new Map<string, BlockAnalysis>();
  return {
    begin(framework) {
      const next = lexiconOf(framework);
      if (next !== lexicon && next.signature !== signature) {
        current = new Map();
        before = new Map();
      } else if (current.size > 0) {
        before = current;
        current = new Map();
      }
      lexicon = next;
      signature = next.signature;
    },
    analysisOf(text) {
      if (lexicon === null) throw new Error("An analysis cache must be told of a framework first");
      let analysis = current.get(text);
      if (analysis) return analysis;
      analysis = before.get(text) ?? analyseBlock(text, lexicon);
      current.set(text, analysis);
      return analysis;
    },
    get size() {
      return current.size;
    },
  };
}
