import type { Evidence } from "#shared/domain/evidence.ts";
import type { Figure, LogCount } from "#shared/domain/figure.ts";

/** How many items of a kind the log has, or how many people they name together. */
export const countOf = (evidence: readonly Evidence[], { kind, what }: LogCount): number =>
  evidence
    .filter((item) => item.kind === kind)
    .reduce((sum, { people }) => sum + (what === "items" ? 1 : (people ?? 0)), 0);

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** As reports print a count: up to nine in words, from 10 in digits. */
export const printedCount = (count: number): string => WORDS[count] ?? count.toLocaleString("en-GB");

export const sameCount = (a: LogCount | null, b: LogCount | null): boolean =>
  a?.kind === b?.kind && a?.what === b?.what;

/** The figures that count the log and no longer say what it says, put right. */
export const outOfStep = (figures: readonly Figure[], evidence: readonly Evidence[]): Figure[] =>
  figures.flatMap((figure) => {
    const value = figure.counts && printedCount(countOf(evidence, figure.counts));
    return value === null || value === figure.value ? [] : [{ ...figure, value }];
  });
