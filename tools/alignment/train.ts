import { chancesOf } from "#shared/consistency/alignment/reads-like.ts";
import { othersOf, towardsOthers } from "#tools/alignment/context.ts";
import type { Example, Vector } from "#tools/alignment/examples.ts";
import { fitOrderedLogistic, type Calibration } from "#tools/alignment/ordered-logistic.ts";
import { fitRidge, scoreOf, type Linear, type Settings } from "#tools/alignment/ridge.ts";

/** A graded area of the training reports with its features. */
export interface Sample extends Example {
  readonly vector: Vector;
}

export interface Trained {
  readonly linear: Linear;
  readonly calibration: Calibration;
  readonly settings: Settings;
  readonly questions: Questions;
}

/** The chance of its own below which a grade is questioned; so many of the true grades are. */
export interface Questions {
  readonly otherwise: number;
  readonly farOtherwise: number;
}
export const QUESTIONED = { otherwise: 0.02, farOtherwise: 0.005 } as const;

/** Overall areas sum up the others, and forms of which there are few reports tell little. */
export function isCounted({ overall, family, area }: Sample): boolean {
  return !overall && family !== "slac" && area !== "lscb";
}

/** A feature must be in the reports of so many authorities: fewer, and it may be one place's own word. */
export const FEWEST_AUTHORITIES = 5;
const MOST_FEATURES = 8000;
const CHOICES: readonly Settings[] = [0.5, 1, 1.5].flatMap((trust) =>
  [0.4, 0.8, 1.6].map((lambda) => ({ lambda, trust })),
);

/** Which of `folds` parts a sample is in: always whole authorities, dealt out in an order that is no alphabet. */
export function foldsOf(samples: readonly Sample[], folds: number): number[] {
  const authorities = [...new Set(samples.map(({ authority }) => authority))].toSorted(
    (a, b) => scramble(a) - scramble(b),
  );
  const fold = new Map(authorities.map((authority, k) => [authority, k % folds]));
  return samples.map(({ authority }) => fold.get(authority)!);
}

/** FNV-1a. */
function scramble(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return hash;
}

const fit = (samples: readonly Sample[], features: number, settings: Settings): Linear =>
  fitRidge(
    samples.map(({ vector }) => vector),
    samples.map(({ authority }) => authority),
    samples.map(({ rank }) => rank),
    features,
    settings,
    { most: MOST_FEATURES, fewestAuthorities: FEWEST_AUTHORITIES },
  );

/**
 * Chooses the settings, calibrates and sets the limits of questions on scores that each authority's reports got from a model without them, then fits
 * on everything.
 */
export function train(samples: readonly Sample[], features: number, folds: number): Trained {
  const fold = foldsOf(samples, folds);
  const ranks = samples.map(({ rank }) => rank);
  let best: { settings: Settings; scores: number[]; error: number } | null = null;
  for (const settings of CHOICES) {
    const scores = samples.map(() => 0);
    for (let part = 0; part < folds; part++) {
      const linear = fit(
        samples.filter((_, i) => fold[i] !== part),
        features,
        settings,
      );
      for (const [i, { vector }] of samples.entries())
        if (fold[i] === part) scores[i] = scoreOf(linear, vector);
    }
    const error = scores.reduce((sum, score, i) => sum + (score - ranks[i]!) ** 2, 0) / scores.length;
    if (!best || error < best.error) best = { settings, scores, error };
  }
  const { settings } = best!;
  const others = othersOf(samples, best!.scores);
  const scores = best!.scores.map((score, i) => towardsOthers(score, others[i]!));
  const calibration = fitOrderedLogistic(scores, ranks);
  const own = samples
    .flatMap((sample, i) =>
      isCounted(sample) ? [chancesOf(calibration, onScale(scores[i]!))[sample.rank]!] : [],
    )
    .toSorted((a, b) => a - b);
  const limit = (share: number): number => own[Math.floor(share * own.length)]!;
  return {
    linear: fit(samples, features, settings),
    calibration,
    settings,
    questions: { otherwise: limit(QUESTIONED.otherwise), farOtherwise: limit(QUESTIONED.farOtherwise) },
  };
}

const onScale = (score: number): number => Math.min(3, Math.max(0, score));

/** What a trained model says of a text beside the other areas of its report: as readsLike does, kept to the scale. */
export function say({ linear, calibration }: Trained, vector: Vector, others: number | null): Said {
  const score = onScale(towardsOthers(scoreOf(linear, vector), others));
  const chances = chancesOf(calibration, score);
  return { score, chances, reads: chances.indexOf(Math.max(...chances)) };
}

export interface Said {
  readonly score: number;
  readonly chances: readonly number[];
  readonly reads: number;
}
