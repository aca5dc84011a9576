import { expect, test } from "vitest";
import { CellCounter } from "#electron/core/importers/pdf/cells.ts";

const cell = (row: string, column = 0, table = "t") => ({ table, row, column, header: false });

test("takes a table of one column for a frame", () => {
  const cells = [cell("a"), cell("b"), cell("c")];
  const counter = new CellCounter(cells);
  expect(cells.map((each) => counter.place(each))).toEqual([null, null, null]);
});

test("keeps the rows of a table, and frees what is framed above and below them", () => {
  const cells = [
    cell("title"),
    cell("a"),
    cell("a", 1),
    cell("group"),
    cell("b"),
    cell("b", 1),
    cell("summary"),
  ];
  const counter = new CellCounter(cells);
  expect(cells.map((each) => counter.place(each)?.row ?? null)).toEqual([null, 0, 0, 1, 2, 2, null]);
});

test("counts the rows of every table from its own first", () => {
  const cells = [cell("a"), cell("a", 1), cell("b", 0, "u"), cell("b", 1, "u")];
  const counter = new CellCounter(cells);
  expect(counter.place(cell("b", 1, "u"))).toEqual({ table: "u", row: 0, column: 1, header: false });
});
