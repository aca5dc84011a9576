/**
 * Trains “reads like” on published reports: node tools/train-alignment.ts [--check] [--reports folder] [--cache file]
 *
 * Needs a folder of published reports whose file names are the authority and the date (cornwall-2019-11-05.pdf); by
 * default ../shared/corpus/reports beside the project. Grades and ties are what Plumbline's own importer reads from them.
 * Prints the cross-validation and writes resources/models/alignment.json; the same reports make the same file.
 * `--check` only trains again and says whether the file is what comes out. `--cache` keeps the imported drafts in a file.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { resourcePath } from "#electron/core/paths.ts";
import { CONTEXT, othersOf } from "#tools/alignment/context.ts";
import {
  examplesOf,
  firstWords,
  nameWords,
  readDrafts,
  vectorOf,
  vocabularyOf,
  type Vocabulary,
} from "#tools/alignment/examples.ts";
import {
  figuresOf,
  HEADER,
  QUESTIONS_HEADER,
  questionsRow,
  row,
  type Judged,
} from "#tools/alignment/figures.ts";
import { scoreOf } from "#tools/alignment/ridge.ts";
import {
  FEWEST_AUTHORITIES,
  foldsOf,
  isCounted,
  say,
  train,
  type Sample,
  type Trained,
} from "#tools/alignment/train.ts";

const FOLDS = 10;
const INNER_FOLDS = 5;
/** Texts shorter than this teach nothing. */
const FEWEST_WORDS = 100;
const LENGTHS = [50, 100, 150, 200, 250, 300, 350, 400];
/** On narratives cut to the word limit, at least so many must still be read exactly, and within one. */
const ENOUGH_EXACT = 0.74;
const ENOUGH_WITHIN_ONE = 0.99;

const { values: options } = parseArgs({
  options: { check: { type: "boolean" }, reports: { type: "string" }, cache: { type: "string" } },
});
const folder = options.reports ?? fileURLToPath(new URL("../../shared/corpus/reports", import.meta.url));
if (!existsSync(folder)) {
  console.error(
    `Training needs a folder of published reports, and ${folder} is not there. Name one with --reports.`,
  );
  process.exit(2);
}
const file = resourcePath("models", "alignment.json");
const drafts = await readDrafts(folder, options.cache ?? null);
const examples = examplesOf(drafts);
const vocabulary = vocabularyOf(examples, nameWords(examples), FEWEST_AUTHORITIES);
const samples: Sample[] = examples
  .filter(({ words }) => words >= FEWEST_WORDS)
  .map((example) => ({ ...example, vector: vectorOf(example.texts, vocabulary) }));

const minWords = options.check
  ? (JSON.parse(readFileSync(file, "utf8")) as { minWords: number }).minWords
  : evaluate(samples, vocabulary);
const text = modelText(train(samples, vocabulary.size, FOLDS), vocabulary, minWords);
if (!options.check) {
  writeFileSync(file, text);
  console.log(`\nWritten to ${file}: ${(text.length / 1024).toFixed(0)} KB.`);
} else if (text === readFileSync(file, "utf8")) console.log(`${file} is what these reports make.`);
else {
  console.error(`${file} is not what these reports make. Train again without --check.`);
  process.exitCode = 1;
}

/**
 * Cross-validation: settings, calibration and weights all come from other authorities than those they are tried on.
 *
 * @returns the smallest number of words at which the beginning of a narrative is still read well enough
 */
