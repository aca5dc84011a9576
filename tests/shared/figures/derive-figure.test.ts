import { expect, test } from "vitest";
import { Figure } from "#shared/domain/figure.ts";
import { derivedValue, followersOf, putInRegister } from "#shared/figures/derive-figure.ts";

const figure = (id: string, value: string, derived: unknown = null): Figure =>
  Figure.parse({ id, label: `what ${id} counts`, value, derived });
const all = (...values: string[]): Figure[] => values.map((value, index) => figure(`f${index}`, value));

test.each([
  ["sum", ["82", "291", "96"], "469"],
  ["sum", ["1,200", "34"], "1,234"],
  ["sum", ["0.1", "0.2"], "0.3"],
  ["sum", ["£2.3m", "£1.25m"], "£3.55m"],
  ["sum", ["£2m", "£900k"], "£2,900,000"],
  ["sum", ["12%", "3.5 per cent"], "15.5%"],
  ["share", ["79", "469"], "17%"],
  ["share", ["57", "200"], "29%"],
  ["change", ["414", "469"], "13%"],
  ["change", ["469", "414"], "−12%"],
  ["change", ["30%", "90%"], "60 percentage points"],
  ["change", ["400", "399"], "0%"],
] as const)("%s of %j is %s", (kind, values, printed) => {
  expect(derivedValue(kind, all(...values))).toBe(printed);
});

test.each([
  ["sum", ["82"], /two figures or more/],
  ["share", ["1", "2", "3"], /needs two figures/],
  ["sum", ["82", "about half"], /“about half” \(what f1 counts\) is no number/],
  ["sum", ["82", "16%"], /cannot be worked out together/],
  ["share", ["82", "0"], /share of nought/],
] as const)("%s of %j is refused in words", (kind, values, words) => {
  expect(() => derivedValue(kind, all(...values))).toThrow(words);
});

const register = [
  figure("under5", "82"),
  figure("older", "387"),
  figure("all", "469", { kind: "sum", of: ["under5", "older"] }),
  figure("share", "17%", { kind: "share", of: ["under5", "all"] }),
];

test("what follows from a figure is worked out again, however many steps away", () => {
  expect(followersOf(register, register[1]!.id).map(({ id }) => id)).toEqual(["all", "share"]);
  const { figures, changed } = putInRegister(register, figure("older", "418"));
  expect(figures.map(({ value }) => value)).toEqual(["82", "418", "500", "16%"]);
  expect(changed.map(({ id }) => id)).toEqual(["older", "all", "share"]);
  expect(putInRegister(register, { ...register[0]!, label: "young" }).changed).toHaveLength(1);
});

test("a figure follows neither from itself nor from one that is gone", () => {
  expect(() =>
    putInRegister(register, figure("under5", "0", { kind: "sum", of: ["share", "older"] })),
  ).toThrow(/would follow from itself/);
  expect(() => putInRegister(register, figure("new", "1", { kind: "sum", of: ["under5", "gone"] }))).toThrow(
    /not on the register/,
  );
  expect(() => putInRegister(register, figure("under5", "several"))).toThrow(/“several”/);
});
