import type { Known } from "#tests/shared/consistency/seed/known.ts";

export const knownFigures: readonly Known[] = [{ rule: 24, paragraph: 59, words: "13 children’s homes" }];
