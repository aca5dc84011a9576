import type { Known } from "#tests/shared/consistency/seed/known.ts";

export const knownText: readonly Known[] = [
  { rule: 17, paragraph: 47, words: "detailed information about the carers or residential placement" },
  { rule: 17, paragraph: 13, words: "core group meetings are convened with sufficient frequency" },
  { rule: 35, paragraph: 50, words: "how far does it have to go" },
  { rule: 38, paragraph: 5, words: "CIOSSCB" },
  { rule: 38, paragraph: 52, words: "GCSE" },
  { rule: 38, paragraph: 53, words: "children in care education team" },
];
