import { createStore, type StoreApi } from "zustand/vanilla";
import { wordKey } from "#shared/domain/word-list.ts";
import { firstFrom, type Place } from "#shared/document/find.ts";
import type { Session } from "#renderer/report/session.ts";
import { Speller, startSpelling, type PlacedSlip } from "#renderer/spelling/speller.ts";

/** “off” when somebody switched spelling off. */
export const SPELLING_SETTING = "spelling";

export interface SpellingState {
  readonly on: boolean;
  /** Slips that are shown, in the order of the report. */
  readonly slips: readonly PlacedSlip[];
  /** The one whose menu is open. */
  readonly asked: PlacedSlip | null;
  readonly dictionariesOpen: boolean;
}

/** After a key nothing is asked until the writer has paused. */
const PAUSE_MS = 250;
const DRAW_MS = 90;

/** Spelling and grammar of one open report. */
export class Spelling {
  readonly store: StoreApi<SpellingState> = createStore<SpellingState>(() => ({
    on: false,
    slips: [],
    asked: null,
    dictionariesOpen: false,
  }));
  readonly #session: Session;
  #speller: Speller | null = null;
  #vouched: ReadonlySet<string> = new Set();
  #ignored: ReadonlySet<string> = new Set();
  /** The block that was typed in last: the word under the caret there is not finished. */
  #typedIn: string | null = null;
  /** Everything that was found, and of it the word that is still being written. */
  #found: readonly PlacedSlip[] = [];
  #withheld: PlacedSlip | null = null;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #drawing: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Reads along from now on. Answers how to stop. */
  start(): () => void {
    const speller = new Speller(startSpelling(), () => this.#draw());
    this.#speller = speller;
    this.store.setState({ on: true });
    const ask = (): void =>
      speller.changed(this.#session.store.getState().blocks, () => {
        const { blockId } = this.#session.store.getState();
        return [...(blockId ? [blockId] : []), ...(this.#session.editor?.near() ?? [])];
      });
    ask();
    const stop = this.#session.store.subscribe((state, before) => {
      if (state.blocks === before.blocks) return;
      if (state.blocks.length === before.blocks.length)
        this.#typedIn = state.blocks.find((block, index) => block !== before.blocks[index])?.id ?? null;
      speller.hold();
      clearTimeout(this.#asking);
      this.#asking = setTimeout(ask, PAUSE_MS);
    });
    const onCaret = (): void => {
      if (this.#typedIn !== null && this.#underCaret() !== this.#withheld) this.#draw();
    };
    document.addEventListener("selectionchange", onCaret);
    return () => {
      stop();
      document.removeEventListener("selectionchange", onCaret);
      clearTimeout(this.#asking);
      clearTimeout(this.#drawing);
      speller.stop();
      this.#speller = null;
      this.store.setState({ on: false, slips: [], asked: null });
      for (const mark of ["spelling", "grammar"] as const) this.#session.editor?.draw(mark, []);
    };
  }

  /** @param words in no order, however they are written */
  vouchFor(words: readonly string[]): void {
    this.#vouched = new Set(words.map(wordKey));
    this.#draw();
  }

  ignore(keys: readonly string[]): void {
    this.#ignored = new Set(keys);
    this.#draw();
  }

  /** The slip at a spot of the text; null when there is none. */
  slipAt(spot: Place | null): PlacedSlip | null {
    if (!spot) return null;
    const { slips } = this.store.getState();
    return (
      slips.find(
        ({ place: { blockId, cell, span } }) =>
          blockId === spot.blockId &&
          String(cell) === String(spot.cell) &&
          span[0] <= spot.span[0] &&
          span[1] >= spot.span[1],
      ) ?? null
    );
  }

  ask(asked: PlacedSlip | null): void {
    this.store.setState({ asked });
  }

  /** Goes to the next slip after the caret, and asks what to do about it. Answers whether there is one. */
  next(): boolean {
    const { slips } = this.store.getState();
    const { blocks } = this.#session.store.getState();
    const { editor } = this.#session;
    const caret = editor?.selected();
    const from = caret ? { blockId: caret.blockId, offset: caret.span[1] } : null;
    const slip =
      slips[
        firstFrom(
          blocks,
          slips.map(({ place }) => place),
          from,
        )
      ];
    if (!slip || !editor) return false;
    editor.show(slip.place, true);
    // Once the page has scrolled there.
    requestAnimationFrame(() => requestAnimationFrame(() => this.ask(slip)));
    return true;
  }

  /** Puts a suggestion in the place of the words, as one step, with the caret behind them. */
  choose(slip: PlacedSlip, words: string): void {
    const { editor } = this.#session;
    if (editor?.replaceAll([{ ...slip.place, words }]) !== 1) return;
    const end = slip.place.span[0] + words.length;
    editor.show({ ...slip.place, span: [Math.max(slip.place.span[0], end - 1), end] }, true);
    document.getSelection()?.collapseToEnd();
  }

  readonly #draw = (): void => {
    if (this.#drawing !== undefined) return;
    this.#drawing = setTimeout(() => {
      this.#drawing = undefined;
      const { editor } = this.#session;
      if (!this.#speller || !editor) return;
      this.#found = this.#speller.slips().filter((slip) => !this.#isSettled(slip));
      this.#withheld = this.#underCaret();
      const slips = this.#found.filter((slip) => slip !== this.#withheld);
      if (sameSlips(slips, this.store.getState().slips)) return;
      this.store.setState({ slips });
      for (const mark of ["spelling", "grammar"] as const)
        editor.draw(
          mark,
          slips.filter(({ kind }) => kind === mark).map(({ place }) => place),
        );
    }, DRAW_MS);
  };

  #underCaret(): PlacedSlip | null {
    const caret = this.#typedIn === null ? null : (this.#session.editor?.selected() ?? null);
    return caret && (this.#found.find((slip) => isUnder(caret, slip)) ?? null);
  }

  #isSettled(slip: PlacedSlip): boolean {
    if (this.#ignored.has(ignoredKey(slip))) return true;
    if (slip.kind !== "spelling") return false;
    return this.#vouched.has(vouchedKey(slip.words)) || this.#vouched.has(wordKey(slip.words));
  }
}

/** A caret in or at the end of a word is still writing it. */
const isUnder = (caret: Place, { place }: PlacedSlip): boolean =>
  caret.span[0] === caret.span[1] &&
  caret.blockId === place.blockId &&
  String(caret.cell) === String(place.cell) &&
  caret.span[0] > place.span[0] &&
  caret.span[0] <= place.span[1];

const sameSlips = (a: readonly PlacedSlip[], b: readonly PlacedSlip[]): boolean =>
  a.length === b.length &&
  a.every((slip, index) => {
    const { words, place } = b[index]!;
    return (
      slip.words === words &&
      slip.place.blockId === place.blockId &&
      slip.place.span[0] === place.span[0] &&
      String(slip.place.cell) === String(place.cell)
    );
  });

/** The word without the ’s of an owner. */
const vouchedKey = (words: string): string => wordKey(words).replace(/'s?$/, "");

/** How “ignore here” knows a slip again: by its block and its words. */
export const ignoredKey = ({ place, words }: PlacedSlip): string => `${place.blockId} ${words}`;

export const wordToAdd = (words: string): string => words.replace(/['’]s?$/u, "");

const open = new WeakMap<Session, Spelling>();

/** The one speller of an open report. */
export function spellingIn(session: Session): Spelling {
  let spelling = open.get(session);
  if (!spelling) open.set(session, (spelling = new Spelling(session)));
  return spelling;
}
