import { expect, test } from "vitest";
import { recommendationWeaknessWithoutOne } from "#shared/consistency/rules/recommendation-weakness-without-one.ts";
import { found } from "#tests/shared/consistency/found.ts";

const messages = (...lines: string[]): string[] =>
  found(recommendationWeaknessWithoutOne, { lines }).map(({ message }) => message);

test("one finding a topic, with every paragraph that finds it weak", () => {
  expect(
    messages(
      "help: Corporate parenting is poor.",
      "leadership: Corporate parenting has not improved.",
      "! now: Improve plans.",
    ),
  ).toEqual([
    "The report finds corporate parenting weak (paragraphs 1, 2), and no recommendation speaks of it. Add one, or record why none is needed.",
  ]);
});

test("what is praised as often as it is blamed is left alone", () => {
  expect(
    messages(
      "help: Corporate parenting is poor, and there is no advocacy.",
      "help: Advocacy is good.",
      "! now: Improve plans.",
    ),
  ).toEqual([]);
});
