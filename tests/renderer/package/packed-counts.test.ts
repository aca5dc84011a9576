import { expect, test } from "vitest";
import { packedNotes, stayingWords } from "#renderer/package/packed-counts.ts";

const items = (...kinds: ("quotable" | "paraphrase" | "never")[]) =>
  kinds.map((sensitivity) => ({ sensitivity }));

test("each choice says how many items go whole, and what of the others goes", () => {
  expect(packedNotes(items("quotable", "quotable", "paraphrase", "never"))).toEqual({
    none: "No item goes whole. Of 4 items only reference, kind, areas and direction go.",
    quotable:
      "2 items go whole, with notes and files. Of 2 other items only reference, kind, areas and direction go.",
    paraphrase:
      "3 items go whole, with notes and files. Of 1 other item only reference, kind, areas and direction go.",
  });
});

test("with no evidence, or none that has to stay, no more is said than there is", () => {
  expect(packedNotes([]).none).toBe("There is no evidence in this report.");
  expect(packedNotes(items("quotable")).quotable).toBe("1 item goes whole, with notes and files.");
  expect(stayingWords(items("quotable"))).toBe("");
  expect(stayingWords(items("never"))).toBe("1 item that may never be used outside always stays here.");
});
