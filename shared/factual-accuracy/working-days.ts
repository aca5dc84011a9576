const DAY_MS = 86_400_000;

const isWorkday = (day: Date): boolean => day.getUTCDay() !== 0 && day.getUTCDay() !== 6;

/**
 * The day so many working days after another. Saturdays and Sundays do not count; bank holidays, which differ from
 * country to country, do.
 *
 * @param from ISO date
 * @returns ISO date
 */
export function afterWorkingDays(from: string, days: number): string {
  let day = new Date(`${from}T00:00:00Z`);
  for (let left = days; left > 0;) {
    day = new Date(day.getTime() + DAY_MS);
    if (isWorkday(day)) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** How many working days lie between two ISO dates, the last one included; 0 where the second is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = new Date(`${from}T00:00:00Z`); day.toISOString().slice(0, 10) < to;) {
    day = new Date(day.getTime() + DAY_MS);
    if (isWorkday(day)) count += 1;
  }
  return count;
}