function evaluate(all: readonly Sample[], known: Vocabulary): number {
  console.log(
    `${drafts.size} reports, ${all.length} graded areas, ${known.size} features before selection\n\n${HEADER}`,
  );
  const fold = foldsOf(all, FOLDS);
  const judged: Judged[] = [];
  const cut = new Map<number, Judged[]>(LENGTHS.map((words) => [words, []]));
  for (let part = 0; part < FOLDS; part++) {
    const model = train(
      all.filter((_, i) => fold[i] !== part),
      known.size,
      INNER_FOLDS,
    );
    const here = all.filter((_, i) => fold[i] === part);
    const others = othersOf(
      here,
      here.map(({ vector }) => scoreOf(model.linear, vector)),
    );
    const heard = here.map((sample, i) => ({
      sample,
      said: say(model, sample.vector, others[i]!),
      questions: model.questions,
    }));
    judged.push(...heard);
    for (const [i, sample] of here.entries())
      for (const words of isCounted(sample) ? LENGTHS : [])
        cut.get(words)!.push({
          sample,
          said: say(model, vectorOf(firstWords(sample.texts, words), known), others[i]!),
          questions: model.questions,
        });
    const { lambda, trust } = model.settings;
    console.log(
      row(
        `fold ${part + 1} (λ ${lambda}, trust ${trust})`,
        heard.filter(({ sample }) => isCounted(sample)),
        false,
      ),
    );
  }
  const scored = judged.filter(({ sample }) => isCounted(sample));
  console.log(row("**all folds**", scored));
  for (const family of new Set(scored.map(({ sample }) => sample.family)))
    console.log(
      row(
        family,
        scored.filter(({ sample }) => sample.family === family),
      ),
    );
  for (const rank of [0, 1, 2, 3])
    console.log(
      row(
        `grade ${rank}`,
        scored.filter(({ sample }) => sample.rank === rank),
        false,
      ),
    );
  for (const area of new Set(scored.map(({ sample }) => `${sample.family} ${sample.area}`)))
    console.log(
      row(
        area,
        scored.filter(({ sample }) => `${sample.family} ${sample.area}` === area),
        false,
      ),
    );
  console.log(
    row(
      "not counted: overall, slac, lscb",
      judged.filter(({ sample }) => !isCounted(sample)),
      false,
    ),
  );
  const tooFew = LENGTHS.findLastIndex((words) => {
    const { exact, withinOne } = figuresOf(cut.get(words)!);
    return exact < ENOUGH_EXACT || withinOne < ENOUGH_WITHIN_ONE;
  });
  for (const words of LENGTHS) console.log(row(`first ${words} words`, cut.get(words)!, false));
  reliability(scored);
  console.log(`\n${QUESTIONS_HEADER}`);
  for (const limit of ["otherwise", "farOtherwise"] as const) console.log(questionsRow(limit, scored));
  return LENGTHS[Math.min(tooFew + 1, LENGTHS.length - 1)]!;
}

/** Whether a grade said to have a chance of 70 % is the true one in 70 of 100. */
function reliability(judged: readonly Judged[]): void {
  console.log("\n| chance of the grade it reads like | areas | was the grade |\n| --- | --- | --- |");
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 1.01],
  ] as const) {
    const within = judged.filter(({ said }) => {
      const chance = Math.max(...said.chances);
      return chance >= from && chance < to;
    });
    if (within.length === 0) continue;
    const right = within.filter(({ sample, said }) => said.reads === sample.rank).length;
    console.log(
      `| ${from}–${Math.min(1, to)} | ${within.length} | ${((100 * right) / within.length).toFixed(0)} % |`,
    );
  }
}

function modelText({ linear, calibration, questions }: Trained, known: Vocabulary, fewest: number): string {
  const round = (value: number, digits: number): number => Number(value.toFixed(digits));
  const weights: Record<string, number> = {};
  for (const [feature, id] of known) {
    const weight = round(linear.weights[id]!, 3);
    if (weight !== 0) weights[feature] = weight;
  }
  const ranks = samples.map(({ rank }) => rank);
  const model = {
    format: "plumbline-alignment",
    version: 2,
    minWords: fewest,
    families: [...new Set(samples.filter(isCounted).map(({ family }) => family))].toSorted(),
    base: round(linear.base, 4),
    centre: round(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length, 4),
    context: CONTEXT,
    contextWords: FEWEST_WORDS,
    slope: round(calibration.slope, 4),
    thresholds: calibration.thresholds.map((threshold) => round(threshold, 4)),
    questions: { otherwise: round(questions.otherwise, 5), farOtherwise: round(questions.farOtherwise, 5) },
    weights,
  };
  return `${JSON.stringify(model, null, 1)}\n`;
}
