import fc from "fast-check";
import { expect, test } from "vitest";
import type { AlignedRow } from "#shared/document/align-revisions.ts";
import { changedRows, shownItems } from "#renderer/compare/folding.ts";
import { markWords, type Piece } from "#shared/document/mark-words.ts";
import { otherChanges } from "#renderer/compare/other-changes.ts";
import { block } from "#tests/helpers/reports.ts";
import { slac } from "#tests/renderer/helpers/fake-back-end.tsx";

const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");

test("marks whole words, and takes the space between two changed ones with them", () => {
  const marked = markWords("Progress isn’t good enough.", "Progress is now good.");
  expect(shown(marked.before)).toBe("Progress [isn’t] good [enough].");
  expect(shown(marked.after)).toBe("Progress [is now] good.");
});

test("texts with little in common are marked as a whole", () => {
  const text = (word: string): string => Array.from({ length: 900 }, (_, at) => `${word}${at}`).join(" ");
  expect(markWords(text("a"), text("b")).before).toEqual([{ text: text("a"), changed: true }]);
});

test("the marks give both texts back, and what is left of them is the same", () => {
  const words = fc
    .array(fc.constantFrom("the", "council", "is", "good", "children’s", "–", "  ", ".", "\n", "E-1"))
    .map((list) => list.join(" "));
  const bare = (pieces: readonly Piece[]): string =>
    joined(pieces.filter(({ changed }) => !changed)).replace(/\s/g, "");
  fc.assert(
    fc.property(words, words, (before, after) => {
      const marked = markWords(before, after);
      expect(joined(marked.before)).toBe(before);
      expect(joined(marked.after)).toBe(after);
      expect(bare(marked.before)).toBe(bare(marked.after));
    }),
  );
});

const rows = (changes: string): AlignedRow[] =>
  Array.from(changes, (letter): AlignedRow => {
    const is = block({ kind: "paragraph" });
    if (letter === "=") return { change: "same", before: is, after: is, counterpart: is };
    if (letter === "<") return { change: "moved", before: is, after: null, counterpart: is };
    if (letter === ">") return { change: "moved", before: null, after: is, counterpart: is };
    return { change: "added", before: null, after: is, counterpart: null };
  });
const items = (changes: string, opened: number[] = []): string =>
  shownItems(rows(changes), true, new Set(opened))
    .map((item) => (item.kind === "row" ? item.index : `${item.from}+${item.count}`))
    .join(" ");

test("long unchanged runs are folded, with one block left beside each change", () => {
  expect(items("======+======+======")).toBe("0+5 5 6 7 8+4 12 13 14 15+5");
  expect(items("=+=====+=")).toBe("0 1 2 3 4 5 6 7 8");
  expect(items("======+======", [0])).toBe("0 1 2 3 4 5 6 7 8+5");
  expect(items("======")).toBe("0+6");
  expect(shownItems(rows("======"), false, new Set())).toHaveLength(6);
});

test("a block that moved is one step, where it stands now", () => {
  expect(changedRows(rows("=<==>+"))).toEqual([4, 5]);
});

test("says what differs besides the words", () => {
  const [overall, safe] = slac.areas.filter(({ kind }) => kind === "graded").map(({ id }) => id);
  const fields = { id: "b", text: "Same words" };
  expect(
    otherChanges(
      block({ kind: "bullet", areaIds: [overall], ...fields }),
      block({ kind: "paragraph", areaIds: [safe], evidenceIds: ["e"], ...fields }),
      slac,
    ),
  ).toEqual(["was a bullet", "areas were Overall effectiveness", "rested on no evidence"]);
  expect(
    otherChanges(
      block({ kind: "recommendation", timescaleId: "immediately", ...fields }),
      block({ kind: "recommendation", timescaleId: "within-three-months", ...fields }),
      slac,
    ),
  ).toEqual(["was under: Immediately"]);
  expect(
    otherChanges(block({ kind: "bullet", ...fields }), block({ kind: "bullet", ...fields }), slac),
  ).toEqual([]);
});
