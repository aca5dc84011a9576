import type { SourceBlock, SourceRun } from "#electron/core/importers/reading/source-block.ts";

/** The part of the runs between two places, counted in characters; a footnote's mark takes up none. */
export function cutRuns(runs: readonly SourceRun[], from: number, to: number): SourceRun[] {
  let at = 0;
  return runs.flatMap((run): SourceRun[] => {
    if (run.kind === "note") return at >= from && at <= to ? [run] : [];
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return text === "" ? [] : [{ ...run, text }];
  });
}

/** The runs that say this text, which is all or one stretch of what a block says; plain where the format has none. */
export function runsSaying(text: string, blocks: readonly SourceBlock[]): readonly SourceRun[] {
  for (const { text: whole, runs } of blocks) {
    const at = runs === undefined || text === "" ? -1 : whole.indexOf(text);
    if (runs && at >= 0) return cutRuns(runs, at, at + text.length);
  }
  return text === "" ? [] : [{ kind: "text", text }];
}
