import { z } from "zod";
import { AreaId, BlockId } from "#shared/domain/ids.ts";

export const SEVERITIES = ["error", "warning", "advice"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the checker says of one place. */
export const Finding = z.strictObject({
  /** `family/fault-in-words`. */
  rule: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  severity: z.enum(SEVERITIES),
  areaId: AreaId.nullable(),
  /** Null for a finding about the report as a whole or an area without narrative. */
  blockId: BlockId.nullable(),
  /** The paragraph's printed number; of the numbered paragraph it hangs on for a bullet. Null where there is none. */
  paragraph: z.int().nullable(),
  /** The words it is about, as they stand in the block; empty for a finding without a place. */
  quote: z.string(),
  /** Characters in the block's text, end exclusive; null when the whole block is meant. */
  span: z.tuple([z.int(), z.int()]).nullable(),
  /** One sentence a person can act on: what is wrong, the words, what to do. */
  message: z.string(),
  /** It asks the person something instead of naming a fault: for the review checklist. */
  question: z.boolean(),
  /** What to put in place of the quoted words, where that puts it right; else null. */
  fix: z.string().nullable(),
  /** Stays the same while the words it is about stay the same, whatever happens around them. */
  fingerprint: z.string(),
});
export type Finding = z.infer<typeof Finding>;
