import { z } from "zod";
import { NamedBytes } from "#shared/api/bytes.ts";
import { procedure } from "#shared/api/procedure.ts";
import { ContentHash, Evidence, EvidenceFields } from "#shared/domain/evidence.ts";
import { EvidenceId, ReportId } from "#shared/domain/ids.ts";

const item = { reportId: ReportId, evidenceId: EvidenceId };

export const evidence = {
  /** Adds an item under the next free reference, or replaces what is written of the one of that id. */
  put: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        evidence: EvidenceFields.extend({ id: EvidenceId.nullable() }),
      }),
    )
    .output(Evidence),
  /** Takes an item and its ties out of sight; the text stays. */
  remove: procedure.input(z.strictObject(item)).output(z.void()),
  /** Brings a removed item back under its id and reference. Faults: not-found. */
  restore: procedure.input(z.strictObject(item)).output(Evidence),
  /** Keeps a file with an item. `exports.attachment` hands out a copy. Faults: too-large, empty, bad-input, not-found. */
  attach: procedure.input(z.strictObject({ ...item, file: NamedBytes })).output(Evidence),
  /** Takes a file off an item. Faults: not-found. */
  detach: procedure.input(z.strictObject({ ...item, hash: ContentHash })).output(Evidence),
};
