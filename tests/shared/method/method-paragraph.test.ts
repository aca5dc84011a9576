import { expect, test } from "vitest";
import { Evidence } from "#shared/domain/evidence.ts";
import { Figure } from "#shared/domain/figure.ts";
import { countOf, outOfStep, printedCount } from "#shared/method/log-counts.ts";
import { methodPieces } from "#shared/method/method-paragraph.ts";

let last = 0;
const item = (kind: Evidence["kind"], people: number | null = null): Evidence =>
  Evidence.parse({
    id: `e${(last += 1)}`,
    reference: `E-${String(last).padStart(3, "0")}`,
    kind,
    title: "Something seen",
    date: null,
    people,
  });

/** The paragraph as it is read. */
const written = (log: readonly Evidence[]): string =>
  methodPieces(log)
    .map((piece) => (typeof piece === "string" ? piece : printedCount(countOf(log, piece))))
    .join("");

test("every kind of the log is named once, with how many, and with how many people where that is known", () => {
  const log = [
    ...Array.from({ length: 21 }, () => item("case-file")),
    item("interview", 41),
    item("interview", 79),
    item("focus-group"),
    item("other-inspection"),
    item("data"),
    item("data"),
  ];
  expect(written(log)).toBe(
    "The evidence evaluated by inspectors included discussions with 120 people in two interviews, one focus group, a review of 21 case files, two sets of performance data and the findings of one other inspection or review.",
  );
  expect(written([item("survey")])).toBe("The evidence evaluated by inspectors included one survey.");
  expect(methodPieces([])).toEqual([]);
});

test("a figure that counts the log is out of step as soon as the log says otherwise", () => {
  const files = Figure.parse({
    id: "f1",
    label: "case files read",
    value: "two",
    counts: { kind: "case-file", what: "items" },
  });
  const own = Figure.parse({ id: "f2", label: "children", value: "two" });
  const log = [item("case-file"), item("case-file")];
  expect(outOfStep([files, own], log)).toEqual([]);
  expect(outOfStep([files, own], [...log, item("case-file")])).toEqual([{ ...files, value: "three" }]);
  expect(outOfStep([files], [])).toEqual([{ ...files, value: "no" }]);
});

test("counts are printed as reports print them", () => {
  expect([0, 1, 9, 10, 1_234].map(printedCount)).toEqual(["no", "one", "nine", "10", "1,234"]);
});
