import { z } from "zod";
import { AreaId, FactualCheckId, FactualCommentId, GradeId } from "#shared/domain/ids.ts";
import { STAGES } from "#shared/domain/report.ts";

/** What somebody does at a desk. No accounts: a desk has one name and one role. */
export const ROLES = ["lead", "reviewer"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Who works here. */
export const Desk = z.strictObject({ name: z.string().trim().min(1).max(300), role: Role });
export type Desk = z.infer<typeof Desk>;

const Reason = z.string().max(20_000);
/** What was approved or signed off, as one number: it no longer holds when the words or the grade change. */
const Basis = z.string().max(64);

/** One thing that was decided. */
export const LedgerFact = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("grade"),
    areaId: AreaId,
    from: GradeId.nullable(),
    to: GradeId.nullable(),
    reason: Reason,
    /** References of the evidence that the area’s narrative rested on when the grade was moved: “E-012”. */
    evidence: z.array(z.string()),
    /** Whether a reviewer had seen the report before. */
    afterReview: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("stage"), from: z.enum(STAGES), to: z.enum(STAGES), reason: Reason }),
  z.strictObject({ kind: z.literal("approval"), basis: Basis }),
  /** A null basis takes the sign-off back. */
  z.strictObject({ kind: z.literal("sign-off"), areaId: AreaId, basis: Basis.nullable() }),
  /** This revision went to the inspected body, to be checked for factual accuracy. */
  z.strictObject({
    kind: z.literal("facts-issued"),
    checkId: FactualCheckId,
    to: z.string().max(300),
    issuedOn: z.iso.date(),
    dueOn: z.iso.date(),
  }),
  /** Words that were changed because of one of its comments. */
  z.strictObject({
    kind: z.literal("facts-changed"),
    checkId: FactualCheckId,
    commentId: FactualCommentId,
    /** “Paragraph 14” in the issued copy. */
    place: z.string().max(300),
    before: z.string(),
    after: z.string(),
  }),
  /** False opens the check again. */
  z.strictObject({
    kind: z.literal("facts-closed"),
    checkId: FactualCheckId,
    closed: z.boolean(),
    accepted: z.int().nonnegative(),
    inPart: z.int().nonnegative(),
    notAccepted: z.int().nonnegative(),
  }),
]);
export type LedgerFact = z.infer<typeof LedgerFact>;

/** A line of the ledger, which is only ever added to. */
export const LedgerEntry = z.strictObject({
  /** From 1, without gaps, in each report. */
  number: z.int().positive(),
  /** Of the report, when it was written. */
  revision: z.int().nonnegative(),
  fact: LedgerFact,
  by: z.string(),
  role: Role,
  /** ISO time, for display only. */
  at: z.iso.datetime(),
  /** SHA-256 of this line and the hash of the one before, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/**
 * Where a ledger is first not as it was written. `altered`: the line does not follow from the one before. `missing`: it is
 * not there. `unreadable`: what stands in its place is no line. `cut-off`: all lines follow, but the log of the report tells
 * of a decision that none of them does.
 */
export const LedgerBreak = z.strictObject({
  number: z.int().positive(),
  how: z.enum(["altered", "missing", "unreadable", "cut-off"]),
});
export type LedgerBreak = z.infer<typeof LedgerBreak>;
