import type { Role } from "#shared/domain/ledger.ts";

/** Within a sentence. */
export const ROLE_WORDS: Record<Role, string> = { lead: "lead inspector", reviewer: "reviewer" };
