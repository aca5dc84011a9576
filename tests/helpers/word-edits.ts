import { DOMParser, type Document, type Element, type Node, XMLSerializer } from "@xmldom/xmldom";
import { unzipSync, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PART = "word/document.xml";
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Numbers from 0 up to 1, the same row for the same seed. Source: Marsaglia’s xorshift, 32 bits. */
export function random(seed: number): () => number {
  let state = seed * 2_654_435_761 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A Word file opened by its XML alone, as another program would edit it. */
export class WordFile {
  readonly #files: Record<string, Uint8Array>;
  readonly document: Document;

  constructor(bytes: Uint8Array) {
    this.#files = unzipSync(bytes);
    this.document = new DOMParser().parseFromString(new TextDecoder().decode(this.#files[PART]), "text/xml");
  }

  save(): Uint8Array {
    return zipSync({ ...this.#files, [PART]: bytesOf(new XMLSerializer().serializeToString(this.document)) });
  }

  /** Adds a part that does not exist yet, and says that it does. */
  addPart(name: string, kind: string, xml: string): void {
    this.#files[`word/${name}`] = bytesOf(xml);
    const insert = (file: string, before: string, text: string): void => {
      const old = new TextDecoder().decode(this.#files[file]);
      this.#files[file] = bytesOf(old.replace(before, text + before));
    };
    insert(
      "word/_rels/document.xml.rels",
      "</Relationships>",
      `<Relationship Id="rIdAdded" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${name}"/>`,
    );
    insert(
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
    );
  }

  make(name: string, attributes: Record<string, string> = {}, ...children: Node[]): Element {
    const element = this.document.createElementNS(W, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(W, key, value);
    for (const child of children) element.appendChild(child);
    return element;
  }

  run(text: string, element = "w:t"): Element {
    const t = this.make(element, {}, this.document.createTextNode(text));
    t.setAttribute("xml:space", "preserve");
    return this.make("w:r", {}, t);
  }

  /** Paragraphs of the text itself that have words: none of a table, none that is drawn from elsewhere. */
  get paragraphs(): Element[] {
    return descendants(this.document, "w:p").filter(
      (p) =>
        ancestor(p, "w:tbl") === null &&
        shownText(p).trim() !== "" &&
        !/plumbline:(title|timescale|record|cover)|Heading|"TOC\d"|"g_(title|timescale|record|cover)/.test(
          new XMLSerializer().serializeToString(p),
        ),
    );
  }
}

export const descendants = (node: Document | Element, name: string): Element[] =>
  Array.from(node.getElementsByTagName(name)) as Element[];

export function ancestor(node: Node, name: string): Element | null {
  for (let at = node.parentNode; at; at = at.parentNode) if (at.nodeName === name) return at as Element;
  return null;
}

const HIDDEN = ["w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback"];

/** The words a reader of the file sees in an element, every change accepted. */
export function shownText(element: Element): string {
  let text = "";
  for (const child of Array.from(element.childNodes) as Element[]) {
    if (HIDDEN.includes(child.nodeName)) continue;
    if (child.nodeName === "w:t") text += child.textContent ?? "";
    else if (child.nodeName === "w:br" || child.nodeName === "w:tab") text += " ";
    else text += shownText(child);
  }
  return text;
}

/** Every word of the text in order, tables included, as an independent reading of the file's XML. */
export const shownWords = (file: WordFile): string[] =>
  descendants(file.document, "w:p").flatMap((p) => wordsIn(shownText(p)));

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

type Edit = (file: WordFile, p: Element, next: () => number, count: number) => void;

const pick = <Item>(items: readonly Item[], next: () => number): Item =>
  items[Math.floor(next() * items.length)]!;

/** Runs of the paragraph that only have words, and at least two. */
const wordyRuns = (p: Element): Element[] =>
  descendants(p, "w:r").filter(
    (r) =>
      HIDDEN.every((name) => ancestor(r, name) === null) &&
      ancestor(r, "w:fldSimple") === null &&
      descendants(r, "w:t").length === 1 &&
      wordsIn(shownText(r)).length > 1,
  );

/** Parts a run in two behind one of its words. @returns the second */
function cutRun(r: Element, next: () => number): Element {
  const t = descendants(r, "w:t")[0]!;
  const text = t.textContent ?? "";
  const spaces = [...text.matchAll(/\s+/g)].filter(({ index }) => index > 0 && index < text.length - 1);
  const { index } = pick(spaces, next);
  const second = r.cloneNode(true) as Element;
  t.textContent = text.slice(0, index);
  const rest = descendants(second, "w:t")[0]!;
  rest.textContent = text.slice(index);
  for (const each of [t, rest]) each.setAttribute("xml:space", "preserve");
  r.parentNode!.insertBefore(second, r.nextSibling);
  return second;
}

const insertAfter = (node: Node, after: Node): void =>
  void after.parentNode!.insertBefore(node, after.nextSibling);

/** What people and programs do to a file, by its XML. */
export const EDITS: Readonly<Record<string, Edit>> = {
  change(_file, p, next, count) {
    const r = pick(wordyRuns(p), next);
    const t = descendants(r, "w:t")[0]!;
    const words = wordsIn(t.textContent ?? "");
    t.textContent = (t.textContent ?? "").replace(pick(words, next), `changed${count}`);
  },
  smarten(_file, p) {
    for (const t of descendants(p, "w:t"))
      t.textContent = (t.textContent ?? "").replaceAll("’", "'").replaceAll("“", '"');
  },
  /** The second half stands on its own, or inside a control of the same name as Word makes it. */
  split(file, p, next) {
    const second = cutRun(pick(wordyRuns(p), next), next);
    const moved: Node[] = [];
    for (let at: Node | null = second; at; at = at.nextSibling) moved.push(at);
    const properties = descendants(p, "w:pPr")[0];
    const paragraph = file.make("w:p");
    if (properties) paragraph.appendChild(properties.cloneNode(true));
    const control = ancestor(second, "w:sdt");
    insertAfter(paragraph, p);
    const tail: Node[] = [];
    for (let at = control?.nextSibling ?? null; at; at = at.nextSibling) tail.push(at);
    if (control && next() < 0.5) {
      const copy = file.make("w:sdt", {}, descendants(control, "w:sdtPr")[0]!.cloneNode(true));
      copy.appendChild(file.make("w:sdtContent", {}, ...moved));
      paragraph.appendChild(copy);
    } else for (const node of moved) paragraph.appendChild(node);
    for (const node of tail) paragraph.appendChild(node);
  },
  join(file, p, next) {
    const all = file.paragraphs;
    const following = all[all.indexOf(p) + 1];
    if (!following) return;
    p.appendChild(file.run(" "));
    for (const child of Array.from(following.childNodes))
      if (child.nodeName !== "w:pPr") p.appendChild(child);
    following.parentNode!.removeChild(following);
    void next;
  },
  move(file, p, next) {
    const others = file.paragraphs.filter((each) => each !== p);
    insertAfter(p, pick(others, next));
  },
  remove(_file, p) {
    p.parentNode!.removeChild(p);
  },
  insert(file, p, _next, count) {
    const properties = descendants(p, "w:pPr")[0];
    const added = file.make("w:p");
    if (properties) added.appendChild(properties.cloneNode(true));
    added.appendChild(file.run(`A wholly new paragraph number ${count} written elsewhere.`));
    insertAfter(added, p);
  },
  /** One word struck out and another put in, with changes tracked. */
  track(file, p, next, count) {
    const who = { "w:id": String(9000 + count), "w:author": "A Colleague", "w:date": "2026-03-01T10:00:00Z" };
    const second = cutRun(pick(wordyRuns(p), next), next);
    const struck = shownText(second);
    insertAfter(file.make("w:ins", who, file.run(` tracked${count}`)), second);
    insertAfter(file.make("w:del", who, file.run(struck, "w:delText")), second);
    second.parentNode!.removeChild(second);
  },
  /** The paragraph struck out with its end. */
  strike(file, p, _next, count) {
    const who = { "w:id": String(8000 + count), "w:author": "A Colleague", "w:date": "2026-03-01T10:00:00Z" };
    let properties = descendants(p, "w:pPr")[0];
    if (!properties) p.insertBefore((properties = file.make("w:pPr")), p.firstChild);
    let look = (Array.from(properties.childNodes) as Element[]).find(({ nodeName }) => nodeName === "w:rPr");
    if (!look) properties.appendChild((look = file.make("w:rPr")));
    look.appendChild(file.make("w:del", who));
    for (const r of descendants(p, "w:r")) {
      if (ancestor(r, "w:del")) continue;
      for (const t of descendants(r, "w:t")) {
        const gone = file.make("w:delText", {}, file.document.createTextNode(t.textContent ?? ""));
        t.parentNode!.replaceChild(gone, t);
      }
      const del = file.make("w:del", who);
      r.parentNode!.replaceChild(del, r);
      del.appendChild(r);
    }
  },
  /** Word parts sentences into many runs, each with the number of the session it was typed in. */
  rsid(_file, p, next) {
    const r = pick(wordyRuns(p), next);
    const second = cutRun(r, next);
    second.setAttributeNS(W, "w:rsidR", "00AB12CD");
    r.setAttributeNS(W, "w:rsidRPr", "00CD34EF");
  },
  /** A control of somebody else's within ours. */
  nest(file, p, next) {
    const second = cutRun(pick(wordyRuns(p), next), next);
    const parent = second.parentNode!;
    const marker = second.nextSibling;
    const properties = file.make("w:sdtPr", {}, file.make("w:alias", { "w:val": "Reviewed" }));
    parent.insertBefore(file.make("w:sdt", {}, properties, file.make("w:sdtContent", {}, second)), marker);
  },
  /** A date as a field: its code is no text. */
  field(file, p, next) {
    const second = cutRun(pick(wordyRuns(p), next), next);
    const mark = (type: string): Element =>
      file.make("w:r", {}, file.make("w:fldChar", { "w:fldCharType": type }));
    for (const node of [
      mark("end"),
      file.run(" 1 March 2026"),
      mark("separate"),
      file.run(" DATE \\@ d ", "w:instrText"),
      mark("begin"),
    ])
      insertAfter(node, second);
  },
};

/** Whether the edit can be made there. */
export const canEdit = (p: Element): boolean => wordyRuns(p).length > 0;
