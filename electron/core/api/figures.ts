import { os } from "#electron/core/api/procedures.ts";
import { putFigure, removeFigure } from "#electron/core/store/figures.ts";
import { getReportHead } from "#electron/core/store/reports.ts";

export const figures = {
  put: os.figures.put.handler(({ input, context }) => {
    // Refuses a report that is gone, in words, before the foreign key does.
    getReportHead(context.library.read, input.reportId);
    return putFigure(context.library.write, input.reportId, input.figure);
  }),
  remove: os.figures.remove.handler(({ input, context }) =>
    removeFigure(context.library.write, input.reportId, input.figureId),
  ),
};
