import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { Disposition, DispositionGiven } from "#shared/domain/disposition.ts";
import { ReportId } from "#shared/domain/ids.ts";

export const findings = {
  /** The answers that people gave to findings of one report. */
  dispositions: procedure.input(z.strictObject({ reportId: ReportId })).output(z.array(Disposition)),
  /** Accepts or dismisses a finding, or answers a question of the checklist. */
  dispose: procedure
    .input(z.strictObject({ reportId: ReportId, disposition: DispositionGiven }))
    .output(Disposition),
  /** Takes the answer back. */
  reopen: procedure
    .input(z.strictObject({ reportId: ReportId, fingerprint: z.string().min(1).max(64) }))
    .output(z.void()),
};
