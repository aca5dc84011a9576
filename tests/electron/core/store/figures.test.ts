import { expect, test } from "vitest";
import { listFigures, putFigure, removeFigure } from "#electron/core/store/figures.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { Figure } from "#shared/domain/figure.ts";
import { addReport, memoryLibrary } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

const figure = (id: string, value: string): Figure =>
  Figure.parse({ id, label: "children looked after", value });

test("a figure is kept with its report, in the order it was first said, and changed in place", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const more = Figure.parse({
    ...figure("one", "471"),
    asAt: "2009-03-31",
    unit: "children",
    population: "under 18",
    derived: { kind: "sum", of: ["two", "three"] },
  });
  putFigure(library.write, reportId, figure("one", "469"));
  putFigure(library.write, reportId, figure("two", "79"));
  putFigure(library.write, reportId, more);
  expect(getReport(library.read, reportId).figures).toEqual([more, figure("two", "79")]);
});

test("one that is gone cannot be taken off again", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  putFigure(library.write, reportId, figure("one", "469"));
  removeFigure(library.write, reportId, figure("one", "469").id);
  expect(listFigures(library.read, reportId)).toEqual([]);
  expect(() => removeFigure(library.write, reportId, figure("one", "469").id)).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
});
