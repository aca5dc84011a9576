import { z } from "zod";
import { Framework } from "#shared/domain/framework.ts";
import { FAULT_CODES } from "#shared/fault.ts";

/** What the parent tells the reader. */
export const ToReader = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("frameworks"), frameworks: z.array(Framework) }),
  z.object({
    kind: z.literal("read"),
    source: z.union([z.string(), z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })]),
  }),
]);
export type ToReader = z.infer<typeof ToReader>;

/** What the reader answers. The draft is parsed apart, so that a bad one is a fault of this file alone. */
export const FromReader = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("page"), page: z.int(), pages: z.int(), memoryBytes: z.number() }),
  z.object({ kind: z.literal("done"), draft: z.unknown() }),
  z.object({
    kind: z.literal("fault"),
    code: z.enum(FAULT_CODES),
    message: z.string(),
    remedy: z.string(),
  }),
]);
export type FromReader = z.infer<typeof FromReader>;
