import type { Questions, Said, Sample } from "#tools/alignment/train.ts";

export interface Judged {
  readonly sample: Sample;
  readonly said: Said;
  /** Limits that come from other authorities’ reports. */
  readonly questions: Questions;
}

/** Of the true grades, the share that may be questioned when the threshold for a question is set. */
const QUESTIONED = 0.02;

export interface Figures {
  readonly areas: number;
  readonly exact: number;
  readonly withinOne: number;
  /** Share of grades swapped for one 1, 2 or 3 steps away that would be questioned. */
  readonly caught: readonly number[];
  /** Mean of the chance given to the true grade, in nats: lower is better. */
  readonly logLoss: number;
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const n = judged.length;
  const off = (judge: Judged): number => Math.abs(judge.said.reads - judge.sample.rank);
  return {
    areas: n,
    exact: judged.filter((each) => off(each) === 0).length / n,
    withinOne: judged.filter((each) => off(each) <= 1).length / n,
    caught: caughtOf(judged),
    logLoss: judged.reduce((sum, { sample, said }) => sum - Math.log(said.chances[sample.rank]!), 0) / n,
  };
}

function caughtOf(judged: readonly Judged[]): number[] {
  const centres = [0, 1, 2, 3].map((rank) => {
    const scores = judged.filter(({ sample }) => sample.rank === rank).map(({ said }) => said.score);
    return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : rank;
  });
  const distance = ({ said }: Judged, rank: number): number => Math.abs(said.score - centres[rank]!);
  const own = judged.map((each) => distance(each, each.sample.rank)).toSorted((a, b) => a - b);
  const limit = own[Math.ceil((1 - QUESTIONED) * own.length) - 1] ?? 0;
  return [1, 2, 3].map((step) => {
    const swaps = judged.flatMap((each) =>
      [0, 1, 2, 3]
        .filter((rank) => Math.abs(rank - each.sample.rank) === step)
        .map((rank) => distance(each, rank) > limit),
    );
    return swaps.filter(Boolean).length / swaps.length;
  });
}

const percent = (share: number): string => (Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`);

/** One row of a Markdown table. */
export function row(name: string, judged: readonly Judged[], swaps = true): string {
  const { areas, exact, withinOne, caught, logLoss } = figuresOf(judged);
  const cells = [name, areas, percent(exact), percent(withinOne), logLoss.toFixed(3)];
  return `| ${[...cells, ...(swaps ? caught.map(percent) : ["", "", ""])].join(" | ")} |`;
}

export const HEADER = [
  "| areas of | areas | exact | within one | log loss | one step caught | two steps | three steps |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
].join("\n");

export const QUESTIONS_HEADER = [
  "| question | true grades questioned | one step caught | two steps | three steps |",
  "| --- | --- | --- | --- | --- |",
].join("\n");

/** What one limit questions: of the true grades, and of grades swapped for one so many steps away. */
export function questionsRow(limit: keyof Questions, judged: readonly Judged[]): string {
  const shares = [0, 1, 2, 3].map((step) => {
    const asked = judged.flatMap(({ sample, said, questions }) =>
      said.chances.flatMap((chance, rank) =>
        Math.abs(rank - sample.rank) === step ? [chance < questions[limit]] : [],
      ),
    );
    return percent(asked.filter(Boolean).length / asked.length);
  });
  return `| ${[limit, ...shares].join(" | ")} |`;
}
