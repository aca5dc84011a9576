import { countFeatures, damped, featuresOf } from "#shared/consistency/alignment/features.ts";
import { MODEL_GRADES, type AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { sentencesOf } from "#shared/consistency/analysis/sentences.ts";
import { countWords } from "#shared/domain/block.ts";
import type { BlockId, GradeId } from "#shared/domain/ids.ts";

/** One block of an area's narrative. A snapshot's narrative fits. */
export interface AreaText {
  readonly id: BlockId;
  readonly text: string;
  readonly paragraph: number | null;
}

/** One sentence and how far it moves the score: below 0 it pulls down. */
export interface Pull {
  readonly blockId: BlockId;
  readonly paragraph: number | null;
  readonly quote: string;
  /** Characters in the block’s text, end exclusive. */
  readonly span: readonly [number, number];
  readonly pull: number;
}

/** What an area's own text says, whatever the rest of the report is like. */
export interface Reading {
  /** Not yet kept to the scale. */
  readonly score: number;
  readonly because: readonly Pull[];
}

/** What an area's narrative reads like. It advises; it never grades. */
export interface Alignment {
  /** 0 is the worst grade of the scale, 3 the best; lies between. */
  readonly score: number;
  readonly readsLike: GradeId;
  /** Worst first; they add up to 1. */
  readonly probabilities: ReadonlyMap<GradeId, number>;
  /** How far the rest of the report moves the score: below 0 it pulls down. 0 where no other area has enough text. */
  readonly restOfReport: number;
  /** The sentences that pull it furthest up and down, strongest first. */
  readonly because: readonly Pull[];
}

const MOST_EACH_WAY = 6;

/**
 * Null, an abstention, on too little text and on scales that are not four-point.
 *
 * @param grades of the report's framework, worst first
 * @param others average score of the report’s other areas, before it is kept to the scale; null where there is none
 */
export function readsLike(
  model: AlignmentModel,
  grades: readonly GradeId[],
  texts: readonly AreaText[],
  others: number | null = null,
): Alignment | null {
  const reading = grades.length === MODEL_GRADES ? readingOf(model, texts) : null;
  return reading && alignmentFrom(model, grades, reading, others);
}

/** Null on too little text. */
export function readingOf(model: AlignmentModel, texts: readonly AreaText[]): Reading | null {
  const words = texts.reduce((sum, { text }) => sum + countWords(text), 0);
  if (words < model.minWords) return null;
  const pulls = pullsOf(model, texts);
  if (pulls.length === 0) return null;
  return {
    score: pulls.reduce((total, { pull }) => total + pull, model.centre),
    because: strongest(pulls),
  };
}

/** A reading beside the rest of its report. */
export function alignmentFrom(
  model: AlignmentModel,
  grades: readonly GradeId[],
  { score: own, because }: Reading,
  others: number | null,
): Alignment {
  const restOfReport = others === null ? 0 : model.context * (others - own);
  const score = Math.min(MODEL_GRADES - 1, Math.max(0, own + restOfReport));
  const chances = chancesOf(model, score);
  const likeliest = chances.indexOf(Math.max(...chances));
  return {
    score,
    readsLike: grades[likeliest]!,
    probabilities: new Map(grades.map((grade, k) => [grade, chances[k]!])),
    restOfReport,
    because,
  };
}

/**
 * Every sentence with its pull. Together with the model's centre and the pull of the rest of the report they add up to the
 * score, before it is kept to the scale.
 * A repeated feature's part is shared among its places; the difference between base and centre goes to the sentences by
 * their length.
 */
export function pullsOf(model: AlignmentModel, texts: readonly AreaText[]): Pull[] {
  const sentences = texts.flatMap(({ id, paragraph, text }) =>
    sentencesOf(text).map(({ start, end }) => {
      const quote = text.slice(start, end);
      return { blockId: id, paragraph, quote, span: [start, end] as const, features: featuresOf(quote) };
    }),
  );
  const { counts, length } = countFeatures(sentences.map(({ features }) => features));
  const places = sentences.reduce((sum, { features }) => sum + features.length, 0);
  if (places === 0) return [];
  const share = (model.base - model.centre) / places;
  return sentences.map(({ features, ...sentence }) => {
    let pull = 0;
    for (const feature of features) {
      const weight = model.weights.get(feature) ?? 0;
      const times = counts.get(feature)!;
      pull += share + (weight * damped(times)) / (times * length);
    }
    return { ...sentence, pull };
  });
}

/** The chance of each grade, worst first. */
export function chancesOf(
  { slope, thresholds }: { readonly slope: number; readonly thresholds: readonly number[] },
  score: number,
): number[] {
  const above = [1, ...thresholds.map((mark) => 1 / (1 + Math.exp(-slope * (score - mark)))), 0];
  return above.slice(0, -1).map((chance, k) => chance - above[k + 1]!);
}

function strongest(pulls: readonly Pull[]): Pull[] {
  const up = pulls.filter(({ pull }) => pull > 0).toSorted((a, b) => b.pull - a.pull);
  const down = pulls.filter(({ pull }) => pull < 0).toSorted((a, b) => a.pull - b.pull);
  return [...up.slice(0, MOST_EACH_WAY), ...down.slice(0, MOST_EACH_WAY)].toSorted(
    (a, b) => Math.abs(b.pull) - Math.abs(a.pull),
  );
}
