import type { Quantity } from "#shared/consistency/analysis/quantities.ts";

/** A figure given as about right may be this far out, in points. */
const ROUGHLY = 3;

/** Digits after the point, as written. */
export const decimalsOf = ({ written }: Quantity): number => /\.(\d+)/.exec(written)?.[1]?.length ?? 0;

function slack(...figures: readonly Quantity[]): number {
  const percent = figures.at(-1)!;
  return figures.every(({ precision }) => precision === "exact")
    ? 0.5 * 10 ** -decimalsOf(percent) + 0.01
    : ROUGHLY;
}

/** Whether a percentage is that of its counts, rounding allowed for. */
export const agrees = (part: Quantity, whole: Quantity, percent: Quantity): boolean =>
  Math.abs((100 * part.value) / whole.value - percent.value) <= slack(part, whole, percent);

/** Whether some whole number out of the whole makes the percentage. */
export function isPossible(whole: Quantity, percent: Quantity): boolean {
  const part = Math.round((percent.value * whole.value) / 100);
  return Math.abs((100 * part) / whole.value - percent.value) <= slack(whole, percent);
}

/** Whether a percentage is that of its counts with the digits after it left off: 21% for 21.7%. Null: for some part. */
export function isCutOff(part: Quantity | null, whole: Quantity, percent: Quantity): boolean {
  const step = 10 ** -decimalsOf(percent);
  const value = part?.value ?? Math.ceil((percent.value * whole.value) / 100);
  const over = (100 * value) / whole.value - percent.value;
  return over >= 0 && over < step;
}

/** What the two nearest whole numbers make: “5 is 38%, 6 is 46%”. */
export function nearest(whole: Quantity, percent: Quantity): string {
  const below = Math.floor((percent.value * whole.value) / 100);
  const share = (part: number): string =>
    `${part} is ${((100 * part) / whole.value).toFixed(decimalsOf(percent))}%`;
  return `${share(below)}, ${share(below + 1)}`;
}
