import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { EvidenceId, ReportId } from "#shared/domain/ids.ts";

export const evidence = {
  /** Adds an item, or replaces the one of that id. An empty reference is given the next free number. */
  put: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        evidence: Evidence.omit({ id: true, reference: true }).extend({ id: EvidenceId.nullable() }),
      }),
    )
    .output(Evidence),
  /** Removes an item and its ties; the text stays. */
  remove: procedure.input(z.strictObject({ reportId: ReportId, evidenceId: EvidenceId })).output(z.void()),
};
