import type { Role } from "#shared/domain/ledger.ts";
import type { Stage } from "#shared/domain/report.ts";

/** A step that somebody of the role may take from a stage. Approval is not among them: it is counted. */
export interface StageMove {
  readonly from: Stage;
  readonly to: Stage;
  readonly role: Role;
  /** On its button. */
  readonly label: string;
  readonly needsReason: boolean;
}

const MOVES: readonly StageMove[] = [
  { from: "draft", to: "in-review", role: "lead", label: "Send for review", needsReason: false },
  { from: "returned", to: "in-review", role: "lead", label: "Send for review again", needsReason: false },
  { from: "in-review", to: "draft", role: "lead", label: "Take back from review", needsReason: true },
  { from: "approved", to: "published", role: "lead", label: "Mark as published", needsReason: false },
  { from: "published", to: "draft", role: "lead", label: "Reopen", needsReason: true },
  { from: "in-review", to: "returned", role: "reviewer", label: "Return to the lead", needsReason: true },
  { from: "approved", to: "returned", role: "reviewer", label: "Take the approval back", needsReason: true },
];

export const movesFrom = (stage: Stage, role: Role): StageMove[] =>
  MOVES.filter((move) => move.from === stage && move.role === role);

export const findMove = (from: Stage, to: Stage, role: Role): StageMove | null =>
  movesFrom(from, role).find((move) => move.to === to) ?? null;
