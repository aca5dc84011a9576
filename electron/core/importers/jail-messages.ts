import { z } from "zod";
import { Framework } from "#shared/domain/framework.ts";
import { FAULT_CODES } from "#shared/fault.ts";

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the parent tells the reader. */
export const ToReader = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("frameworks"), frameworks: z.array(Framework) }),
  z.object({
    kind: z.literal("read"),
    source: z.union([z.string(), z.object({ name: z.string(), bytes: Bytes })]),
  }),
  z.object({
    kind: z.literal("read-returned"),
    source: z.object({ name: z.string(), bytes: Bytes }),
  }),
  z.object({
    kind: z.literal("read-sheets"),
    source: z.object({ name: z.string(), bytes: Bytes }),
  }),
]);
export type ToReader = z.infer<typeof ToReader>;

/** What the reader answers. The result is parsed apart, so that a bad one is a fault of this file alone. */
export const FromReader = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("page"), page: z.int(), pages: z.int(), memoryBytes: z.number() }),
  z.object({ kind: z.literal("done"), result: z.unknown() }),
  z.object({
    kind: z.literal("fault"),
    code: z.enum(FAULT_CODES),
    message: z.string(),
    remedy: z.string(),
  }),
]);
export type FromReader = z.infer<typeof FromReader>;
