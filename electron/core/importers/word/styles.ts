import type { XmlReader } from "#electron/core/importers/word/xml.ts";

/** What a run of text, or the style it follows, says of its looks; absent where it says nothing. */
export interface RunLook {
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
  /** In points. */
  size?: number;
  /** A character style. */
  style?: string;
  /** The mark at the paragraph's end was struck out: it goes on with the next. */
  deleted?: boolean;
}

/** The list a paragraph belongs to; level from 0. `numId` is “0” where a paragraph leaves the list of its style. */
export interface ListPlace {
  numId: string | null;
  level: number | null;
}

/** A style with what it takes over from those it is based on. */
export interface Style {
  /** As Word itself calls it, whatever the language: “heading 1”, “toc 2”. */
  readonly name: string;
  /** From 0; null for body text. */
  readonly outline: number | null;
  readonly list: ListPlace;
  readonly look: RunLook;
}

interface RawStyle {
  name: string;
  basedOn: string | null;
  outline: number | null;
  list: ListPlace;
  look: RunLook;
}

/** Outline levels of headings are 0 to 8; 9 says body text. */
const BODY_TEXT = 9;

export class Styles {
  readonly #raw = new Map<string, RawStyle>();
  readonly #resolved = new Map<string, Style>();
  #usual: RunLook = {};
  #plain = "";

  constructor(reader: XmlReader | null) {
    if (!reader) return;
    for (const element of reader.elements()) {
      if (element === "w:rPrDefault")
        reader.children((name) => {
          if (name === "w:rPr") this.#usual = readRunLook(reader);
        });
      else if (element === "w:style") this.#readStyle(reader);
    }
  }

  /** The style of this id; the usual paragraph style without one. */
  get(id: string | null): Style {
    const key = id ?? this.#plain;
    const known = this.#resolved.get(key);
    if (known) return known;
    const chain: RawStyle[] = [];
    for (let at: string | null = key; at !== null;) {
      const raw = this.#raw.get(at);
      // A damaged file may base two styles on each other.
      if (!raw || chain.includes(raw)) break;
      chain.push(raw);
      at = raw.basedOn;
    }
    const style: Style = {
      name: chain[0]?.name ?? key,
      outline: chain.map(outlineOf).find((outline) => outline !== null) ?? null,
      list: {
        numId: chain.map(({ list }) => list.numId).find((numId) => numId !== null) ?? null,
        level: chain.map(({ list }) => list.level).find((level) => level !== null) ?? null,
      },
      look: Object.assign({}, this.#usual, ...chain.map(({ look }) => look).toReversed()) as RunLook,
    };
    this.#resolved.set(key, style);
    return style;
  }

  /** What a character style adds to the run it is put on. */
  look(id: string | undefined): RunLook {
    if (id === undefined) return {};
    const { bold, italic, hidden } = this.get(id).look;
    return { ...(bold && { bold }), ...(italic && { italic }), ...(hidden && { hidden }) };
  }

  #readStyle(reader: XmlReader): void {
    const id = reader.attribute("w:styleId") ?? "";
    const preset = reader.attribute("w:default");
    const isPlain = reader.attribute("w:type") === "paragraph" && preset !== null && isOn(preset);
    const style: RawStyle = { name: id, basedOn: null, outline: null, list: NO_LIST(), look: {} };
    reader.children((name) => {
      if (name === "w:name") style.name = reader.attribute("w:val") ?? id;
      else if (name === "w:basedOn") style.basedOn = reader.attribute("w:val");
      else if (name === "w:rPr") style.look = readRunLook(reader);
      else if (name === "w:pPr")
        reader.children((inner) => {
          if (inner === "w:outlineLvl") style.outline = Number(reader.attribute("w:val") ?? BODY_TEXT);
          else if (inner === "w:numPr") style.list = readListPlace(reader);
        });
    });
    this.#raw.set(id, style);
    if (isPlain) this.#plain = id;
  }
}

const NO_LIST = (): ListPlace => ({ numId: null, level: null });

function outlineOf({ outline, name }: RawStyle): number | null {
  if (outline !== null) return outline;
  const named = /^heading ([1-9])$/i.exec(name)?.[1];
  return named === undefined ? null : Number(named) - 1;
}

/** True for a heading's outline level. */
export const isHeadingLevel = (outline: number | null): outline is number =>
  outline !== null && outline >= 0 && outline < BODY_TEXT;

/** An element that stands for “yes” unless it says otherwise. */
const isOn = (value: string | null): boolean => value === null || /^(?:1|true|on)$/i.test(value);

/** @param reader at the opening of `w:rPr` */
export function readRunLook(reader: XmlReader): RunLook {
  const look: RunLook = {};
  reader.children((name) => {
    switch (name) {
      case "w:b":
        look.bold = isOn(reader.attribute("w:val"));
        break;
      case "w:i":
        look.italic = isOn(reader.attribute("w:val"));
        break;
      case "w:vanish":
        look.hidden = isOn(reader.attribute("w:val"));
        break;
      case "w:sz":
        // Half-points.
        look.size = Number(reader.attribute("w:val")) / 2 || 0;
        break;
      case "w:rStyle":
        look.style = reader.attribute("w:val") ?? "";
        break;
      case "w:del":
        look.deleted = true;
        break;
    }
  });
  return look;
}

/** @param reader at the opening of `w:numPr` */
export function readListPlace(reader: XmlReader): ListPlace {
  const place = NO_LIST();
  reader.children((name) => {
    if (name === "w:numId") place.numId = reader.attribute("w:val");
    else if (name === "w:ilvl") place.level = Number(reader.attribute("w:val")) || 0;
  });
  return place;
}
