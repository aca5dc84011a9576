import { expect, test } from "vitest";
import { backingOf, type Backing } from "#shared/consistency/backing.ts";
import { sketch } from "#shared/consistency/sketch.ts";
import { AreaId } from "#shared/domain/ids.ts";
import { basisOf, unansweredIn } from "#renderer/panels/backing-words.ts";

const backingFor = (...lines: string[]): Backing => {
  const snapshot = sketch({ grades: { help: "inadequate" }, lines });
  return backingOf(snapshot, snapshot.areaById.get(AreaId.parse("help"))!);
};

test.each([
  [null, "5 words in 1 paragraph."],
  [0, "5 words in 1 paragraph. No statement rests on a single source."],
  [0.404, "5 words in 1 paragraph. 40% of the statements rest on a single source."],
  [1, "5 words in 1 paragraph. Every statement rests on a single source."],
])("the basis, with a single-source share of %s", (singleSource, expected) =>
  expect(basisOf({ ...backingFor("help: The board meets every month."), singleSource })).toBe(expected),
);

test("the basis counts what is asked for", () => {
  const found = backingFor("help: Records are poor.");
  expect(
    basisOf({ ...found, recommendations: [found.opposes[0]?.blockId ?? found.supports[0]!.blockId] }),
  ).toBe("3 words in 1 paragraph, 1 area for improvement.");
});

test.each([
  [["help: Records are poor."], "No recommendation answers 1 weakness (paragraph 1)."],
  [
    ["help: Records are poor. Plans are weak.", "help: Visits are late."],
    "No recommendation answers 3 weaknesses (paragraphs 1 and 2).",
  ],
  [
    Array.from({ length: 10 }, () => "help: Records are poor."),
    "No recommendation answers 10 weaknesses (paragraphs 1, 2, 3, 4, 5, 6, 7, 8 and others).",
  ],
])("weaknesses without an answer: %#", (lines, expected) =>
  expect(unansweredIn(backingFor(...lines).unanswered)).toBe(expected),
);
