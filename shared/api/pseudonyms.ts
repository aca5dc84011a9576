import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { ReportId } from "#shared/domain/ids.ts";

const Entry = z.strictObject({
  real: z.string().trim().min(1).max(200),
  pseudonym: z.string().trim().min(1).max(60),
});

export const Pseudonyms = z.strictObject({
  /** Of the report, in the order they were given. */
  entries: z.array(Entry),
  /** Of every report of the library. */
  total: z.int(),
});
export type Pseudonyms = z.infer<typeof Pseudonyms>;

/** Who stands behind a pseudonym: kept in a file of its own beside the library, never in it. */
export const pseudonyms = {
  list: procedure.input(z.strictObject({ reportId: ReportId })).output(Pseudonyms),
  /** Adds names that are new to the report; one that is known keeps the pseudonym it has. Answers the table then. */
  keep: procedure
    .input(z.strictObject({ reportId: ReportId, entries: z.array(Entry).max(500) }))
    .output(Pseudonyms),
  /** Deletes the table of every report, and answers how many rows it had. */
  purge: procedure.input(z.void()).output(z.strictObject({ purged: z.int() })),
};
