import mammoth from "mammoth";
import { writeWord } from "#electron/core/exporters/word.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { countWords, textOf } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { Report } from "#shared/domain/report.ts";
import { lengthened } from "#tools/bench/long-report.ts";
import { median } from "#tools/bench/times.ts";

/** Milliseconds, medians, both readers warm and taking turns on the same bytes. */
export interface ImportFigures {
  readonly words: number;
  readonly ours: number;
  readonly mammoth: number;
}

/** The sample, and ten of it: 100,000 words. */
const TIMES = [1, 10];
const TURNS = 9;

/** Word files read into a whole report with its grades and ties, beside a library that makes HTML of them. */
export async function importFigures(
  report: Report,
  framework: Framework | null,
  frameworks: readonly Framework[],
): Promise<ImportFigures[]> {
  const figures: ImportFigures[] = [];
  for (const times of TIMES) {
    const long = lengthened(report, times);
    const bytes = await writeWord({ report: long, framework });
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let turn = 0; turn <= TURNS; turn++) {
      const started = performance.now();
      await readReport({ name: "report.docx", bytes }, { frameworks, onPage: () => {} });
      const between = performance.now();
      await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
      // The first turn warms both up.
      if (turn === 0) continue;
      ours.push(between - started);
      theirs.push(performance.now() - between);
    }
    const words = long.blocks.reduce((sum, block) => sum + countWords(textOf(block)), 0);
    figures.push({ words, ours: median(ours), mammoth: median(theirs) });
  }
  return figures;
}
