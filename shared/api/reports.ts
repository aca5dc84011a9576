import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { BlockOperation } from "#shared/document/operations.ts";
import { Block } from "#shared/domain/block.ts";
import { AreaId, GradeId, ReportId } from "#shared/domain/ids.ts";
import { Judgement, JudgementChange, Report } from "#shared/domain/report.ts";

/** The answer to every accepted change: only now may the editor say “Saved”. */
export const Saved = z.strictObject({ revision: z.int(), savedAt: z.iso.datetime() });
export type Saved = z.infer<typeof Saved>;

const at = { reportId: ReportId, baseRevision: z.int().nonnegative() };

export const reports = {
  /** One report with its blocks, judgements and evidence. */
  open: procedure.input(z.strictObject({ reportId: ReportId })).output(Report),
  /** Applies the editor's operations in one transaction. Faults: conflict, shrinkage, not-found. */
  apply: procedure
    .input(z.strictObject({ ...at, operations: z.array(BlockOperation).min(1).max(20_000) }))
    .output(Saved),
  /** Gives an area a grade; its headings show the new one. Answers the headings that changed. */
  setGrade: procedure
    .input(
      z.strictObject({
        ...at,
        areaId: AreaId,
        gradeId: GradeId.nullable(),
        rationale: z.string().max(20_000).default(""),
      }),
    )
    .output(Saved.extend({ judgement: Judgement, changedBlocks: z.array(Block) })),
  /** Every change of one area's grade, newest first. */
  gradeHistory: procedure
    .input(z.strictObject({ reportId: ReportId, areaId: AreaId }))
    .output(z.array(JudgementChange)),
  /** Title and provider. */
  describe: procedure
    .input(
      z.strictObject({
        ...at,
        title: z.string().min(1).max(500).optional(),
        provider: z.string().max(300).optional(),
      }),
    )
    .output(Saved),
  /** Takes a report off the library page, or brings it back. Nothing is deleted. */
  archive: procedure.input(z.strictObject({ reportId: ReportId, archived: z.boolean() })).output(z.void()),
};
