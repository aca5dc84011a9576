import { z } from "zod";
import type { ExportOptions } from "#shared/api/exports.ts";

/** By their names in resources/print. */
export const TEMPLATES = ["report", "letter", "ledger", "response"] as const;
export type Template = (typeof TEMPLATES)[number];

/** What the typesetter's process is asked for. */
export interface Order {
  readonly template: Template;
  /** JSON that the template reads. */
  readonly data: string;
  /** The standard that the file keeps to. */
  readonly standard: ExportOptions["pdfStandard"];
}

/** A file, with the page on which each block begins, by the names the data gives them. */
export const Typeset = z.object({
  kind: z.literal("pdf"),
  bytes: z.instanceof(Uint8Array),
  pages: z.array(z.tuple([z.string(), z.int()])),
  /** The most memory its process has had, in megabytes. */
  memory: z.number(),
});
export type Typeset = z.infer<typeof Typeset>;

export const Answer = z.discriminatedUnion("kind", [
  Typeset,
  z.object({ kind: z.literal("refused"), reason: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;
