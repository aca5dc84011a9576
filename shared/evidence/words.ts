import type { Evidence } from "#shared/domain/evidence.ts";

export const KIND_WORDS: Record<Evidence["kind"], string> = {
  interview: "Interview",
  "focus-group": "Focus group",
  "case-file": "Case file",
  "case-audit": "Case audit",
  observation: "Observation",
  document: "Document",
  data: "Data set",
  survey: "Survey",
  correspondence: "Correspondence",
  "other-inspection": "Other inspection",
};

export const DIRECTION_WORDS: Record<Evidence["direction"], string> = {
  strength: "Strength",
  weakness: "Weakness",
  both: "Strength and weakness",
  context: "Context",
};

export const SENSITIVITY_WORDS: Record<Evidence["sensitivity"], string> = {
  quotable: "May be quoted",
  paraphrase: "Paraphrase only",
  never: "Never outside",
};
