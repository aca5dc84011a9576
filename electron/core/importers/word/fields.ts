interface Field {
  code: string;
  /** Its code has been read; what follows is its result. */
  shown: boolean;
}

/** Lists that the program makes anew from the headings. */
const MADE = /^\s*(?:TOC|INDEX|TOA)\b/;

/** Fields hold instructions and, apart from them, what they last came to: a date, a number, a table of contents. */
export class Fields {
  readonly #open: Field[] = [];

  begin(code = ""): void {
    this.#open.push({ code, shown: code !== "" });
  }
  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.shown = true;
  }
  end(): void {
    this.#open.pop();
  }
  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.shown) field.code += text;
  }
  /** A code never runs over a paragraph's end: one that seems to has lost its end, and would hide all that follows. */
  endParagraph(): void {
    while (this.#open.at(-1)?.shown === false) this.#open.pop();
  }

  get isCode(): boolean {
    return this.#open.some(({ shown }) => !shown);
  }
  get isMadeList(): boolean {
    return this.#open.some(({ code }) => MADE.test(code));
  }
  /** The address of the hyperlink the text stands in. */
  get link(): string | null {
    for (const { code } of this.#open.toReversed()) {
      const address = /^\s*HYPERLINK\s+"([^"]+)"/.exec(code)?.[1];
      if (address !== undefined) return address;
    }
    return null;
  }
}
