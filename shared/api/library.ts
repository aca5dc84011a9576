import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { Framework } from "#shared/domain/framework.ts";
import { BlockId, FrameworkId, ReportId } from "#shared/domain/ids.ts";
import { ReportSummary } from "#shared/domain/report.ts";

export const SearchHit = z.strictObject({
  reportId: ReportId,
  reportTitle: z.string(),
  /** Null for a hit in an evidence item. */
  blockId: BlockId.nullable(),
  paragraph: z.int().nullable(),
  /** The words around the hit, cut into plain and matching pieces. */
  pieces: z.array(z.strictObject({ text: z.string(), match: z.boolean() })),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const library = {
  /** What the library is, for the library page and the status bar. */
  describe: procedure.input(z.void()).output(
    z.strictObject({
      name: z.string(),
      /** Sample libraries live in memory and are gone when the program ends. */
      kept: z.boolean(),
      version: z.string(),
    }),
  ),
  /** Newest change first. */
  list: procedure
    .input(z.strictObject({ archived: z.boolean().default(false) }))
    .output(z.array(ReportSummary)),
  /** A new report with the framework's headings and standing sentences. Faults: bad-framework. */
  create: procedure
    .input(
      z.strictObject({
        frameworkId: FrameworkId,
        title: z.string().min(1).max(500),
        provider: z.string().max(300),
        firstDay: z.iso.date().nullable(),
        lastDay: z.iso.date().nullable(),
        lead: z.string().max(300),
        /** One person a line. */
        team: z.string().max(4000),
      }),
    )
    .output(z.strictObject({ reportId: ReportId })),
  /** The same blocks, grades and evidence under new ids, as a draft of its own. Faults: not-found. */
  duplicate: procedure
    .input(z.strictObject({ reportId: ReportId }))
    .output(z.strictObject({ reportId: ReportId, title: z.string() })),
  frameworks: procedure.input(z.void()).output(z.array(Framework)),
  /** Full-text search over blocks and evidence of every report. */
  search: procedure
    .input(z.strictObject({ query: z.string().max(200), limit: z.int().min(1).max(100).default(30) }))
    .output(z.array(SearchHit)),
};
