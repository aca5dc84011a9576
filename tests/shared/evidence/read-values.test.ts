import fc from "fast-check";
import { expect, test } from "vitest";
import {
  areaFinder,
  findDirection,
  findKind,
  findSensitivity,
  parseDate,
  parsePeople,
  splitAreas,
} from "#shared/evidence/read-values.ts";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";

const framework = loadFrameworks().find(({ id }) => id === "slac-2009")!;

test.each([
  ["31/12/2009", "2009-12-31"],
  ["31.12.09", "2009-12-31"],
  ["1-2-2010", "2010-02-01"],
  ["31 December 2009", "2009-12-31"],
  ["31st Dec 09", "2009-12-31"],
  ["Thursday 31 December, 2009", "2009-12-31"],
  ["December 31, 2009", "2009-12-31"],
  ["31-Dec-2009", "2009-12-31"],
  ["2009-12-31", "2009-12-31"],
  ["2009-12-31T09:30:00Z", "2009-12-31"],
  ["31/12/2009 09:30", "2009-12-31"],
  ["40178", "2009-12-31"],
  ["40178.5", "2009-12-31"],
  ["1/1/70", "1970-01-01"],
])("“%s” is %s", (text, date) => expect(parseDate(text)).toBe(date));

test.each([
  "",
  "31/13/2009",
  "30 February 2009",
  "12/31/2009",
  "September 2009",
  "soon",
  "2009",
  "12",
  "E-012",
])("“%s” is no date", (text) => expect(parseDate(text)).toBeNull());

test("every day is read from every way of writing it", () => {
  const day = fc.date({ min: new Date("1982-01-01"), max: new Date("2064-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, of] = iso.split("-") as [string, string, string];
      const long = date.toLocaleDateString("en-GB", { timeZone: "UTC", dateStyle: "full" });
      const medium = date.toLocaleDateString("en-GB", { timeZone: "UTC", dateStyle: "medium" });
      const serial = Math.floor(Date.parse(iso) / 86_400_000) + 25_569;
      for (const written of [
        iso,
        `${of}/${month}/${year}`,
        `${Number(of)}.${Number(month)}.${year.slice(2)}`,
        long,
        medium,
        serial,
      ])
        expect([written, parseDate(String(written))]).toEqual([written, iso]);
    }),
  );
});

test("whatever is no date is none, and never throws", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const date = parseDate(text);
      expect(date === null || !Number.isNaN(Date.parse(date))).toBe(true);
    }),
  );
});

test.each([
  ["12", 12],
  ["c. 12", 12],
  ["2 parents", 2],
  ["Two parents", 2],
  ["3 social workers and 1 manager", 4],
  ["1,200", 1200],
  ["about ten", 10],
])("“%s” is %d people", (text, people) => expect(parsePeople(text)).toBe(people));

test.each(["", "several", "10-12", "5 to 6", "2.5"])("“%s” is no number of people", (text) =>
  expect(parsePeople(text)).toBeNull(),
);

test("every value is found by its own words, and by words people use", () => {
  for (const [value, words] of Object.entries(KIND_WORDS)) expect(findKind(words)).toBe(value);
  for (const [value, words] of Object.entries(DIRECTION_WORDS)) expect(findDirection(words)).toBe(value);
  for (const [value, words] of Object.entries(SENSITIVITY_WORDS)) expect(findSensitivity(words)).toBe(value);
  expect(
    ["Mtg", "Meeting with staff", "CASE AUDIT", "e-mail from parent", "Home visit"].map(findKind),
  ).toEqual([null, "interview", "case-audit", "correspondence", "observation"]);
  expect(["+", "-", "+/-", "Area for development", "Good practice", "?"].map(findDirection)).toEqual([
    "strength",
    "weakness",
    "both",
    "weakness",
    "strength",
    null,
  ]);
});

test("an area is found by its id, its title and its short title; words of two areas name neither", () => {
  const find = areaFinder(framework);
  const areas = framework.areas.filter(({ kind }) => kind !== "group");
  for (const { id } of areas) expect(find(id)).toBe(id);
  for (const { id, title } of areas) {
    const same = areas.filter((other) => other.title === title).length;
    expect([title, find(title.toUpperCase())]).toEqual([title, same === 1 ? id : null]);
  }
  expect(find("the weather")).toBeNull();
  expect(splitAreas("Leadership and management; Value for money\nStaying safe")).toEqual([
    "Leadership and management",
    "Value for money",
    "Staying safe",
  ]);
});
