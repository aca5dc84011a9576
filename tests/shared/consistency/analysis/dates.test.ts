import { expect, test } from "vitest";
import { datesOf, timeOf, timeOfDay } from "#shared/consistency/analysis/dates.ts";
import { read } from "#tests/shared/consistency/analysis/read-text.ts";

test.each([
  ["in July 2009", ["July 2009: 2009 7 null"]],
  ["on 1 September 2009", ["1 September 2009: 2009 9 1"]],
  ["since 2004/05 and in 2013–14", ["2004/05: 2004 null null", "2013–14: 2013 null null"]],
  ["between April and June 2009", ["April: 2009 4 null", "June 2009: 2009 6 null"]],
  ["18 February to 1 March 2019", ["18 February: 2019 2 18", "1 March 2019: 2019 3 1"]],
  ["in July", ["July: null 7 null"]],
  ["they may march on 2,009 days, and 2012 children", []],
])("dates in %s", (text, expected) => {
  expect(
    datesOf(read(text)).map(({ written, year, month, day }) => `${written}: ${year} ${month} ${day}`),
  ).toEqual(expected);
});

test("dates can be put in order", () => {
  const [period, month] = datesOf(read("in 2008/09 and in July 2009"));
  expect(timeOf(period!)!).toBeLessThan(timeOf(month!)!);
  expect(timeOfDay("2009-07-20")!).toBeGreaterThan(timeOf(month!)!);
});
