import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { Figure } from "#shared/domain/figure.ts";
import { FigureId, ReportId } from "#shared/domain/ids.ts";

export const figures = {
  /**
   * Adds a figure under the id the page gave it, or replaces the one of that id, and answers what changed: itself, and the
   * figures that follow from it. The text that cites them is the editor's to change.
   */
  put: procedure.input(z.strictObject({ reportId: ReportId, figure: Figure })).output(z.array(Figure)),
  /** Takes it off the register; refused while the text cites it or another figure follows from it. */
  remove: procedure.input(z.strictObject({ reportId: ReportId, figureId: FigureId })).output(z.void()),
};
