import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import type { BlockId } from "#shared/domain/ids.ts";

/** A block in which roots are looked for. `trees` has one bit for each tree of areas the block speaks to. */
export interface Doc {
  readonly id: BlockId;
  readonly analysis: BlockAnalysis;
  readonly trees: number;
}

export interface Best {
  readonly doc: Doc;
  /** Sum of the weights of the roots it holds. */
  readonly score: number;
}

/** Where a block stands in the report now; of two equal matches the earlier counts. */
export type PlaceOf = (id: BlockId) => number;

/**
 * From root to the blocks that hold it, kept up to date block by block. Weights are whole numbers that change by
 * leaps only, so that typing in one block seldom changes the weight of any root.
 */
export class TraceIndex {
  #docs: (Doc | null)[] = [];
  #free: number[] = [];
  #slots = new Map<Doc, number>();
  #holders = new Map<string, number[]>();
  #sums = new Int32Array(64);

  get size(): number {
    return this.#slots.size;
  }

  add(doc: Doc): void {
    const slot = this.#free.pop() ?? this.#docs.length;
    this.#docs[slot] = doc;
    this.#slots.set(doc, slot);
    for (const root of doc.analysis.rootSet) {
      const holders = this.#holders.get(root);
      if (holders) holders.push(slot);
      else this.#holders.set(root, [slot]);
    }
    if (slot >= this.#sums.length) {
      const wider = new Int32Array(this.#sums.length * 2);
      wider.set(this.#sums);
      this.#sums = wider;
    }
  }

  remove(doc: Doc): void {
    const slot = this.#slots.get(doc);
    if (slot === undefined) return;
    this.#slots.delete(doc);
    this.#docs[slot] = null;
    this.#free.push(slot);
    for (const root of doc.analysis.rootSet) {
      const holders = this.#holders.get(root)!;
      holders[holders.indexOf(slot)] = holders.at(-1)!;
      holders.pop();
      if (holders.length === 0) this.#holders.delete(root);
    }
  }

  /** In how many blocks a root stands. */
  count(root: string): number {
    return this.#holders.get(root)?.length ?? 0;
  }

  /** The block that holds most of the roots’ weight; `trees` of 0 looks everywhere. */
  best(
    roots: readonly string[],
    trees: number,
    weight: (root: string) => number,
    placeOf: PlaceOf,
  ): Best | null {
    const sums = this.#sums;
    for (const root of roots) {
      const holders = this.#holders.get(root);
      if (!holders) continue;
      const heavy = weight(root);
      for (const slot of holders) sums[slot] = sums[slot]! + heavy;
    }
    let best: Best | null = null;
    for (let slot = 0; slot < this.#docs.length; slot++) {
      const score = sums[slot]!;
      if (score === 0) continue;
      sums[slot] = 0;
      const doc = this.#docs[slot]!;
      if (best && score < best.score) continue;
      if (isNear(doc, trees)) best = better(best, { doc, score }, placeOf);
    }
    return best;
  }
}

/** What is tied to no tree may be about any. */
export const isNear = (doc: Doc, trees: number): boolean =>
  trees === 0 || doc.trees === 0 || (doc.trees & trees) !== 0;

/** The one with more weight; of equals the earlier. */
export function better(a: Best | null, b: Best, placeOf: PlaceOf): Best {
  if (a === null || b.score > a.score) return b;
  return b.score === a.score && placeOf(b.doc.id) < placeOf(a.doc.id) ? b : a;
}
