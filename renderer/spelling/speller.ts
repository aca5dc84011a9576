import { textOf, textsIn, type Block } from "#shared/domain/block.ts";
import type { Place } from "#shared/document/find.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { movedSpan } from "#renderer/report/moved-span.ts";
import type { Slip, SpellAnswer, SpellQuestion } from "#renderer/spelling/protocol.ts";

/** A slip at its place in the report. */
export interface PlacedSlip extends Slip {
  readonly place: Place;
  /** The words in question. */
  readonly words: string;
}

/** As much of a Worker as is used, so that a test can stand in for one. */
export interface SpellPort {
  postMessage(question: SpellQuestion): void;
  onmessage: ((event: MessageEvent<SpellAnswer>) => unknown) | null;
  terminate(): void;
}

/** Answers kept by text: a word taken back and typed again, a report opened twice. */
const MOST_KNOWN = 20_000;

/** The writer scrolls on: what is to be read first is asked again after this. */
const ORDER_HOLDS_MS = 500;

/**
 * Reads a report for slips, one block at a time: first where the writer is, then what is on the screen, then the
 * rest. What did not change is never read again.
 */
export class Speller {
  readonly #port: SpellPort;
  readonly #onAnswer: () => void;
  readonly #known = new Map<string, readonly Slip[]>();
  readonly #read = new WeakMap<Block, readonly PlacedSlip[]>();
  /** The last answer about each block: shown, moved along, until there is one about the block as it is now. */
  readonly #last = new Map<BlockId, { readonly block: Block; readonly slips: readonly PlacedSlip[] }>();
  #blocks: readonly Block[] = [];
  /** Blocks in the order they are read in, and how many of them were. */
  #queue: readonly Block[] = [];
  #done = 0;
  #orderedAt = 0;
  #first: () => readonly BlockId[] = () => [];
  #held = false;
  #turn = 0;
  #asked: { readonly block: Block; readonly texts: readonly string[] } | null = null;

  constructor(port: SpellPort, onAnswer: () => void) {
    this.#port = port;
    this.#onAnswer = onAnswer;
    port.onmessage = ({ data }) => {
      const asked = this.#asked;
      this.#asked = null;
      if (data.turn !== this.#turn || !asked) return;
      asked.texts.forEach((text, index) => this.#known.set(text, data.slips[index] ?? []));
      for (const text of this.#known.keys()) {
        if (this.#known.size <= MOST_KNOWN) break;
        this.#known.delete(text);
      }
      if (this.#next()) this.#onAnswer();
    };
  }

  /** Asks nothing until `changed`: the rest of a long report can wait for the writer's pause. */
  hold(): void {
    this.#held = true;
  }

  /** @param first blocks to read before the others */
  changed(blocks: readonly Block[], first: () => readonly BlockId[]): void {
    this.#held = false;
    this.#blocks = blocks;
    this.#first = first;
    this.#order();
    this.#next();
  }

  stop(): void {
    this.#port.onmessage = null;
    this.#port.terminate();
  }

  /** Everything known, in the order of the report. */
  slips(): PlacedSlip[] {
    return this.#blocks.flatMap((block) => this.#read.get(block) ?? this.#moved(block));
  }

  /** Asks about the next block that was not read. @returns whether there may be something new to show */
  #next(): boolean {
    if (this.#asked || this.#held) return false;
    if (this.#done < this.#queue.length && performance.now() - this.#orderedAt > ORDER_HOLDS_MS)
      this.#order();
    for (; this.#done < this.#queue.length; this.#done += 1) {
      const block = this.#queue[this.#done]!;
      if (this.#read.has(block)) continue;
      const parts = textsIn(block).filter(({ text }) => text.trim() !== "");
      const texts = parts.map(({ text }) => text).filter((text) => !this.#known.has(text));
      if (texts.length > 0) {
        this.#asked = { block, texts };
        this.#turn += 1;
        this.#port.postMessage({ turn: this.#turn, texts });
        return true;
      }
      const slips = parts.flatMap(({ cell, text }) =>
        (this.#known.get(text) ?? []).map((slip): PlacedSlip => ({
          ...slip,
          place: { blockId: block.id, cell, span: slip.span },
          words: text.slice(...slip.span),
        })),
      );
      this.#read.set(block, slips);
      this.#last.set(block.id, { block, slips });
    }
    return true;
  }

  #order(): void {
    const waiting = this.#blocks.filter((block) => !this.#read.has(block));
    const byId = new Map(waiting.map((block) => [block.id, block]));
    this.#queue = [...this.#first().flatMap((id) => byId.get(id) ?? []), ...waiting];
    this.#done = 0;
    this.#orderedAt = performance.now();
  }

  #moved(block: Block): PlacedSlip[] {
    const last = this.#last.get(block.id);
    if (!last) return [];
    const [before, now] = [textOf(last.block), textOf(block)];
    return last.slips.flatMap((slip) => {
      const span = slip.place.cell === null ? movedSpan(before, now, slip.span) : null;
      return span ? [{ ...slip, span, place: { ...slip.place, span } }] : [];
    });
  }
}

export const startSpelling = (): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "plumbline-spelling" });
