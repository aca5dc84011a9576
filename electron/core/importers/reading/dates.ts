const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const MONTH = `(${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join("|")})\\.?`;
const FULL_DATE = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(20\\d\\d)\\b`, "gi");
const LABELLED = /\b(?:inspection|fieldwork) dates?\s*:?\s*([\s\S]{0,90})/i;
const IN_MONTH = new RegExp(`\\binspection\\s+in\\s+${MONTH}\\s+(20\\d\\d)\\b`, "gi");

const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month ? date.toISOString().slice(0, 10) : null;
};

const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase()));

/**
 * The day the inspection ended, as far as the text says: the last date after “Inspection dates:”, or the last day
 * of the month where a sentence only says “inspection in September 2009”, the latest such month.
 *
 * @returns ISO date; null when the text does not say
 */
export function inspectionDate(text: string): string | null {
  const labelled = LABELLED.exec(text)?.[1]?.split(/published|inspector/i)[0] ?? "";
  const last = [...labelled.matchAll(FULL_DATE)].at(-1);
  if (last) return iso(Number(last[3]), monthOf(last[2] ?? ""), Number(last[1]));
  const months = [...text.matchAll(IN_MONTH)].map((found) =>
    endOfMonth(Number(found[2]), monthOf(found[1] ?? "")),
  );
  return months.toSorted().at(-1) ?? null;
}

const endOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
