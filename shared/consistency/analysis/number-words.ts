const UNITS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

/** A number in words, for building regular expressions: “six”, “twenty-four”. */
export const NUMBER_WORDS = `(?:${TENS})-(?:one|two|three|four|five|six|seven|eight|nine)|${Object.keys(UNITS).join("|")}`;

/** “twenty-four” and “24” are 24, “1,234” is 1234; null for other words. */
export function valueOf(written: string): number | null {
  if (/^\d/.test(written)) {
    const value = Number(written.replaceAll(",", ""));
    return Number.isNaN(value) ? null : value;
  }
  let sum = 0;
  for (const part of written.toLowerCase().split("-")) {
    const value = UNITS[part];
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}

const DENOMINATORS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };

/** “a third”, “two-thirds”, “half of”: a share, never the third of something or a quarter of a year. */
export const FRACTION =
  /\b(?:(?:one|two|three|four|a)[ -](third|quarter|fifth|tenth)s?|(?:(?:one|a) )?(half)(?= of\b| the\b|-))(?! of (?:the year|(?:19|20)\d\d)\b)/gi;

/** Between 0 and 1. `denominator` is the fraction's noun in the singular. */
export function fractionOf(written: string, denominator: string): number {
  const over = /^(two|three|four)/i.exec(written)?.[1];
  return (over ? (valueOf(over) ?? 1) : 1) / (DENOMINATORS[denominator.toLowerCase()] ?? 1);
}
