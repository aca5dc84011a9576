import { wordChanges } from "#shared/document/mark-words.ts";

/** A stretch of quoted words: kept as it is, or a change that is taken or left by itself. */
export interface SuggestedRun {
  /** Joined, the words as they are quoted. */
  readonly was: string;
  /** Joined, the words that are suggested for them. */
  readonly words: string;
  readonly changed: boolean;
}

/** How suggested words differ from those they would stand in for. Whatever is taken of it gives whole words. */
export function suggestedRuns(quote: string, words: string): SuggestedRun[] {
  const runs: SuggestedRun[] = [];
  const add = (was: string, next: string): void => {
    if (was === "" && next === "") return;
    const changed = was !== next;
    const last = runs.at(-1);
    if (last?.changed !== changed) runs.push({ was, words: next, changed });
    else runs[runs.length - 1] = { was: last.was + was, words: last.words + next, changed };
  };
  let [was, next] = ["", ""];
  const addChange = (): void => {
    // Spaces that both sides have are no part of the change.
    const lead = /^\s/.test(was) && was[0] === next[0] ? was[0]! : "";
    const bare = [was.slice(lead.length), next.slice(lead.length)] as const;
    const trail = /\s$/.test(bare[0]) && bare[0].at(-1) === bare[1].at(-1) ? bare[0].at(-1)! : "";
    add(lead, lead);
    add(bare[0].slice(0, bare[0].length - trail.length), bare[1].slice(0, bare[1].length - trail.length));
    add(trail, trail);
    [was, next] = ["", ""];
  };
  for (const change of wordChanges(quote, words)) {
    if (change.kind !== "same") {
      was += change.was;
      if (change.kind === "in") next += change.text;
      continue;
    }
    addChange();
    // Spaces after a kept stretch go with what follows it: a word put in at the end brings the space before it.
    const [bareWas, bareText] = [change.was.trimEnd(), change.text.trimEnd()];
    add(bareWas, bareText);
    [was, next] = [change.was.slice(bareWas.length), change.text.slice(bareText.length)];
  }
  addChange();
  return runs;
}

/** The words with the changes that are not left out. @param left places of runs among all of them */
export const wordsWith = (runs: readonly SuggestedRun[], left: ReadonlySet<number>): string =>
  runs.map(({ was, words }, index) => (left.has(index) ? was : words)).join("");

interface Put {
  readonly span: readonly [number, number];
  readonly words: string;
}

/**
 * What to put where, so that what is not changed keeps its marks and citations.
 *
 * @param start where the quoted words begin in the text
 */
export function putsOf(runs: readonly SuggestedRun[], left: ReadonlySet<number>, start: number): Put[] {
  let at = start;
  return runs.flatMap(({ was, words, changed }, index): Put[] => {
    const from = at;
    at += was.length;
    if (!changed || left.has(index)) return [];
    if (was !== "") return [{ span: [from, at], words }];
    // Nothing is not a place: what is put in goes with the character beside it.
    const before = Array.from(runs[index - 1]?.was ?? "").at(-1);
    if (before !== undefined) return [{ span: [from - before.length, from], words: before + words }];
    const after = Array.from(runs[index + 1]?.was ?? "")[0] ?? "";
    return [{ span: [from, from + after.length], words: words + after }];
  });
}
