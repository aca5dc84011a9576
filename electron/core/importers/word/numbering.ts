import type { XmlReader } from "#electron/core/importers/word/xml.ts";

export interface ListLevel {
  /** “bullet”, “decimal”, “lowerLetter”, … */
  readonly format: string;
  /** How the number is printed: “%1.”, “%1.%2”. */
  readonly text: string;
}

/** One list as paragraphs name it. */
export interface List {
  /** Lists of one kind count on together. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Begins to count anew. */
  readonly restarts: boolean;
}

const NO_LEVELS: ReadonlyMap<number, ListLevel> = new Map();

/** The document's definitions of lists, by the id that paragraphs name. */
export class Numbering {
  readonly #lists = new Map<string, List>();

  constructor(reader: XmlReader | null) {
    if (!reader) return;
    const kinds = new Map<string, { levels: Map<number, ListLevel>; styleLink: string | null }>();
    const byStyle = new Map<string, string>();
    const lists: { id: string; kind: string; own: Map<number, ListLevel>; restarts: boolean }[] = [];
    for (const element of reader.elements()) {
      if (element === "w:abstractNum") {
        const id = reader.attribute("w:abstractNumId") ?? "";
        const kind = { levels: new Map<number, ListLevel>(), styleLink: null as string | null };
        reader.children((name) => {
          if (name === "w:lvl") readLevel(reader, kind.levels);
          else if (name === "w:numStyleLink") kind.styleLink = reader.attribute("w:val");
          else if (name === "w:styleLink") byStyle.set(reader.attribute("w:val") ?? "", id);
        });
        kinds.set(id, kind);
      } else if (element === "w:num") {
        const list = {
          id: reader.attribute("w:numId") ?? "",
          kind: "",
          own: new Map<number, ListLevel>(),
          restarts: false,
        };
        reader.children((name) => {
          if (name === "w:abstractNumId") list.kind = reader.attribute("w:val") ?? "";
          else if (name === "w:lvlOverride")
            reader.children((inner) => {
              if (inner === "w:startOverride") list.restarts = true;
              else if (inner === "w:lvl") readLevel(reader, list.own);
            });
        });
        lists.push(list);
      }
    }
    for (const { id, kind, own, restarts } of lists) {
      const link = kinds.get(kind)?.styleLink;
      const shared = kinds.get((link && byStyle.get(link)) || kind)?.levels ?? NO_LEVELS;
      this.#lists.set(id, { kind, levels: new Map([...shared, ...own]), restarts });
    }
  }

  find(numId: string | null): List | null {
    return (numId !== null && numId !== "0" && this.#lists.get(numId)) || null;
  }
}

function readLevel(reader: XmlReader, levels: Map<number, ListLevel>): void {
  const level = Number(reader.attribute("w:ilvl")) || 0;
  let format = "decimal";
  let text = "";
  reader.children((name) => {
    if (name === "w:numFmt") format = reader.attribute("w:val") ?? format;
    else if (name === "w:lvlText") text = reader.attribute("w:val") ?? "";
  });
  levels.set(level, { format, text });
}
