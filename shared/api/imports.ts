import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { NamedBytes } from "#shared/api/bytes.ts";
import { FaultData, procedure } from "#shared/api/procedure.ts";
import { ReportId } from "#shared/domain/ids.ts";

/** What happens to one file of a batch, in order; the last of each file is `done` or `refused`. */
export const ImportEvent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("reading"),
    file: z.string(),
    index: z.int(),
    /** 0 until the number of pages is known. */
    page: z.int(),
    pages: z.int(),
  }),
  z.strictObject({
    kind: z.literal("done"),
    file: z.string(),
    index: z.int(),
    reportId: ReportId,
    paragraphs: z.int(),
    frameworkTitle: z.string().nullable(),
    /** Comments that came with the file, and pictures that did not. */
    comments: z.int(),
    pictures: z.int(),
  }),
  z.strictObject({ kind: z.literal("refused"), file: z.string(), index: z.int(), fault: FaultData }),
]);
export type ImportEvent = z.infer<typeof ImportEvent>;

export const imports = {
  /** Reads files into the library, one after another; a refused file leaves nothing behind and the others go on. */
  files: procedure
    .input(z.strictObject({ files: z.array(NamedBytes).min(1).max(500) }))
    .output(eventIterator(ImportEvent)),
};
