import { expect, test } from "vitest";
import { figureListShareDoesNotRecompute } from "#shared/consistency/rules/figure-list-share-does-not-recompute.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("says what the share would be", () => {
  const [finding] = found(figureListShareDoesNotRecompute, {
    lines: [
      "- At 31 March 2014, 443 children were looked after. Of this number:",
      "- 211 (or 52.6%) live far away",
    ],
  });
  expect(finding!.message).toBe(
    "211 of 443 is 47.6%, but the list says 52.6%. Check the figures against their source.",
  );
  expect(finding!.quote).toBe("211 (or 52.6%");
});

test.each([
  ["- 12 (about 32%) are kin"],
  ["- 10 miles away, 90 places are free"],
  ["- none (0%) is new"],
  ["- In May, 44 (9%) were new"],
])("leaves alone: %s", (line) =>
  expect(
    found(figureListShareDoesNotRecompute, { lines: ["- There are 40 carers. Of these:", line] }),
  ).toEqual([]),
);
