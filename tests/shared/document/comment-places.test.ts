import { expect, test } from "vitest";
import { Block } from "#shared/domain/block.ts";
import { Comment } from "#shared/domain/comment.ts";
import {
  movedAlong,
  nearestWords,
  offsetOf,
  placeOf,
  threadsInOrder,
} from "#shared/document/comment-places.ts";

const block = (id: string, text: string, fields: object = { kind: "paragraph" }): Block =>
  Block.parse({ id, inlines: text === "" ? [] : [{ kind: "text", text }], ...fields });
const comment = (id: string, blockId: string | null, quote = "", offset = 0, answers: string | null = null) =>
  Comment.parse({
    id,
    answers,
    blockId,
    quote,
    offset,
    text: "Words.",
    by: "ann",
    at: "2026-01-02T03:04:05.000Z",
    resolved: null,
  });

test("of equal words the nearest to the old place is meant", () => {
  const text = "good and good and good";
  expect([0, 8, 12, 100].map((offset) => nearestWords(text, "good", offset)?.[0])).toEqual([0, 9, 9, 18]);
  expect(nearestWords(text, "bad", 0)).toBeNull();
  expect(nearestWords(text, "", 3)).toBeNull();
});

test("a comment says where it stands, and what is gone", () => {
  const blocks = [
    block("p", "Now the service is good."),
    block("t", "", { kind: "table", rows: [["Year", "2008"]] }),
    block("r", "", { kind: "findings-record" }),
  ];
  const place = (...given: Parameters<typeof comment>) => placeOf(comment(...given), blocks);
  expect(place("1", "p", "service", 0)).toEqual({ kind: "words", blockId: "p", cell: null, span: [8, 15] });
  expect(place("2", "p")).toEqual({ kind: "block", blockId: "p" });
  expect(place("3", "p", "inadequate")).toEqual({ kind: "words-gone", blockId: "p" });
  expect(place("4", "t", "2008")).toEqual({ kind: "words", blockId: "t", cell: [0, 1], span: [0, 4] });
  expect(place("5", "t", "2009")).toEqual({ kind: "words-gone", blockId: "t" });
  expect(place("6", "r", "Record")).toEqual({ kind: "block", blockId: "r" });
  expect(place("7", "gone", "service")).toEqual({ kind: "block-gone" });
  expect(place("8", null)).toEqual({ kind: "report" });
});

test("in a table equal words are told apart by where they were, or are on the table", () => {
  const table = (rows: string[][]): Block => block("t", "Visits", { kind: "table", rows });
  const before = table([
    ["Year", "2008"],
    ["Late", "12"],
    ["Missed", "12"],
  ]);
  const cell: readonly [number, number] = [2, 1];
  const about = comment("1", "t", "12", offsetOf(before, { cell, span: [0, 2] }));
  expect(placeOf(about, [before])).toEqual({ kind: "words", blockId: "t", cell, span: [0, 2] });
  // Which of two it was cannot be told once rows have moved, and can be once only one is left.
  const moved = table([
    ["Year", "2008"],
    ["In all", "240"],
    ["Late", "12"],
    ["Missed", "12"],
  ]);
  expect(placeOf(about, [moved])).toEqual({ kind: "block", blockId: "t" });
  const one = table([
    ["In all", "240"],
    ["Missed", "12"],
  ]);
  expect(placeOf(about, [one])).toEqual({ kind: "words", blockId: "t", cell: [1, 1], span: [0, 2] });
  // Nothing is read across two cells, and the caption counts as well.
  expect(placeOf(comment("2", "t", "Year 2008"), [before])).toEqual({ kind: "words-gone", blockId: "t" });
  expect(placeOf(comment("3", "t", "Visits"), [before])).toMatchObject({ cell: null, span: [0, 6] });
});

test("words that went into a cell of another table are found there", () => {
  const words = "seen alone in three of four";
  const table = block("t", "Visits", { kind: "table", rows: [["Seen", `Children ${words}`]] });
  const [moved] = movedAlong([comment("1", "p", words, 40)], [block("p", "Nothing here."), table]);
  expect(moved).toMatchObject({ blockId: "t", offset: offsetOf(table, { cell: [0, 1], span: [9, 9] }) });
});

test("threads stand in the order of the report, with their answers", () => {
  const blocks = [block("a", "One two."), block("b", "Three.")];
  const comments = [
    comment("whole", null),
    comment("late", "a", "two", 4),
    comment("answer", null, "", 0, "late"),
    comment("other", "b"),
    comment("lost", "gone"),
    comment("early", "a", "One", 0),
  ];
  expect(
    threadsInOrder(comments, blocks).map(({ comment: { id }, answers }) => [
      id,
      answers.map((each) => each.id),
    ]),
  ).toEqual([
    ["early", []],
    ["late", ["answer"]],
    ["other", []],
    ["whole", []],
    ["lost", []],
  ]);
});

test("words that were split off, cut and pasted or joined keep their comment; a lost word found elsewhere is not taken for it", () => {
  const split = [block("p", "Now the service is"), block("q", "inadequate. It was good.")];
  const place = (comments: Comment, blocks: readonly Block[]) => placeOf(comments, blocks);
  expect(place(comment("1", "p", "inadequate", 19), split)).toEqual({
    kind: "words",
    cell: null,
    blockId: "q",
    span: [0, 10],
  });
  // It was deleted, not split off: the next paragraph merely has the same word.
  const deleted = [block("p", "Now the service is not at all."), block("q", "inadequate. It was good.")];
  expect(place(comment("2", "p", "inadequate", 19), deleted)).toEqual({ kind: "words-gone", blockId: "p" });

  const moved = [block("p", "Now."), block("x", "Other."), block("q", "Here the service is good.")];
  const long = comment("3", "p", "the service is good", 4);
  expect(place(long, moved)).toEqual({ kind: "words", blockId: "q", cell: null, span: [5, 24] });
  expect(place(comment("4", "gone", "the service is good", 4), moved)).toMatchObject({ blockId: "q" });
  // Twice in the report: nobody can say which.
  const twice = [...moved, block("r", "the service is good")];
  expect(place(long, twice)).toEqual({ kind: "words-gone", blockId: "p" });
  expect(place(comment("5", "gone", "service", 4), moved)).toEqual({ kind: "block-gone" });

  expect(movedAlong([long, comment("6", "x")], moved)).toEqual([
    { ...long, blockId: "q", offset: 5 },
    comment("6", "x"),
  ]);
  expect(threadsInOrder([long, comment("6", "x")], moved).map(({ comment: { id } }) => id)).toEqual([
    "6",
    "3",
  ]);
});

test("a comment whose suggested words were taken stands where they are, and is not lost when only some were", () => {
  const blocks = [block("p", "Some managers are not effective.")];
  const settled = { by: "ann", at: "2026-01-02T03:04:05.000Z", taken: true };
  const taken = (words: string): Comment => ({
    ...comment("1", "p", "Senior managers", 0),
    suggestion: { words, settled },
  });
  expect(placeOf(taken("Some managers"), blocks)).toMatchObject({ kind: "words", span: [0, 13] });
  expect(placeOf(taken("A few managers"), blocks)).toEqual({ kind: "block", blockId: "p" });
});
