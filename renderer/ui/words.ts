const number = new Intl.NumberFormat("en-GB");

/** “1 finding”, “2 findings”. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

export const longDate = (iso: string): string => day.format(new Date(iso));
export const shortDate = (iso: string): string => shortDay.format(new Date(iso));
export const timeOfDay = (iso: string): string => clock.format(new Date(iso));

/** The day by the clock on the wall, as an ISO date. */
export const isoToday = (): string => new Date().toLocaleDateString("en-CA");

/** Today's changes by the clock, older ones by the day. */
export function whenChanged(iso: string, now = new Date()): string {
  const then = new Date(iso);
  return then.toDateString() === now.toDateString() ? `today ${timeOfDay(iso)}` : shortDate(iso);
}
