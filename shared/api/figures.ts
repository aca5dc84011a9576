import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { Figure } from "#shared/domain/figure.ts";
import { FigureId, ReportId } from "#shared/domain/ids.ts";

export const figures = {
  /** Adds a figure under the id the page gave it, or replaces the one of that id. The text that cites it is the editor's to change. */
  put: procedure.input(z.strictObject({ reportId: ReportId, figure: Figure })).output(z.void()),
  /** Takes it off the register; the words that cited it stay. */
  remove: procedure.input(z.strictObject({ reportId: ReportId, figureId: FigureId })).output(z.void()),
};
