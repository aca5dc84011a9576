import { expect, test } from "vitest";
import { namesOf } from "#shared/consistency/analysis/names.ts";
import { sketch } from "#shared/consistency/sketch.ts";

const of = (text: string) => namesOf(sketch({ lines: [text] }).blocks[0]!.analysis);

test.each([
  ["The Truro & Fowey Primary Care Trust (PCT) leads.", "Truro & Fowey Primary Care Trust", "PCT"],
  ["Since the Truro NHS Trust is new, it is small.", "Truro NHS Trust", null],
  ["In NHS Cornwall and Isles of Scilly it is new.", "NHS Cornwall and Isles of Scilly", null],
  ["The Fowey Trust Board met.", "Fowey Trust Board", null],
])("%s", (line, text, abbreviation) => expect(of(line)).toMatchObject([{ text, abbreviation }]));

test("two bodies in a row are two", () => {
  const names = of("Fowey Safeguarding Board and Plymouth Hospital NHS Trusts met the council’s team.");
  expect(names.map(({ text }) => text)).toEqual(["Fowey Safeguarding Board", "Plymouth Hospital NHS Trusts"]);
});

test("joining words, apostrophes and plurals make no other key", () => {
  const [one, other] = of("Fowey & Looe Children’s Trust; the Fowey and the Looe Children Trusts");
  expect(one!.key).toBe(other!.key);
});

test("what a body was called before", () => {
  expect(of("Careers South West (formerly Connexions) helps.")).toMatchObject([
    { text: "Careers South West", formerly: "Connexions" },
  ]);
});
