import { createStore, type StoreApi } from "zustand/vanilla";
import type { AreaId } from "#shared/domain/ids.ts";
import {
  blocksOfArea,
  Finder,
  firstFrom,
  inCaseOf,
  stepFrom,
  textAt,
  type Place,
  type Replacement,
  type Sought,
} from "#shared/document/find.ts";
import type { WordsHandle } from "#renderer/editor/editor-handle.ts";
import { blockOf } from "#shared/document/block-text.ts";
import type { Session } from "#renderer/report/session.ts";
import { closeNotice, notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

/** What is looked for and put in its place; kept from one report to the next until the program is closed. */
interface Asked extends Sought {
  readonly replacement: string;
}

export interface FindState extends Asked {
  readonly shown: "nothing" | "find" | "replace";
  /** How often the bar was asked for. */
  readonly opened: number;
  /** Looked for in the area and those below it; null for the whole report. */
  readonly areaId: AreaId | null;
  readonly places: readonly Place[];
  /** Which place is the current one; -1 when there is none. */
  readonly at: number;
  /** While many places are replaced: how far it is, and the way out. */
  readonly replacing: { readonly share: number; readonly cancel: () => void } | null;
}

/** More than these are replaced a part at a time: it would hold the page. */
const AT_ONCE = 800;

/** A key that is held or typed fast is searched for once, and never before it is on the screen. */
const SETTLES_MS = 120;

let asked: Asked = { query: "", matchCase: false, wholeWord: false, replacement: "" };

/** Find and replace in one open report. */
export class Find {
  readonly store: StoreApi<FindState>;
  readonly #session: Session;
  readonly #finder = new Finder();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the caret was when the search began. */
  #origin: { readonly blockId: Place["blockId"]; readonly offset: number } | null = null;

  constructor(session: Session) {
    this.#session = session;
    this.store = createStore<FindState>(() => ({
      ...asked,
      shown: "nothing",
      opened: 0,
      areaId: null,
      places: [],
      at: -1,
      replacing: null,
    }));
  }

  /** Follows the text for as long as the report is open. */
  start(): () => void {
    const stop = this.#session.store.subscribe((state, before) => {
      const { shown, replacing } = this.store.getState();
      if (state.blocks === before.blocks || shown === "nothing" || replacing) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#search("stay"), SETTLES_MS);
    });
    return () => {
      stop();
      clearTimeout(this.#timer);
    };
  }

  /** Shows the bar; what is selected in one paragraph is looked for. */
  open(shown: "find" | "replace"): void {
    const selected = this.#session.editor?.selected() ?? null;
    this.#origin = selected && { blockId: selected.blockId, offset: selected.span[0] };
    const words = selected && this.#textOf(selected);
    const opened = this.store.getState().opened + 1;
    this.store.setState({ shown, opened, ...(words && !words.includes("\n") && { query: words }) });
    this.#search("from-caret");
  }

  /** Goes back to the text, at the place shown. */
  close(): void {
    const { places, at } = this.store.getState();
    const place = places[at];
    this.store.setState({ shown: "nothing", places: [], at: -1 });
    this.#draw();
    const { editor } = this.#session;
    if (place) editor?.show(place, true);
    else editor?.focus();
  }

  ask(change: Partial<Asked & Pick<FindState, "areaId">>): void {
    this.store.setState(change);
    const { query, matchCase, wholeWord, replacement } = this.store.getState();
    asked = { query, matchCase, wholeWord, replacement };
    if (!("replacement" in change)) this.#search("from-caret");
  }

  step(by: 1 | -1): void {
    const { shown, places, at } = this.store.getState();
    if (shown === "nothing") {
      this.open("find");
      return;
    }
    this.#goTo(stepFrom(places, at, by));
  }

  /** Puts the words in the place shown, and goes on to the next. */
  replace(): void {
    const { places, at } = this.store.getState();
    const place = places[at];
    if (!place) return;
    const words = this.#wordsFor(place);
    if (this.#session.editor?.replaceAll([{ ...place, words }]) !== 1) {
      notify(
        "These words come from the register of figures or are a number that follows its paragraph: change them there.",
      );
      this.step(1);
      return;
    }
    this.#origin = { blockId: place.blockId, offset: place.span[0] + words.length };
    this.#search("from-caret");
  }

  /** Puts the words in every place, as one step. */
  async replaceAll(): Promise<void> {
    const { editor } = this.#session;
    const { places, replacing } = this.store.getState();
    if (!editor || places.length === 0 || replacing) return;
    const replacements = places.map((place): Replacement => ({ ...place, words: this.#wordsFor(place) }));
    const done =
      places.length > AT_ONCE ? await this.#inParts(editor, replacements) : editor.replaceAll(replacements);
    if (done === null) {
      notify("Cancelled: nothing is replaced.");
      this.#search("stay");
      return;
    }
    const blocks = new Set(places.map(({ blockId }) => blockId)).size;
    const left = places.length - done;
    const notice = notify(
      `${done.toLocaleString("en-GB")} replaced in ${counted(blocks, "paragraph")}.` +
        (left > 0
          ? ` ${counted(left, "place")} left: figures and paragraph numbers change where they come from.`
          : ""),
      done > 0 ? { action: { label: "Undo", run: () => editor.undo() } } : {},
    );
    this.#search("stay");
    // Once something else is written, undo would take back that instead.
    const { blocks: after } = this.#session.store.getState();
    const stop = this.#session.store.subscribe((state) => {
      if (state.blocks === after) return;
      stop();
      closeNotice(notice);
    });
  }

  async #inParts(editor: WordsHandle, replacements: readonly Replacement[]): Promise<number | null> {
    const leaving = new AbortController();
    const cancel = (): void => leaving.abort();
    const show = (share: number): void => this.store.setState({ replacing: { share, cancel } });
    show(0);
    // The marks would stand beside words that move.
    editor.draw("found", []);
    editor.draw("found-here", []);
    try {
      return await editor.replaceInParts(replacements, show, leaving.signal);
    } finally {
      this.store.setState({ replacing: null });
    }
  }

  #wordsFor(place: Place): string {
    const { matchCase, replacement } = this.store.getState();
    return matchCase ? replacement : inCaseOf(this.#textOf(place), replacement);
  }

  #textOf(place: Place): string {
    const block = blockOf(this.#session.store.getState().blocks, place.blockId);
    return block ? textAt(block, place).slice(...place.span) : "";
  }

  #search(where: "from-caret" | "stay"): void {
    const { areaId, places: before, at: beforeAt, ...sought } = this.store.getState();
    const { blocks, framework } = this.#session.store.getState();
    const among = areaId && framework ? blocksOfArea(blocks, framework.areas, areaId) : blocks;
    const places = this.#finder.find(among, sought);
    if (where === "from-caret") {
      this.store.setState({ places });
      this.#goTo(firstFrom(blocks, places, this.#origin));
      return;
    }
    const last = before[beforeAt];
    const at = last
      ? firstFrom(blocks, places, { blockId: last.blockId, offset: last.span[0] })
      : Math.min(0, places.length - 1);
    this.store.setState({ places, at });
    this.#draw();
  }

  #goTo(at: number): void {
    this.store.setState({ at });
    const place = this.store.getState().places[at];
    if (place) this.#session.editor?.show(place, false);
    this.#draw();
  }

  #draw(): void {
    const { places, at } = this.store.getState();
    const { editor } = this.#session;
    editor?.draw("found", places);
    editor?.draw(
      "found-here",
      places.slice(at, at + 1).filter(() => at >= 0),
    );
  }
}

const open = new WeakMap<Session, Find>();

/** The one search of an open report. */
export function findIn(session: Session): Find {
  let find = open.get(session);
  if (!find) open.set(session, (find = new Find(session)));
  return find;
}
