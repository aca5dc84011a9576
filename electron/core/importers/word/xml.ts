import { damaged } from "#electron/core/importers/word/damaged.ts";
import { Fault } from "#shared/fault.ts";

/** No document that people write nests its elements deeper. */
const DEEPEST = 256;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const LESS = 0x3c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const GREATER = 0x3e;

export type XmlToken = "open" | "close" | "text" | "end";

/**
 * Reads the XML of an Office document from front to back, keeping nothing but the names of the open elements. Office
 * documents have neither a document type nor entities of their own; one that has was made to do harm and is refused.
 */
export class XmlReader {
  /** Of the element that was opened or closed last: “w:p”. */
  name = "";
  readonly #xml: string;
  readonly #open: string[] = [];
  #at = 0;
  #attributes = "";
  #text = "";
  /** The element just opened has no content: its close comes next. */
  #closes = false;

  /** @throws Fault `truncated` when the bytes are no text */
  constructor(bytes: Uint8Array) {
    try {
      const encoding =
        bytes[0] === 0xff && bytes[1] === 0xfe
          ? "utf-16le"
          : bytes[0] === 0xfe && bytes[1] === 0xff
            ? "utf-16be"
            : "utf-8";
      this.#xml = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      throw damaged("its text is in no encoding that Word writes", error);
    }
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length;
  }

  /** The text that `next` stood at. */
  get text(): string {
    return this.#text;
  }

  /** @throws Fault `truncated` or `unsupported` when the XML is not well formed, or more than an Office document needs */
  next(): XmlToken {
    if (this.#closes) {
      this.#closes = false;
      this.#open.pop();
      return "close";
    }
    const xml = this.#xml;
    for (;;) {
      if (this.#at >= xml.length) {
        if (this.#open.length > 0) throw damaged("its text stops before its end");
        return "end";
      }
      if (xml.charCodeAt(this.#at) !== LESS) {
        const end = xml.indexOf("<", this.#at);
        const raw = xml.slice(this.#at, end < 0 ? xml.length : end);
        this.#at += raw.length;
        this.#text = decode(raw);
        return "text";
      }
      switch (xml[this.#at + 1]) {
        case "/":
          return this.#close();
        case "?":
          this.#pass("?>");
          break;
        case "!":
          if (xml.startsWith("<!--", this.#at)) this.#pass("-->");
          else if (xml.startsWith("<![CDATA[", this.#at)) {
            const from = this.#at + 9;
            this.#pass("]]>");
            this.#text = xml.slice(from, this.#at - 3);
            return "text";
          } else throw hostile();
          break;
        default:
          return this.#openElement();
      }
    }
  }

  /** Of the element just opened; null when it has no such attribute. */
  attribute(name: string): string | null {
    for (const found of this.#attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      if (found[1] === name) return decode(found[2] ?? found[3] ?? "");
    return null;
  }

  /** Goes to the end of the element just opened. */
  skip(): void {
    const depth = this.#open.length;
    while (this.#open.length >= depth) this.next();
  }

  /**
   * The name of every element that opens within the one just opened, however deep, or in the rest of the document when
   * none is open. What is read or skipped meanwhile is passed over.
   */
  *elements(): Generator<string> {
    const depth = this.#open.length;
    for (let token = this.next(); token !== "end" && this.#open.length >= depth; token = this.next())
      if (token === "open") yield this.name;
  }

  /** Calls `visit` for every child element of the one just opened; what a visit leaves unread is skipped. */
  children(visit: (name: string) => void): void {
    const depth = this.#open.length;
    while (this.#open.length >= depth) {
      if (this.next() !== "open") continue;
      visit(this.name);
      while (this.#open.length > depth) this.next();
    }
  }

  #openElement(): XmlToken {
    const xml = this.#xml;
    const from = this.#at + 1;
    let quote = 0;
    let end = from;
    for (; end < xml.length; end++) {
      const code = xml.charCodeAt(end);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === QUOTE || code === APOSTROPHE) quote = code;
      else if (code === GREATER) break;
      else if (code === LESS) throw damaged("its text is broken");
    }
    if (end >= xml.length) throw damaged("its text stops before its end");
    this.#at = end + 1;
    this.#closes = xml[end - 1] === "/";
    const tag = xml.slice(from, this.#closes ? end - 1 : end);
    const space = tag.search(/\s/);
    this.name = space < 0 ? tag : tag.slice(0, space);
    this.#attributes = space < 0 ? "" : tag.slice(space);
    if (this.#open.push(this.name) > DEEPEST)
      throw new Fault(
        "unsupported",
        `This Word document nests its contents more than ${DEEPEST} deep, as no report does.`,
        "If it comes from somebody you know, open it in Word, save it anew, and import that.",
      );
    return "open";
  }

  #close(): XmlToken {
    const end = this.#xml.indexOf(">", this.#at);
    this.name = this.#xml.slice(this.#at + 2, end).trimEnd();
    if (end < 0 || this.#open.pop() !== this.name) throw damaged("its text is broken");
    this.#at = end + 1;
    return "close";
  }

  #pass(mark: string): void {
    const end = this.#xml.indexOf(mark, this.#at);
    if (end < 0) throw damaged("its text stops before its end");
    this.#at = end + mark.length;
  }
}

function decode(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&([^;&]{0,12};?)/g, (_, inner: string) => {
    const name = inner.endsWith(";") ? inner.slice(0, -1) : "";
    const code = /^#x([\da-f]+)$/i.exec(name)?.[1];
    const decimal = /^#(\d+)$/.exec(name)?.[1];
    const point =
      code !== undefined ? Number.parseInt(code, 16) : decimal !== undefined ? Number(decimal) : -1;
    if (point >= 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    const character = ENTITIES[name];
    if (character === undefined) throw damaged("its text is broken");
    return character;
  });
}

const hostile = (): Fault =>
  new Fault(
    "unsupported",
    "This Word document declares a document type, which Word never writes and which can make a reader fetch other files.",
    "Ask who sent it for a copy saved by Word, or for a PDF.",
  );
