import { z } from "zod";
import { AreaId, BlockId } from "#shared/domain/ids.ts";

/**
 * What a person made of a finding. `accepted`: it is right and will be put right. `dismissed`: it is no fault here, for
 * the reason given. `answered`: a question of the review checklist has been looked into.
 */
export const DISPOSITIONS = ["accepted", "dismissed", "answered"] as const;
export type DispositionState = (typeof DISPOSITIONS)[number];

const given = {
  /** Of the finding it answers. */
  fingerprint: z.string().min(1).max(64),
  /** What the finding said when it was answered; when that changes the answer no longer holds. */
  basis: z.string().min(1).max(64),
  rule: z.string().min(1).max(120),
  areaId: AreaId.nullable(),
  blockId: BlockId.nullable(),
  state: z.enum(DISPOSITIONS),
  /** Never empty for a dismissal. */
  reason: z.string().max(2000).default(""),
};

/** What the person gives; the store adds who and when. */
export const DispositionGiven = z
  .strictObject(given)
  .refine(({ state, reason }) => state !== "dismissed" || reason.trim() !== "", "A dismissal needs a reason");
export type DispositionGiven = z.infer<typeof DispositionGiven>;

export const Disposition = z.strictObject({
  ...given,
  by: z.string(),
  /** ISO time, for display only. */
  at: z.iso.datetime(),
});
export type Disposition = z.infer<typeof Disposition>;
