import { LETTERS, pairOf, readableWords, startOf } from "#shared/consistency/alignment/features.ts";
import type { AlignmentModel } from "#shared/consistency/alignment/model.ts";

/** Beyond this a table is given up for a new one: a long report has some tens of thousands of features. */
const MOST = 150_000;

/**
 * Features as numbers, with their weights: to count a long text by numbers costs a fraction of counting it by words.
 * The features are those of `featuresOf`, in its order.
 */
export class FeatureTable {
  /** By feature; 0 for one the model does not know. */
  readonly weights: number[] = [];
  readonly #weightOf: AlignmentModel["weights"];
  readonly #words = new Map<string, number>();
  readonly #starts = new Map<string, number>();
  /** By word: its beginning, or -1. */
  readonly #startOf: number[] = [];
  /** By word: the pairs it opens, by the word behind it. */
  readonly #pairsOf: (Map<number, number> | undefined)[] = [];

  constructor({ weights }: AlignmentModel) {
    this.#weightOf = weights;
  }

  get isFull(): boolean {
    return this.weights.length > MOST;
  }

  idsOf(sentence: string): number[] {
    const ids: number[] = [];
    let before: string | null = null;
    let beforeId = -1;
    for (const word of readableWords(sentence)) {
      if (word === null) {
        before = null;
        continue;
      }
      const id = this.#wordId(word);
      ids.push(id);
      if (this.#startOf[id]! >= 0) ids.push(this.#startOf[id]!);
      if (before !== null) ids.push(this.#pairId(beforeId, id, before, word));
      before = word;
      beforeId = id;
    }
    return ids;
  }

  #wordId(word: string): number {
    let id = this.#words.get(word);
    if (id === undefined) {
      this.#words.set(word, (id = this.#add(word)));
      this.#startOf[id] = word.length > LETTERS ? this.#startId(startOf(word)) : -1;
    }
    return id;
  }

  #startId(start: string): number {
    let id = this.#starts.get(start);
    if (id === undefined) this.#starts.set(start, (id = this.#add(start)));
    return id;
  }

  #pairId(first: number, second: number, before: string, word: string): number {
    const pairs = (this.#pairsOf[first] ??= new Map());
    let id = pairs.get(second);
    if (id === undefined) pairs.set(second, (id = this.#add(pairOf(before, word))));
    return id;
  }

  #add(feature: string): number {
    return this.weights.push(this.#weightOf.get(feature) ?? 0) - 1;
  }
}

const tables = new WeakMap<AlignmentModel, FeatureTable>();

/** One a model. Numbers of an earlier table mean nothing in a later one. */
export function tableOf(model: AlignmentModel): FeatureTable {
  let table = tables.get(model);
  if (!table || table.isFull) tables.set(model, (table = new FeatureTable(model)));
  return table;
}
