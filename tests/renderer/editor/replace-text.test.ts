import { UNDO_COMMAND } from "lexical";
import { expect, test } from "vitest";
import type { Block } from "#shared/domain/block.ts";
import type { Span } from "#shared/document/find.ts";
import { PlaceMarks } from "#renderer/editor/place-marks.ts";
import { handleOf } from "#renderer/editor/handle.ts";
import { $selectSpan } from "#renderer/editor/replace-text.ts";
import { $getSelection, $isRangeSelection } from "lexical";
import { paragraph } from "#tests/renderer/helpers/blocks.ts";
import { editorWith } from "#tests/renderer/helpers/editor.ts";

const marked = paragraph("", {
  inlines: [
    { kind: "text", text: "The local " },
    { kind: "text", text: "auth", bold: true },
    { kind: "evidence", evidenceId: "e1" },
    { kind: "text", text: "ority and " },
    { kind: "text", text: "the authority", href: "https://www.gov.uk/x" },
    { kind: "figure", figureId: "f1", text: "14" },
    { kind: "text", text: " weeks" },
  ],
  areaIds: ["a.one", "b.one"],
  evidenceIds: ["e9"],
} as unknown as Partial<Block>);

const table = {
  ...paragraph(""),
  kind: "table",
  inlines: [{ kind: "text", text: "Old plans" }],
  header: true,
  rows: [
    ["Area", "Plan"],
    ["A plan\nand a plan", "4"],
  ],
} as unknown as Block;
delete (table as { numbered?: unknown }).numbered;

function desk(blocks: readonly Block[]) {
  const made = editorWith(blocks);
  const handle = handleOf(
    made.editor,
    () => null,
    new PlaceMarks(
      () => null,
      () => null,
      () => {},
    ),
  );
  const replace = (
    block: Block,
    span: Span,
    words: string,
    cell: readonly [number, number] | null = null,
  ) => ({
    blockId: block.id,
    cell,
    span,
    words,
  });
  return { ...made, handle, replace };
}

test("words keep the marks of their first character, ties, ids and the citation among them", () => {
  const { handle, blocks, replace } = desk([marked]);
  expect(handle.replaceAll([replace(marked, [10, 19], "council"), replace(marked, [28, 37], "it")])).toBe(2);
  expect(blocks()).toEqual([
    {
      ...marked,
      inlines: [
        { kind: "text", text: "The local " },
        { kind: "text", text: "council", bold: true },
        { kind: "evidence", evidenceId: "e1" },
        { kind: "text", text: " and " },
        { kind: "text", text: "the it", href: "https://www.gov.uk/x" },
        { kind: "figure", figureId: "f1", text: "14" },
        { kind: "text", text: " weeks" },
      ],
    },
  ]);
});

test("a whole link can go, a figure of the register cannot", () => {
  const { handle, blocks, replace } = desk([marked]);
  expect(handle.replaceAll([replace(marked, [24, 37], ""), replace(marked, [36, 40], "x")])).toBe(1);
  expect(blocks()[0]!.inlines.at(-3)).toEqual({ kind: "text", text: "ority and " });
  expect(blocks()[0]!.inlines.at(-2)).toMatchObject({ kind: "figure", text: "14" });
});

test("very many places change in parts, as one step; a cancel leaves none of them changed", async () => {
  const long = paragraph("one ".repeat(1000));
  const { editor, handle, blocks, replace } = desk([long]);
  const all = Array.from({ length: 1000 }, (_, at) => replace(long, [at * 4, at * 4 + 3], "three"));
  const shares: number[] = [];
  const leaving = new AbortController();
  const cancelled = await handle.replaceInParts(all, () => leaving.abort(), leaving.signal);
  expect(cancelled).toBeNull();
  expect(blocks()).toEqual([long]);
  const done = await handle.replaceInParts(all, (share) => shares.push(share), new AbortController().signal);
  expect(done).toBe(1000);
  expect(shares).toEqual([0.4, 0.8, 1]);
  expect(blocks()[0]!.inlines).toEqual([{ kind: "text", text: "three ".repeat(1000) }]);
  editor.update(() => void editor.dispatchCommand(UNDO_COMMAND, undefined), { discrete: true });
  expect(blocks()).toEqual([long]);
});

test("in cells and captions", () => {
  const { handle, blocks, replace } = desk([table]);
  expect(
    handle.replaceAll([
      replace(table, [4, 9], "records"),
      replace(table, [2, 6], "record", [1, 0]),
      replace(table, [13, 17], "record", [1, 0]),
      replace(table, [0, 4], "Record", [0, 1]),
    ]),
  ).toBe(4);
  expect(blocks()).toEqual([
    {
      ...table,
      inlines: [{ kind: "text", text: "Old records" }],
      rows: [
        ["Area", "Record"],
        ["A record\nand a record", "4"],
      ],
    },
  ]);
});

test("all of it is one step back, and the caret stays among its words", () => {
  const [one, two] = [paragraph("plan, plan and plan"), paragraph("a plan")];
  const { editor, handle, blocks, replace, edit } = desk([one, two]);
  edit((nodes) => $selectSpan([nodes[0]!], [6, 14]));
  handle.replaceAll([
    replace(one, [0, 4], "care record"),
    replace(one, [6, 10], "b"),
    replace(one, [15, 19], "c"),
    replace(two, [2, 6], "d"),
  ]);
  expect(blocks().map(({ inlines }) => inlines)).toEqual([
    [{ kind: "text", text: "care record, b and c" }],
    [{ kind: "text", text: "a d" }],
  ]);
  editor.read(() => {
    const selection = $getSelection();
    // “, |b and|”: before the second word that was replaced, and after “and”.
    if (!$isRangeSelection(selection)) throw new Error("no selection");
    expect([selection.anchor.offset, selection.focus.offset]).toEqual([13, 18]);
  });
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(blocks()).toEqual([one, two]);
});

test("a place that is gone is left out", () => {
  const one = paragraph("short");
  const { handle, blocks, replace } = desk([one]);
  expect(
    handle.replaceAll([replace(one, [3, 9], "x"), { ...replace(one, [0, 1], "y"), blockId: table.id }]),
  ).toBe(0);
  expect(blocks()).toEqual([one]);
});
