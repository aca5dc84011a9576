import { tableOf, type FeatureTable } from "#shared/consistency/alignment/feature-table.ts";
import { damped } from "#shared/consistency/alignment/features.ts";
import { MODEL_GRADES, type AlignmentModel } from "#shared/consistency/alignment/model.ts";
import {
  alignmentFrom,
  chancesOf,
  readingOf,
  type Alignment,
  type Reading,
} from "#shared/consistency/alignment/reads-like.ts";
import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import type { AreaView, BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";

/** How often each feature occurs in one area’s text. Brought up to date block by block. */
interface Tally {
  /** What the features are numbered by. */
  readonly table: FeatureTable;
  /** By feature, one more than how often it occurs; 0 for one that never did. */
  counts: Int32Array;
  /** Features that occur, or did once. */
  readonly seen: number[];
  texts: ReadonlySet<BlockAnalysis>;
}

/** The last tally of each area: the report that is being written is asked about again and again. */
const tallies = new WeakMap<Framework, Map<AreaId, Tally>>();
const scores = new WeakMap<AreaView, { readonly model: AlignmentModel; readonly score: number | null }>();

/** The score of the area’s own text, not yet kept to the scale; null on too little text. Kept with the area. */
function ownScoreOf(area: AreaView, framework: Framework, model: AlignmentModel): number | null {
  let known = scores.get(area);
  if (known?.model !== model) scores.set(area, (known = { model, score: readScore(area, framework, model) }));
  return known.score;
}

function readScore(area: AreaView, framework: Framework, model: AlignmentModel): number | null {
  if (wordsIn(area) < model.contextWords) return null;
  const { counts, seen, table } = tallyOf(area, framework, tableOf(model));
  let squares = 0;
  let sum = 0;
  for (const feature of seen) {
    const times = counts[feature]! - 1;
    if (times === 0) continue;
    const weighed = damped(times);
    squares += weighed ** 2;
    sum += table.weights[feature]! * weighed;
  }
  return squares === 0 ? null : model.base + sum / Math.sqrt(squares);
}

function tallyOf({ id, narrative }: AreaView, framework: Framework, table: FeatureTable): Tally {
  let known = tallies.get(framework);
  if (!known) tallies.set(framework, (known = new Map()));
  const texts = new Set(narrative.map(({ analysis }) => analysis));
  let tally = known.get(id);
  // The same words twice in one area are one analysis or two; a set would lose the second.
  if (texts.size < narrative.length)
    return freshTally(
      narrative.map(({ analysis }) => analysis),
      table,
    );
  if (tally?.table !== table) tally = undefined;
  const come = tally ? [...texts].filter((each) => !tally!.texts.has(each)) : [];
  if (!tally || come.length * 2 > texts.size) tally = freshTally([...texts], table);
  else {
    for (const each of tally.texts) if (!texts.has(each)) count(each, tally, -1);
    for (const each of come) count(each, tally, 1);
    tally.texts = texts;
  }
  known.set(id, tally);
  return tally;
}

function freshTally(texts: readonly BlockAnalysis[], table: FeatureTable): Tally {
  const tally: Tally = { table, counts: new Int32Array(0), seen: [], texts: new Set(texts) };
  for (const each of texts) count(each, tally, 1);
  return tally;
}

const numbers = new WeakMap<BlockAnalysis, { readonly table: FeatureTable; readonly ids: Int32Array }>();

/** The features of a text by their numbers. Kept with it: most texts belong to more than one area. */
function idsIn(analysis: BlockAnalysis, table: FeatureTable): Int32Array {
  let known = numbers.get(analysis);
  if (known?.table !== table) {
    const { text, sentences } = analysis;
    const ids = sentences.flatMap(({ start, end }) => table.idsOf(text.slice(start, end)));
    numbers.set(analysis, (known = { table, ids: Int32Array.from(ids) }));
  }
  return known.ids;
}

function count(analysis: BlockAnalysis, tally: Tally, by: 1 | -1): void {
  const ids = idsIn(analysis, tally.table);
  const room = tally.table.weights.length;
  if (tally.counts.length < room) {
    const grown = new Int32Array(Math.ceil(room * 1.25));
    grown.set(tally.counts);
    tally.counts = grown;
  }
  const { counts, seen } = tally;
  for (const feature of ids) {
    if (counts[feature] === 0) {
      counts[feature] = 1;
      seen.push(feature);
    }
    counts[feature]! += by;
  }
}

const lengths = new WeakMap<AreaView, number>();

function wordsIn(area: AreaView): number {
  let words = lengths.get(area);
  if (words === undefined)
    lengths.set(area, (words = area.narrative.reduce((sum, each) => sum + each.words, 0)));
  return words;
}

/** The average score of the report’s other graded areas; null where none has enough text. */
function othersOf(area: AreaView, { areas, framework }: Snapshot, model: AlignmentModel): number | null {
  let sum = 0;
  let count = 0;
  for (const other of areas) {
    if (other.id === area.id || other.area.kind !== "graded") continue;
    const score = ownScoreOf(other, framework, model);
    if (score === null) continue;
    sum += score;
    count++;
  }
  return count === 0 ? null : sum / count;
}

const readings = new WeakMap<
  AreaView,
  { readonly model: AlignmentModel; readonly reading: Reading | null }
>();

/**
 * What the area’s narrative reads like beside the other areas of its report, with its reasons; null without a model, on
 * too little text and on scales that are not four-point. The area’s own text is read once.
 */
export function alignmentOf(area: AreaView, report: Snapshot): Alignment | null {
  const { model, framework } = report;
  if (!model || framework.grades.length !== MODEL_GRADES) return null;
  let known = readings.get(area);
  if (known?.model !== model)
    readings.set(area, (known = { model, reading: readingOf(model, area.narrative) }));
  const grades = framework.grades.map(({ id }) => id);
  return known.reading && alignmentFrom(model, grades, known.reading, othersOf(area, report, model));
}

/** The chance of each grade, worst first: as in `alignmentOf`, without the reasons and for a fraction of its cost. */
export function chancesFor(area: AreaView, report: Snapshot): readonly number[] | null {
  const { model, framework } = report;
  if (!model || framework.grades.length !== MODEL_GRADES) return null;
  if (wordsIn(area) < model.minWords) return null;
  const own = ownScoreOf(area, framework, model);
  if (own === null) return null;
  const others = othersOf(area, report, model);
  const score = others === null ? own : own + model.context * (others - own);
  return chancesOf(model, Math.min(MODEL_GRADES - 1, Math.max(0, score)));
}

/** A sentence of an area’s narrative. Characters in the block’s text, end exclusive. */
export interface Sentence {
  readonly view: BlockView;
  readonly span: readonly [number, number];
}

const weighed = new WeakMap<
  BlockAnalysis,
  { readonly model: AlignmentModel; readonly sums: readonly number[] }
>();

/** What the words of each sentence weigh, without regard to how often they occur elsewhere. Kept with the text. */
function sentenceWeights(analysis: BlockAnalysis, model: AlignmentModel): readonly number[] {
  const known = weighed.get(analysis);
  if (known?.model === model) return known.sums;
  const table = tableOf(model);
  const sums = analysis.sentences.map(({ start, end }) => {
    let sum = 0;
    for (const feature of table.idsOf(analysis.text.slice(start, end))) sum += table.weights[feature]!;
    return sum;
  });
  weighed.set(analysis, { model, sums });
  return sums;
}

/** The sentence that pulls an area’s score furthest up or down, by its words alone; null without narrative or model. */
export function strongestSentence(area: AreaView, { model }: Snapshot, up: boolean): Sentence | null {
  if (!model) return null;
  let strongest: Sentence | null = null;
  let most = -Infinity;
  for (const view of area.narrative)
    for (const [index, sum] of sentenceWeights(view.analysis, model).entries()) {
      const pull = up ? sum : -sum;
      if (pull <= most) continue;
      const { start, end } = view.analysis.sentences[index]!;
      strongest = { view, span: [start, end] };
      most = pull;
    }
  return strongest;
}
