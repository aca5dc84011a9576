import { z } from "zod";
import { NamedBytes } from "#shared/api/bytes.ts";
import { procedure } from "#shared/api/procedure.ts";
import { Saved } from "#shared/api/reports.ts";
import { BlockOperation } from "#shared/document/operations.ts";
import { Block } from "#shared/domain/block.ts";
import { Comment } from "#shared/domain/comment.ts";
import { BlockId, ReportId } from "#shared/domain/ids.ts";

/** A Word file that came back, held against what was sent and what stands here now. */
const Comparison = z.strictObject({
  /** The revision that was sent, and when it was made. */
  sent: z.strictObject({ revision: z.int(), at: z.iso.datetime() }),
  /** The revision that `ours` is. */
  revision: z.int(),
  base: z.array(Block),
  theirs: z.array(Block),
  ours: z.array(Block),
  /** Blocks whose changes only make sense together, under one name each. */
  groups: z.array(z.tuple([BlockId, z.string()])),
  /** What was changed in the file where it is drawn from elsewhere; it stays as it is here. */
  remarks: z.array(
    z.strictObject({
      kind: z.enum(["title", "grade"]),
      blockId: BlockId.nullable(),
      was: z.string(),
      now: z.string(),
    }),
  ),
  /** Who changed words of which block, where the file says. */
  authors: z.array(z.tuple([BlockId, z.array(z.string())])),
  /** Comments of the file that are not here yet, in their places. */
  comments: z.array(Comment),
});
/** Has a name, so that what is made of the contract is written down by that and not at full length. */
// oxlint-disable-next-line typescript/no-empty-object-type -- only to give it a name
export interface Returned extends z.infer<typeof Comparison> {}
export const Returned: z.ZodType<Returned> = Comparison;

export const returned = {
  /** Reads a file and compares it; nothing is changed. Faults: unsupported, not-found, and the reader's own. */
  compare: procedure.input(z.strictObject({ reportId: ReportId, file: NamedBytes })).output(Returned),
  /** Takes over what was chosen, text and comments in one step. Faults: conflict, shrinkage, not-found. */
  take: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        baseRevision: z.int().nonnegative(),
        operations: z.array(BlockOperation).max(20_000),
        comments: z.array(Comment).max(5000),
      }),
    )
    .output(Saved),
};
