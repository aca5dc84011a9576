import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { AreaId, ReportId } from "#shared/domain/ids.ts";
import { Desk, LedgerBreak, LedgerEntry } from "#shared/domain/ledger.ts";
import { STAGES } from "#shared/domain/report.ts";

/** How a report stands in its review. */
export const ReviewState = z.strictObject({
  stage: z.enum(STAGES),
  /** The reviewer it is given to; empty for nobody. */
  assignedTo: z.string().max(300),
  dueOn: z.iso.date().nullable(),
  /** How many different reviewers this library asks for. */
  approvalsNeeded: z.int().min(1).max(9),
  ledger: z.array(LedgerEntry),
  /** Where it is first not as it was written; null where the chain is whole. The lines are then those that can be read. */
  broken: LedgerBreak.nullable(),
  revision: z.int(),
  /** When the report was changed last. */
  savedAt: z.iso.datetime(),
});
export type ReviewState = z.infer<typeof ReviewState>;

/** One line of the reviewer’s first page. */
export const ReviewLine = z.strictObject({
  reportId: ReportId,
  assignedTo: z.string(),
  dueOn: z.iso.date().nullable(),
  /** The revision this desk reviewed last; null for never. */
  reviewedAt: z.int().nullable(),
  /** When it was last sent for review; null for never. */
  sentAt: z.iso.datetime().nullable(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

const target = z.strictObject({ reportId: ReportId });
const written = { reportId: ReportId, baseRevision: z.int().nonnegative() };

export const review = {
  /** The name and role of this desk; the name is the computer account’s until one is given. */
  desk: procedure.output(Desk),
  setDesk: procedure.input(Desk).output(Desk),
  /** How many different reviewers have to approve a report of this library. */
  approvals: procedure.output(z.int().min(1).max(9)),
  setApprovals: procedure.input(z.strictObject({ needed: z.int().min(1).max(9) })).output(z.void()),
  /** One line for every report that is not archived. */
  list: procedure.output(z.array(ReviewLine)),
  state: procedure.input(target).output(ReviewState),
  assign: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        assignedTo: z.string().trim().max(300),
        dueOn: z.iso.date().nullable(),
      }),
    )
    .output(ReviewState),
  /** To another stage, by who may take that step. */
  move: procedure
    .input(
      z.strictObject({ ...written, to: z.enum(STAGES), reason: z.string().trim().max(20_000).default("") }),
    )
    .output(ReviewState),
  /** By a reviewer, of a report in review; with the last approval that is needed it is approved. */
  approve: procedure.input(z.strictObject(written)).output(ReviewState),
  signOff: procedure
    .input(z.strictObject({ ...written, areaId: AreaId, signed: z.boolean() }))
    .output(ReviewState),
};
