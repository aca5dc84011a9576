import { expect, test } from "vitest";
import { check } from "#shared/consistency/check.ts";
import { rules } from "#shared/consistency/registry.ts";
import { sketch } from "#shared/consistency/sketch.ts";

/** The first line after every fix that is offered has been taken, and the rules that still have one to offer. */
function fixed(...lines: string[]): { text: string; left: string[] } {
  let text = lines[0]!;
  for (let round = 0; round < 5; round++) {
    const offer = check(sketch({ lines: [text, ...lines.slice(1)] }), rules).find(
      ({ blockId, fix }) => blockId === "b0" && fix !== null,
    );
    if (!offer) break;
    text = text.slice(0, offer.span![0]) + offer.fix! + text.slice(offer.span![1]);
  }
  const left = check(sketch({ lines: [text, ...lines.slice(1)] }), rules);
  return { text, left: left.filter(({ fix }) => fix !== null).map(({ rule }) => rule) };
}

test.each([
  [["Plans are in  place."], "Plans are in place."],
  [["They read the the plan."], "They read the plan."],
  [["They have to much work."], "They have too much work."],
  [
    [
      "Front-line staff know.",
      "Frontline staff are kind. They speak of frontline work.",
      "A frontline view.",
    ],
    "Frontline staff know.",
  ],
])("%j is put right", (lines, expected) => {
  expect(fixed(...lines)).toEqual({ text: expected, left: [] });
});

test("the words of a quotation are left to their speaker", () => {
  expect(fixed("Parents said ‘help us though the forms’.").text).toBe(
    "Parents said ‘help us though the forms’.",
  );
});
