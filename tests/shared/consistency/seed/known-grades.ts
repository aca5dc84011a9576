import type { Known } from "#tests/shared/consistency/seed/known.ts";

export const knownGrades: readonly Known[] = [
  { rule: 2, paragraph: null, words: "Partnership working with the police is adequate" },
  { rule: 3, paragraph: 11, words: "Capacity for improvement" },
  { rule: 9, paragraph: null, words: "adequate" },
];
