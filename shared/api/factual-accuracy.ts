import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { NamedBytes } from "#shared/api/bytes.ts";
import { ExportEvent, LETTER_FORMATS } from "#shared/api/exports.ts";
import { procedure } from "#shared/api/procedure.ts";
import { Block } from "#shared/domain/block.ts";
import { FactualAnswer, FactualCheck, FactualKind, NewFactualComment } from "#shared/domain/factual-check.ts";
import { BlockId, FactualCheckId, FactualCommentId, ReportId } from "#shared/domain/ids.ts";
import { Judgement } from "#shared/domain/report.ts";

// Have names, so that what is made of the contract is written down by them and not at full length.
// oxlint-disable-next-line typescript/no-empty-object-type -- only to give it a name
export interface CheckOfFacts extends z.infer<typeof FactualCheck> {}
const Check: z.ZodType<CheckOfFacts> = FactualCheck;

const IssuedText = z.strictObject({ blocks: z.array(Block), judgements: z.array(Judgement) });
/** The words and grades that were issued. */
// oxlint-disable-next-line typescript/no-empty-object-type -- only to give it a name
export interface IssuedText extends z.infer<typeof IssuedText> {}
const Issued: z.ZodType<IssuedText> = IssuedText;

const FormFile = z.strictObject({
  fileName: z.string(),
  tables: z.array(z.strictObject({ name: z.string(), rows: z.array(z.array(z.string())) })),
  /** Comments in the margin of a Word file, with the paragraph each hangs on. */
  margin: z.array(z.strictObject({ by: z.string(), quote: z.string(), text: z.string(), near: z.string() })),
  /** Whether the file says that it was made from another revision than the one that was issued. */
  otherRevision: z.boolean(),
  /** Paragraphs of a Word file whose words were changed with changes being tracked: no comments, and told. */
  tracked: z.int().nonnegative(),
});
/** A file that came back, as far as comments may be in it. */
// oxlint-disable-next-line typescript/no-empty-object-type -- only to give it a name
export interface FormFile extends z.infer<typeof FormFile> {}
const Form: z.ZodType<FormFile> = FormFile;

const target = { reportId: ReportId, checkId: FactualCheckId };
const commentTarget = { ...target, commentId: FactualCommentId };
const written = { ...target, baseRevision: z.int().nonnegative() };
const changed = z.object({ revision: z.int(), savedAt: z.iso.datetime(), check: Check });
const format = z.enum(LETTER_FORMATS);
const ids = z.array(FactualCommentId).max(5000);

/** The factual accuracy check: what is issued to the inspected body, what it says of it, and what is answered. */
export const factualAccuracy = {
  /** Newest first. */
  list: procedure.input(z.strictObject({ reportId: ReportId })).output(z.array(Check)),
  issued: procedure.input(z.strictObject(target)).output(Issued),
  /**
   * Keeps the report as it stands and writes into its ledger that it was issued. What the publication check holds up is
   * refused without a reason, as for every file that leaves the desk. Faults: held-up, bad-input, conflict.
   */
  issue: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        baseRevision: z.int().nonnegative(),
        to: z.string().trim().min(1).max(300),
        issuedOn: z.iso.date(),
        dueOn: z.iso.date(),
        reason: z.string().max(2000).default(""),
      }),
    )
    .output(changed),
  /** The issued copy as a file, with the response form in Word. The same words whenever it is made. */
  copy: procedure.input(z.strictObject({ ...target, format })).output(eventIterator(ExportEvent)),
  /** Reads a file that came back; nothing is changed. Faults: unsupported, empty, too-large, and the reader’s own. */
  read: procedure.input(z.strictObject({ ...target, file: NamedBytes })).output(Form),
  /** Takes comments in, all or none; those that are here already stay as they are. */
  take: procedure
    .input(
      z.strictObject({
        ...target,
        source: z.string().max(300),
        comments: z.array(NewFactualComment).min(1).max(2000),
      }),
    )
    .output(z.strictObject({ added: z.array(FactualCommentId), already: z.int(), check: Check })),
  /** Takes unanswered comments back, or brings them here again. */
  setRemoved: procedure
    .input(z.strictObject({ ...target, commentIds: ids, removed: z.boolean() }))
    .output(Check),
  /** Kind, place, answer or reason; what is left out stays. */
  revise: procedure
    .input(
      z.strictObject({
        ...commentTarget,
        kind: FactualKind.optional(),
        blockIds: z.array(BlockId).max(50).optional(),
        status: FactualAnswer.optional(),
        reason: z.string().max(20_000).optional(),
      }),
    )
    .output(Check),
  /** Keeps with a comment, and in the ledger, what was changed in a block between two revisions. */
  trace: procedure
    .input(
      z.strictObject({
        ...written,
        commentId: FactualCommentId,
        blockId: BlockId,
        from: z.int().positive(),
      }),
    )
    .output(changed),
  /** Closes the check once all is answered, or opens it again. */
  close: procedure.input(z.strictObject({ ...written, closed: z.boolean() })).output(changed),
  /** What the response document would let out: words that look like personal details. */
  responseDetails: procedure.input(z.strictObject(target)).output(z.array(z.string())),
  /** What was said and what was answered, for the inspected body. Refused while something is not answered. */
  response: procedure.input(z.strictObject({ ...target, format })).output(eventIterator(ExportEvent)),
};
