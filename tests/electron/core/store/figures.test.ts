import { expect, test } from "vitest";
import { listFigures, putFigure, removeFigure } from "#electron/core/store/figures.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { Figure } from "#shared/domain/figure.ts";
import { addReport, memoryLibrary } from "#tests/helpers/library.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";

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

test("what follows is worked out in the same breath, and a figure that is needed stays", () => {
  const library = memoryLibrary();
  const cited = { kind: "figure", figureId: "one", text: "82" };
  const reportId = addReport(library, smallDraft({ blocks: [paragraph("", { inlines: [cited] })] }));
  const sum = Figure.parse({
    ...figure("sum", "0"),
    label: "all",
    derived: { kind: "sum", of: ["one", "two"] },
  });
  const values = (): string[] => listFigures(library.read, reportId).map(({ value }) => value);
  putFigure(library.write, reportId, figure("one", "82"));
  putFigure(library.write, reportId, figure("two", "387"));
  expect(putFigure(library.write, reportId, sum)).toEqual([{ ...sum, value: "469" }]);
  putFigure(library.write, reportId, figure("one", "83"));
  expect(values()).toEqual(["83", "387", "470"]);
  expect(() => putFigure(library.write, reportId, figure("one", "some"))).toThrow(/“some”/);
  expect(values()).toEqual(["83", "387", "470"]);
  const remove = (id: string) => () => removeFigure(library.write, reportId, figure(id, "1").id);
  expect(remove("one")).toThrow(/cited in paragraph 1, and “all” follows from it/);
  expect(remove("two")).toThrow(/“all” follows from it/);
  remove("sum")();
  remove("two")();
  expect(values()).toEqual(["83"]);
});
