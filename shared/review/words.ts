import type { Role } from "#shared/domain/ledger.ts";
import type { Stage } from "#shared/domain/report.ts";

export const STAGE_WORDS: Record<Stage, string> = {
  draft: "Draft",
  "in-review": "In review",
  returned: "Returned",
  approved: "Approved",
  published: "Published",
};

/** Within a sentence. */
export const ROLE_WORDS: Record<Role, string> = { lead: "lead inspector", reviewer: "reviewer" };
