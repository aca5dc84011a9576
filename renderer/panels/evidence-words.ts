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

export const SPEAKS_WORDS: Record<Evidence["speaksFor"], string> = {
  strength: "a strength",
  weakness: "a weakness",
  both: "both",
  neither: "neither yet",
};
