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
const tallies = new WeakMap<FeatureTable, Map<AreaId, Tally>>();

/** Remembers what is made of a thing by a model, or by its table, for as long as the thing is kept; of the last one only. */
function kept<Of extends WeakKey, By, T>(make: (of: Of, by: By) => T): (of: Of, by: By) => T {
  const known = new WeakMap<Of, { readonly by: By; readonly value: T }>();
  return (of, by) => {
    let there = known.get(of);
    if (there?.by !== by) known.set(of, (there = { by, value: make(of, by) }));
    return there!.value;
  };
}

/** The score of the area’s own text, not yet kept to the scale; null on too little text. */
const ownScoreOf = kept(readScore);

function readScore(area: AreaView, model: AlignmentModel): number | null {
  if (wordsIn(area) < model.contextWords) return null;
  const { counts, seen, table } = tallyOf(area, tableOf(model));
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

function tallyOf({ id, narrative }: AreaView, table: FeatureTable): Tally {
  let known = tallies.get(table);
  if (!known) tallies.set(table, (known = new Map()));
  const texts = new Set(narrative.map(({ analysis }) => analysis));
  // The same words twice in one area are one analysis or two; a set would lose the second.
  if (texts.size < narrative.length)
    return freshTally(
      narrative.map(({ analysis }) => analysis),
      table,
    );
  let tally = known.get(id);
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

/** The features of a text by their numbers. Most texts belong to more than one area. */
const idsIn = kept(({ text, sentences }: BlockAnalysis, table: FeatureTable) =>
  Int32Array.from(sentences.flatMap(({ start, end }) => table.idsOf(text.slice(start, end)))),
);

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

/** Words of an area’s narrative. Kept with the area. */
export function wordsIn(area: AreaView): number {
  let words = lengths.get(area);
  if (words === undefined)
    lengths.set(area, (words = area.narrative.reduce((sum, each) => sum + each.words, 0)));
  return words;
}

/** The average score of the report’s other graded areas; null where none has enough text. */
function othersOf(area: AreaView, { areas }: Snapshot, model: AlignmentModel): number | null {
  let sum = 0;
  let count = 0;
  for (const other of areas) {
    if (other.id === area.id || other.area.kind !== "graded") continue;
    const score = ownScoreOf(other, model);
    if (score === null) continue;
    sum += score;
    count++;
  }
  return count === 0 ? null : sum / count;
}

const readingIn = kept((area: AreaView, model: AlignmentModel): Reading | null =>
  readingOf(model, area.narrative),
);

/**
 * What the area’s narrative reads like beside the other areas of its report, with its reasons; null without a model, on
 * too little text and on scales that are not four-point. The area’s own text is read once.
 */
export function alignmentOf(area: AreaView, report: Snapshot): Alignment | null {
  const { model, framework } = report;
  if (!model || framework.grades.length !== MODEL_GRADES) return null;
  const reading = readingIn(area, model);
  const grades = framework.grades.map(({ id }) => id);
  return reading && alignmentFrom(model, grades, reading, othersOf(area, report, model));
}

/** The chance of each grade, worst first: as in `alignmentOf`, without the reasons and for a fraction of its cost. */
export function chancesFor(area: AreaView, report: Snapshot): readonly number[] | null {
  const { model, framework } = report;
  if (!model || framework.grades.length !== MODEL_GRADES) return null;
  if (wordsIn(area) < model.minWords) return null;
  const own = ownScoreOf(area, model);
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

/** What the words of each sentence weigh, without regard to how often they occur elsewhere. */
const sentenceWeights = kept(({ text, sentences }: BlockAnalysis, table: FeatureTable) =>
  sentences.map(({ start, end }) =>
    table.idsOf(text.slice(start, end)).reduce((sum, feature) => sum + table.weights[feature]!, 0),
  ),
);

/** The sentence that pulls an area’s score furthest up or down, by its words alone; null without narrative or model. */
export function strongestSentence(area: AreaView, { model }: Snapshot, up: boolean): Sentence | null {
  if (!model) return null;
  const table = tableOf(model);
  let strongest: Sentence | null = null;
  let most = -Infinity;
  for (const view of area.narrative)
    for (const [index, sum] of sentenceWeights(view.analysis, table).entries()) {
      const pull = up ? sum : -sum;
      if (pull <= most) continue;
      const { start, end } = view.analysis.sentences[index]!;
      strongest = { view, span: [start, end] };
      most = pull;
    }
  return strongest;
}
