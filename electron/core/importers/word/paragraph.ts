import type { RunLook } from "#electron/core/importers/word/styles.ts";
import { cutRuns } from "#electron/core/importers/reading/runs.ts";
import type { SourceComment, SourceRun } from "#electron/core/importers/reading/source-block.ts";
import type { TextRun } from "#shared/domain/block.ts";

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

/** One paragraph while its runs are gathered. Word parts a sentence into many runs; those of one look are one here. */
export class Paragraph {
  readonly #runs: SourceRun[] = [];
  readonly #marks: Mark[] = [];
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

  addNote(words: readonly TextRun[]): void {
    this.#runs.push({ kind: "note", words });
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
