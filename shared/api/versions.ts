import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { Saved } from "#shared/api/reports.ts";
import { Block } from "#shared/domain/block.ts";
import { ReportId } from "#shared/domain/ids.ts";
import { Judgement } from "#shared/domain/report.ts";

/** A revision worth going back to: one with a name, the first, the last of a day, or the newest. */
export const Version = z.strictObject({
  revision: z.int(),
  /** Null for one that was kept without being asked. */
  name: z.string().nullable(),
  /** How the report came into the library, for the first one; null for every other. */
  origin: z.enum(["import", "new", "copy"]).nullable(),
  /** Who made the last change in it, and when. */
  by: z.string(),
  at: z.iso.datetime(),
  /** Since the version before it in this list: blocks that came, went, moved or differ, and words that came or went. */
  blocksChanged: z.int(),
  wordsChanged: z.int(),
});
export type Version = z.infer<typeof Version>;

/** The report as it stood at one revision. */
export const VersionText = z.strictObject({
  revision: z.int(),
  blocks: z.array(Block),
  judgements: z.array(Judgement),
});
export type VersionText = z.infer<typeof VersionText>;

/** One line. */
export const VersionName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\r\n]*$/);

const at = { reportId: ReportId, revision: z.int().positive() };

export const versions = {
  /** Newest first. */
  list: procedure.input(z.strictObject({ reportId: ReportId })).output(z.array(Version)),
  /** Names a revision, or gives it another name. Faults: not-found. */
  name: procedure.input(z.strictObject({ ...at, name: VersionName })).output(z.void()),
  /** Takes the name away; the revision stays in the log. */
  removeName: procedure.input(z.strictObject(at)).output(z.void()),
  /** Faults: not-found. */
  read: procedure.input(z.strictObject(at)).output(VersionText),
  /**
   * Makes the text of a revision, and its grades if asked for, the newest revision. Nothing is lost: the one before is
   * still there. Faults: not-found, conflict.
   */
  restore: procedure
    .input(z.strictObject({ ...at, baseRevision: z.int().nonnegative(), grades: z.boolean() }))
    .output(Saved),
};
