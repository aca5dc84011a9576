import { expect, test } from "vitest";
import { recommendationNoOneNamed } from "#shared/consistency/rules/recommendation-no-one-named.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("one finding for the whole report, with the count", () => {
  const lines = ["! Ensure visits.", "! Ensure plans.", "! Ensure the Trust acts.", "! Improve supervision."];
  expect(found(recommendationNoOneNamed, { lines }).map(({ message }) => message)).toEqual([
    "3 of 4 recommendations name nobody who must act, for instance “Ensure visits.”. Say which body or post is to do each.",
  ]);
});

test("a partnership in the lead-in is nobody", () => {
  const recommendations = ["! Ensure visits.", "! Ensure plans.", "! Improve supervision."];
  const lead = (text: string) => found(recommendationNoOneNamed, { lines: [text, ...recommendations] });
  expect(lead("The local authority and its partners should:")).toHaveLength(1);
  expect(lead("The council should:")).toEqual([]);
});
