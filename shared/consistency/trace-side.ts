import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";
import {
  better,
  isNear,
  TraceIndex,
  type Best,
  type Doc,
  type PlaceOf,
} from "#shared/consistency/trace-index.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";

/** The block that comes nearest to what was looked for. */
export interface Trace {
  /** Null when no block holds any of the words. */
  readonly blockId: BlockId | null;
  /** Share of the telling words’ weight met by the block, and by its best two sentences in a row. 0 to 1. */
  readonly share: number;
  readonly inPlace: number;
  /** Roots that the block does not hold. */
  readonly missing: readonly string[];
}

/** What an edit did to the blocks of one side. */
export interface Change {
  readonly gone: readonly Doc[];
  readonly come: readonly Doc[];
  /** Everything was read anew. */
  readonly anew: boolean;
}

export interface Weighing {
  weight(root: string): number;
  readonly placeOf: PlaceOf;
  /** Counts the updates of one report. */
  readonly round: number;
}

interface Found {
  readonly roots: readonly string[];
  readonly trees: number;
  best: Best | null;
  trace: Trace | null;
  /** The round in which somebody last asked for it. */
  asked: number;
}

interface Entry extends Doc {
  readonly areaIds: readonly AreaId[];
}

/** When more of the report than this has changed, starting anew is cheaper. */
const MOST_CHANGED = 0.25;

export const octaveOf = (count: number): number => Math.round(Math.log2(count + 1));

/** The blocks in which something is looked for, and what was found there, kept from one edit to the next. */
export class TraceSide {
  #entries: Entry[] = [];
  #index = new TraceIndex();
  /** By the roots looked for, and the trees they were looked for in. */
  #found = new Map<readonly string[], Found[]>();

  /** Changes when the number of blocks has about doubled. */
  get octave(): number {
    return octaveOf(this.#entries.length);
  }

  count(root: string): number {
    return this.#index.count(root);
  }

  shares(blocks: readonly BlockView[]): boolean {
    const ends = [this.#entries[0]?.id, this.#entries.at(-1)?.id];
    return blocks.some(({ id }) => ends.includes(id));
  }

  update(views: readonly BlockView[], treesOf: (areaIds: readonly AreaId[]) => number): Change {
    const entries = this.#entries;
    let from = 0;
    while (from < entries.length && from < views.length && isSame(entries[from]!, views[from]!)) from++;
    let to = entries.length;
    let end = views.length;
    while (to > from && end > from && isSame(entries[to - 1]!, views[end - 1]!)) {
      to--;
      end--;
    }
    const anew = to - from + (end - from) > Math.max(4, views.length * MOST_CHANGED);
    if (anew) {
      this.#index = new TraceIndex();
      from = 0;
      end = views.length;
      to = entries.length;
    }
    const come = views.slice(from, end).map((view): Entry => ({
      id: view.id,
      analysis: view.analysis,
      areaIds: view.areaIds,
      trees: treesOf(view.areaIds),
    }));
    const gone = from === to && come.length === 0 ? [] : replaced(entries, from, to, come);
    if (!anew) for (const doc of gone) this.#index.remove(doc);
    for (const doc of come) this.#index.add(doc);
    return { gone, come, anew };
  }

  /** Brings what was found up to date; drops what the last round did not ask for. `reweighed` null: all weights are new. */
  review(change: Change, reweighed: ReadonlySet<string> | null, how: Weighing): void {
    if (change.anew || reweighed === null) {
      this.#found.clear();
      return;
    }
    const gone = new Set(change.gone);
    for (const [roots, list] of this.#found) {
      const stale =
        list.some(({ asked, best }) => asked < how.round - 1 || (best !== null && gone.has(best.doc))) ||
        (reweighed.size > 0 && roots.some((root) => reweighed.has(root)));
      if (stale) this.#found.delete(roots);
      else for (const doc of change.come) for (const found of list) meet(found, doc, how);
    }
  }

  ask(roots: readonly string[], trees: number, how: Weighing): Trace {
    let list = this.#found.get(roots);
    if (!list) this.#found.set(roots, (list = []));
    let found = list.find((each) => each.trees === trees);
    if (!found) {
      const best = this.#index.best(roots, trees, how.weight, how.placeOf);
      list.push((found = { roots, trees, best, trace: null, asked: how.round }));
    }
    found.asked = how.round;
    return (found.trace ??= traceOf(found, how));
  }
}

function isSame(entry: Entry, view: BlockView): boolean {
  if (entry.id !== view.id || entry.analysis !== view.analysis) return false;
  const { areaIds } = entry;
  return (
    areaIds === view.areaIds ||
    (areaIds.length === view.areaIds.length && areaIds.every((id, k) => id === view.areaIds[k]))
  );
}

/** Puts new entries in; answers the old ones. Keeps the array, which is long. */
function replaced(entries: Entry[], from: number, to: number, come: readonly Entry[]): Entry[] {
  if (come.length === to - from) return come.map((entry, k) => swap(entries, from + k, entry));
  const tail = entries.slice(to);
  const gone = entries.slice(from, to);
  entries.length = from;
  for (const entry of come) entries.push(entry);
  for (const entry of tail) entries.push(entry);
  return gone;
}

function swap(entries: Entry[], at: number, entry: Entry): Entry {
  const old = entries[at]!;
  entries[at] = entry;
  return old;
}

function meet(found: Found, doc: Doc, how: Weighing): void {
  if (!isNear(doc, found.trees)) return;
  const { rootSet } = doc.analysis;
  let score = 0;
  for (const root of found.roots) if (rootSet.has(root)) score += how.weight(root);
  if (score === 0) return;
  const best = better(found.best, { doc, score }, how.placeOf);
  if (best === found.best) return;
  found.best = best;
  found.trace = null;
}

function traceOf({ roots, best }: Found, how: Weighing): Trace {
  if (best === null) return { blockId: null, share: 0, inPlace: 0, missing: roots };
  const total = sumOf(roots, how);
  const { analysis } = best.doc;
  const met = roots.filter((root) => analysis.rootSet.has(root));
  return {
    blockId: best.doc.id,
    share: best.score / total,
    inPlace: inPlaceOf(met, analysis, how) / total,
    missing: roots.filter((root) => !analysis.rootSet.has(root)),
  };
}

const sumOf = (roots: readonly string[], how: Weighing): number =>
  roots.reduce((sum, root) => sum + how.weight(root), 0);

function inPlaceOf(met: readonly string[], { roots }: BlockAnalysis, how: Weighing): number {
  let most = 0;
  for (let i = 0; i < roots.length; i++) {
    const here = met.filter((root) => roots[i]!.includes(root) || roots[i + 1]?.includes(root));
    most = Math.max(most, sumOf(here, how));
  }
  return most;
}
