import { expect, test } from "vitest";
import { markWords } from "#renderer/evidence/mark-words.ts";

test("a mark goes around the selected words, and comes off again", () => {
  const bold = markWords("Six of eight", 0, 3, "**");
  expect(bold).toEqual({ text: "**Six** of eight", start: 2, end: 5 });
  expect(markWords(bold.text, bold.start, bold.end, "**")).toEqual({
    text: "Six of eight",
    start: 0,
    end: 3,
  });
  expect(markWords("**Six** of eight", 0, 7, "**")).toEqual({ text: "Six of eight", start: 0, end: 3 });
});

test("italic within bold is put around it, not taken from it", () => {
  expect(markWords("**Six** of eight", 2, 5, "*")).toEqual({ text: "***Six*** of eight", start: 3, end: 6 });
  expect(markWords("*Six* of eight", 1, 4, "*")).toEqual({ text: "Six of eight", start: 0, end: 3 });
});
