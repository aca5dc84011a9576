import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { Disposition, DispositionGiven } from "#shared/domain/disposition.ts";
import { ReportId } from "#shared/domain/ids.ts";

export const findings = {
  /** The answers that people gave to findings of one report. */
  dispositions: procedure.input(z.strictObject({ reportId: ReportId })).output(z.array(Disposition)),
  /** Accepts or dismisses findings, or answers questions of the checklist: all of them or none. */
  dispose: procedure
    .input(z.strictObject({ reportId: ReportId, dispositions: z.array(DispositionGiven).min(1).max(10_000) }))
    .output(z.array(Disposition)),
  /** Takes answers back. */
  reopen: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        fingerprints: z.array(Disposition.shape.fingerprint).min(1).max(10_000),
      }),
    )
    .output(z.void()),
};
