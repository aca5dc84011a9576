import type { RunLook } from "#electron/core/importers/word/styles.ts";
import { cutRuns } from "#electron/core/importers/reading/runs.ts";
import type { Note, SourceComment, SourceRun } from "#electron/core/importers/reading/source-block.ts";
import type { TextRun } from "#shared/domain/block.ts";
import type { Anchor, Tracked } from "#shared/returned/returned-part.ts";

const SOFT_HYPHEN = /\u00AD/g;
/** The boundary takes no other addresses, nor longer ones. */
const LINK = /^(?:https?:|mailto:)/i;
const LONGEST_LINK = 2000;
const LONGEST_QUOTE = 1000;

interface Mark {
  readonly id: string;
  readonly from: number;
  to: number | null;
}

/** Who changed something with changes being tracked. */
export interface Author {
  readonly by: string;
  /** ISO time; null where the program did not say. */
  readonly at: string | null;
}

type AnchorKind = Anchor["kind"];

/** One paragraph while its runs are gathered. Word parts a sentence into many runs; those of one look are one here. */
export class Paragraph {
  readonly #runs: SourceRun[] = [];
  readonly #marks: Mark[] = [];
  readonly #anchors: (Omit<Anchor, "to"> & { to: number | null })[] = [];
  readonly #tracked: Tracked[] = [];
  #struck = "";
  readonly #sizes = new Map<number, number>();
  #length = 0;
  #light = 0;
  #dark = 0;

  /**
   * @param own what the run says of itself; it alone makes emphasis
   * @param printed how the run is printed, its style counted in
   */
  add(text: string, own: RunLook, printed: RunLook, href: string | null): void {
    const words = text.replace(SOFT_HYPHEN, "");
    if (words === "") return;
    this.#length += words.length;
    const letters = words.trim().length;
    this.#sizes.set(printed.size ?? 0, (this.#sizes.get(printed.size ?? 0) ?? 0) + letters);
    if (printed.bold) this.#dark += letters;
    else this.#light += letters;
    const link = href !== null && LINK.test(href) && href.length <= LONGEST_LINK ? href : undefined;
    const run: TextRun = {
      kind: "text",
      text: words,
      ...(own.bold && { bold: true }),
      ...(own.italic && { italic: true }),
      ...(link !== undefined && { href: link }),
    };
    const last = this.#runs.at(-1);
    if (
      last?.kind === "text" &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.href === run.href
    )
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + words };
    else this.#runs.push(run);
  }

  addNote(note: Note): void {
    this.#runs.push(note);
  }

  /** From here on the words are those of a block that was exported. */
  open(kind: AnchorKind, name: string): void {
    this.#anchors.push({ kind, name, from: this.#length, to: null });
  }

  close(kind: AnchorKind, name: string): void {
    const anchor = this.#anchors.findLast(
      (each) => each.kind === kind && each.name === name && each.to === null,
    );
    if (anchor) anchor.to = this.#length;
  }

  /** The paragraph ends: what goes on in the next is opened there anew. */
  closeAll(): void {
    for (const anchor of this.#anchors) anchor.to ??= this.#length;
  }

  /** @param read reads the words that were put in, or those that were struck out */
  tracked(kind: Tracked["kind"], { by, at }: Author, read: () => void): void {
    const from = this.#length;
    this.#struck = "";
    read();
    const text = kind === "deleted" ? this.#struck : this.#whole.slice(from);
    if (text !== "") this.#tracked.push({ kind, from, text, by, at });
  }

  strike(words: string): void {
    this.#struck += words;
  }

  openComment(id: string): void {
    this.#marks.push({ id, from: this.#length, to: null });
  }

  closeComment(id: string): void {
    const mark = this.#marks.find((each) => each.id === id);
    if (mark) mark.to = this.#length;
  }

  /** A comment on no words, at this place. */
  pointComment(id: string): void {
    if (!this.#marks.some((mark) => mark.id === id))
      this.#marks.push({ id, from: this.#length, to: this.#length });
  }

  hasComment(id: string): boolean {
    return this.#marks.some((mark) => mark.id === id);
  }

  /** Comments that began at the very end, and so are about the words of the next paragraph. Taken out of this one. */
  takeCommentsOnNothing(): string[] {
    const late = this.#marks.filter(({ from, to }) => to === null && from === this.#length);
    for (const mark of late) this.#marks.splice(this.#marks.indexOf(mark), 1);
    return late.map(({ id }) => id);
  }

  get text(): string {
    return this.#whole.trim();
  }

  get #whole(): string {
    return this.#runs.map((run) => (run.kind === "text" ? run.text : "")).join("");
  }

  /** The size most of its letters have, in points, and whether all of them are bold. */
  get look(): { size: number; bold: boolean } {
    const [size = 0] = [...this.#sizes].toSorted((a, b) => b[1] - a[1])[0] ?? [];
    return { size, bold: this.#dark > 0 && this.#light === 0 };
  }

  /** Without the space around it. */
  get runs(): SourceRun[] {
    const whole = this.#whole;
    const from = whole.length - whole.trimStart().length;
    return cutRuns(this.#runs, from, whole.trimEnd().length);
  }

  /** Whether some of its words were exported from here. */
  get isOurs(): boolean {
    return this.#anchors.length > 0;
  }

  /** Where its words came from, with places counted in `text`. */
  get anchors(): Anchor[] {
    const placed = this.#placed();
    return this.#anchors.map((anchor) => ({
      ...anchor,
      from: placed(anchor.from),
      to: placed(anchor.to ?? this.#length),
    }));
  }

  /** What was changed with changes being tracked, with places counted in `text`. */
  get changes(): Tracked[] {
    const placed = this.#placed();
    return this.#tracked.map((change) => ({ ...change, from: placed(change.from) }));
  }

  #placed(): (at: number) => number {
    const whole = this.#whole;
    const lead = whole.length - whole.trimStart().length;
    const { length } = whole.trim();
    return (at) => Math.min(Math.max(0, at - lead), length);
  }

  /** With places counted in `text`. */
  get comments(): SourceComment[] {
    const whole = this.#whole;
    const lead = whole.length - whole.trimStart().length;
    return this.#marks.map(({ id, from, to }) => ({
      id,
      quote: whole
        .slice(from, to ?? whole.length)
        .trim()
        .slice(0, LONGEST_QUOTE),
      offset: Math.min(Math.max(0, from - lead), this.text.length),
    }));
  }
}
