import { diffArrays } from "diff";

/** A run of words that is in both texts, or only in the one it stands in. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

export interface MarkedTexts {
  /** Joined, the text before; `changed` pieces were taken out. */
  readonly before: readonly Piece[];
  /** Joined, the text after; `changed` pieces were put in. */
  readonly after: readonly Piece[];
}

const segmenter = new Intl.Segmenter("en-GB", { granularity: "word" });

/** Words and marks, each with the space after it, so that spaces by themselves never make two texts look alike. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (segment.trim() === "" && tokens.length > 0) tokens.push(tokens.pop()! + segment);
    else tokens.push(segment);
  }
  return tokens;
}

/** Two texts further apart than this many words have little in common worth showing. */
const FARTHEST_APART = 600;

/** A run of words as one reads a text with its changes marked: what is in both, what was put in, what was taken out. */
export interface WordChange {
  readonly kind: "same" | "in" | "out";
  /** As the text after has it, but for what was taken out. */
  readonly text: string;
  /** As the text before had it. */
  readonly was: string;
}

/** Joined without what was taken out it is the text after, to the letter. */
export function wordChanges(before: string, after: string): WordChange[] {
  if (before === after) return [{ kind: "same", text: after, was: before }];
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const changes = diffArrays(old, now, {
    comparator: (a, b) => a.trim() === b.trim(),
    maxEditLength: FARTHEST_APART,
  });
  // Answers nothing when they are further apart: then all of it is new.
  if (!changes)
    return [
      { kind: "out", text: before, was: before },
      { kind: "in", text: after, was: "" },
    ];
  let [oldAt, nowAt] = [0, 0];
  return changes.map(({ count, added, removed }): WordChange => {
    const was = added ? "" : old.slice(oldAt, (oldAt += count)).join("");
    const text = removed ? was : now.slice(nowAt, (nowAt += count)).join("");
    return { kind: added ? "in" : removed ? "out" : "same", text, was };
  });
}

/** What of each text is not in the other, in whole words. */
export function markWords(before: string, after: string): MarkedTexts {
  const changes = wordChanges(before, after);
  const side = (other: "in" | "out", own: "text" | "was"): readonly Piece[] =>
    tidied(
      changes
        .filter((change) => change.kind !== other)
        .map((change) => ({ text: change[own], changed: change.kind !== "same" })),
    );
  return { before: side("in", "was"), after: side("out", "text") };
}

export const whole = (text: string, changed: boolean): readonly Piece[] =>
  text === "" ? [] : [{ text, changed }];

/** The space after a changed run belongs to what follows it. */
function tidied(pieces: readonly Piece[]): Piece[] {
  let space = "";
  return pieces.flatMap(({ text, changed }, index) => {
    const start = space + text;
    const kept = changed && index < pieces.length - 1 ? start.trimEnd() : start;
    space = start.slice(kept.length);
    return kept === "" ? [] : [{ text: kept, changed }];
  });
}
