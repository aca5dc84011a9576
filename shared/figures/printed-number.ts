/** A number as a figure prints it: “£2.3m” is 2.3 with the sign £ and the scale m. */
export interface PrintedNumber {
  /** As a reader understands it: 2,300,000; of a percentage the number before its sign. */
  readonly amount: number;
  /** “£”, “€” or nothing. */
  readonly sign: string;
  readonly percent: boolean;
  /** What stands after it, as it stands: “%”, “m”, “ per cent”. */
  readonly suffix: string;
  /** Digits after the point. */
  readonly decimals: number;
}

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
const PRINTED = /^([£€]?)([-−]?\d[\d,]*(?:\.\d+)?)(\s?(?:%|per ?cent|k|m|million|bn|billion))?$/iu;

/** @returns null for what is no number in digits: “about half”, “six” */
export function printedNumber(value: string): PrintedNumber | null {
  const match = PRINTED.exec(value.trim());
  if (!match) return null;
  const [, sign, digits, suffix = ""] = match;
  const number = Number(digits!.replaceAll(",", "").replace("−", "-"));
  const percent = /%|cent/i.test(suffix);
  return {
    amount: number * (SCALES[suffix.trim().toLowerCase()] ?? 1),
    sign: sign!,
    percent,
    suffix,
    decimals: /\.(\d+)$/.exec(digits!)?.[1]!.length ?? 0,
  };
}

/** Written in the manner of another number, rounded to `decimals`: half goes away from nought. */
export function printNumber(
  amount: number,
  { sign, suffix, decimals }: Pick<PrintedNumber, "sign" | "suffix" | "decimals">,
): string {
  const scaled = amount / (SCALES[suffix.trim().toLowerCase()] ?? 1);
  const number = new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const size = number.format(Math.abs(scaled));
  return `${scaled < 0 && /[1-9]/.test(size) ? "−" : ""}${sign}${size}${suffix}`;
}
