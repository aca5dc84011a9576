/**
 * What checking takes, in a process of its own so that nothing else has warmed it: prints one JSON line.
 * Started by tools/bench.ts with --expose-gc and a report in a file: node --expose-gc tools/bench/checking.ts report.json
 */
import { readFileSync } from "node:fs";
import { allFrameworks } from "#electron/core/app.ts";
import { alignmentModel } from "#electron/core/alignment-model.ts";
import { createChecker, type Checker } from "#shared/consistency/check.ts";
import { countWords, plain, textOf, type Block } from "#shared/domain/block.ts";
import { ReportDraft } from "#shared/domain/report.ts";
import { lengthened } from "#tools/bench/long-report.ts";
import { atShare, median } from "#tools/bench/times.ts";

/** Milliseconds, megabytes of heap after collection. */
export interface CheckingFigures {
  readonly words: number;
  readonly first: number;
  readonly warm: number;
  readonly edit: number;
  readonly long: {
    readonly words: number;
    readonly paragraphs: number;
    /** The first time in the process, and the middle of five; nothing kept between them. */
    readonly first: number;
    readonly whole: number;
    readonly findings: number;
    readonly edit50: number;
    readonly edit95: number;
    /** What the checker keeps, the report itself left out, and the whole heap. */
    readonly kept: number;
    readonly heap: number;
  };
}

/** The sample this many times over is a report of 600,000 words and 4,000 paragraphs. */
const TIMES = 60;
const KEYS = 200;
/** Until the code is compiled; the first check is told apart. */
const WARM_UP = 40;

const file = process.argv[2];
if (file === undefined) throw new Error("Name a file with a report.");
const draft = ReportDraft.parse(JSON.parse(readFileSync(file, "utf8")));
const framework = allFrameworks().find(({ id }) => id === draft.frameworkId) ?? null;

const timed = (work: () => void): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const collected = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

const model = alignmentModel();
/** As the window and the command line check: every rule that is on, with what a narrative reads like. */
const fresh = (): Checker => createChecker(framework, undefined, model);

const first = timed(() => void fresh().check(draft));
for (let run = 0; run < WARM_UP; run++) fresh().check(draft);
const warm = median(Array.from({ length: 25 }, () => timed(() => void fresh().check(draft))));
const { edit50: edit } = typing(draft);

const long = lengthened(draft, TIMES);
const wholes = Array.from({ length: 5 }, () => timed(() => void fresh().check(long)));
const before = collected();
const checker = fresh();
const findings = checker.check(long).findings.length;
const heap = collected();
const figures: CheckingFigures = {
  words: wordsIn(draft.blocks),
  first,
  warm,
  edit,
  long: {
    words: wordsIn(long.blocks),
    paragraphs: long.blocks.filter((block) => block.kind === "paragraph" && block.numbered).length,
    first: wholes[0]!,
    whole: median(wholes),
    findings,
    kept: heap - before,
    heap,
    ...typing(long),
  },
};
console.log(JSON.stringify(figures));

/** A sentence typed letter by letter into a paragraph past the middle, each letter checked. */
function typing(report: ReportDraft): { edit50: number; edit95: number } {
  const live = fresh();
  live.check(report);
  const middle = Math.floor(report.blocks.length * 0.6);
  const at = report.blocks.findIndex(
    (block, index) => index >= middle && block.kind === "paragraph" && block.numbered,
  );
  const text = textOf(report.blocks[at]!);
  const typed = " Visits to children in care are made on time and are recorded well. ".repeat(4);
  const times = Array.from({ length: KEYS }, (_, key) => {
    const block = { ...report.blocks[at]!, inlines: plain(text + typed.slice(0, key + 1)) } as Block;
    const blocks = report.blocks.with(at, block);
    return timed(() => void live.check({ ...report, blocks }));
  });
  return { edit50: median(times), edit95: atShare(times, 0.95) };
}

function wordsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + countWords(textOf(block)), 0);
}
