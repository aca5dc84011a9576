import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { NamedBytes } from "#shared/api/bytes.ts";
import { ExportEvent } from "#shared/api/exports.ts";
import { procedure } from "#shared/api/procedure.ts";
import { Returned } from "#shared/api/returned.ts";
import { BlockOperation } from "#shared/document/operations.ts";
import { Disposition } from "#shared/domain/disposition.ts";
import { AreaId, GradeId, ReportId } from "#shared/domain/ids.ts";
import { Desk } from "#shared/domain/ledger.ts";
import { STAGES } from "#shared/domain/report.ts";
import { Assignment, PACKED_EVIDENCE } from "#shared/domain/review-package.ts";

/** A grade that is another at the other desk than the report had when it was sent. */
export const ReturnedGrade = z.strictObject({
  areaId: AreaId,
  ours: GradeId.nullable(),
  theirs: GradeId.nullable(),
  reason: z.string(),
  /** It was moved here too, since. */
  clash: z.boolean(),
});
export type ReturnedGrade = z.infer<typeof ReturnedGrade>;

/** What a package is and what taking it in would do; nothing is changed by looking. */
const Preview = z.strictObject({
  id: z.uuid(),
  reportId: ReportId,
  title: z.string(),
  from: Desk,
  sentAt: z.iso.datetime(),
  /** Of the key it is signed with, to be compared by voice where the desk is not known yet. */
  fingerprint: z.string(),
  known: z.boolean(),
  /** `new`: the report is not here. `merge`: it is, and what was changed there is taken or left. `again`: it was taken already. */
  kind: z.enum(["new", "merge", "again"]),
  stage: z.enum(STAGES),
  /** The three versions, for `merge`. */
  returned: Returned.nullable(),
  grades: z.array(ReturnedGrade),
  /** Answers to findings that were given there; `ours` is one that was given here too, and is another. */
  answers: z.array(z.strictObject({ theirs: Disposition, ours: Disposition.nullable() })),
  /** Who reviews it and until when, where the package says otherwise than here: as it says, and as it will be. */
  assignment: z.strictObject({ theirs: Assignment, becomes: Assignment }).nullable(),
  comments: z.int().nonnegative(),
  evidence: z.int().nonnegative(),
  withheld: z.int().nonnegative(),
  ledgerLines: z.int().nonnegative(),
});
/** Has a name, so that what is made of the contract is written down by that and not at full length. */
// oxlint-disable-next-line typescript/no-empty-object-type -- only to give it a name
export interface PackagePreview extends z.infer<typeof Preview> {}
const PackagePreview: z.ZodType<PackagePreview> = Preview;

const sealed = {
  file: NamedBytes,
  /** Null for a package made for the address of this desk. */
  passphrase: z.string().max(1000).nullable(),
};

export const packages = {
  /** What others need to make a package for this desk, and to know it by. */
  desk: procedure.output(z.strictObject({ recipient: z.string(), fingerprint: z.string() })),
  /** Makes a package from the last saved revision. */
  make: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        evidence: z.enum(PACKED_EVIDENCE),
        lock: z.union([
          z.strictObject({ passphrase: z.string().min(12).max(1000) }),
          z.strictObject({ recipient: z.string().min(1).max(5000) }),
        ]),
      }),
    )
    .output(eventIterator(ExportEvent)),
  /** Opens a package and holds it against what is here. Faults: wrong-key, damaged, too-large, not-a-document, conflict. */
  open: procedure.input(z.strictObject(sealed)).output(PackagePreview),
  /** Takes it in: all that was chosen, or nothing. Taking the same package again changes nothing. */
  take: procedure
    .input(
      z.strictObject({
        ...sealed,
        /** That the fingerprint was compared; needed once for each desk. */
        trust: z.boolean(),
        /** Of a report that is here. */
        baseRevision: z.int().nonnegative().nullable(),
        operations: z.array(BlockOperation).max(20_000),
        /** Areas whose grade is taken over. */
        grades: z.array(AreaId).max(500),
      }),
    )
    .output(z.strictObject({ reportId: ReportId, revision: z.int(), savedAt: z.iso.datetime() })),
};
