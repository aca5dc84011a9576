import { isWord } from "#electron/core/importers/report-word.ts";
import { damaged } from "#electron/core/importers/word/damaged.ts";
import { XmlReader } from "#electron/core/importers/word/xml.ts";
import { Zip, type ZipKind } from "#electron/core/importers/zip.ts";
import { Fault } from "#shared/fault.ts";
import type { TemplateStyle } from "#shared/word/word-template.ts";

const TEMPLATE: ZipKind = { document: "Word template", program: "Word" };

/** A running head or foot of a template, and its pictures by the relationship that shows them. */
export interface RunningPart {
  readonly kind: "header" | "footer";
  readonly type: "default" | "first" | "even";
  readonly xml: string;
  readonly pictures: readonly { readonly id: string; readonly path: string; readonly bytes: Uint8Array }[];
}

/** What an export takes of a template; its text stays behind. */
export interface TemplateParts {
  readonly styles: TemplateStyle[];
  readonly stylesXml: string;
  /** Null where it names none, or its look needs pictures. */
  readonly themeXml: string | null;
  /** Attributes of the page's size and margins in its last section; null where it says none. */
  readonly pageSize: Readonly<Record<string, string>> | null;
  readonly margins: Readonly<Record<string, string>> | null;
  readonly running: readonly RunningPart[];
}

interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

/**
 * Reads a .dotx or .docx as a template: unpacked within limits, its XML read without document types, and refused where it
 * is a program, fetches something from elsewhere, or hangs on another template.
 *
 * @throws Fault `unsupported`, `truncated`, `encrypted` or `too-large`
 */
export function readTemplate(bytes: Uint8Array): TemplateParts {
  if (!isWord(bytes))
    throw new Fault(
      "unsupported",
      "This is no Word template.",
      "Choose a .dotx or .docx; an older .dot or .doc has to be saved as one of these in Word first.",
    );
  const zip = new Zip(bytes, TEMPLATE);
  refuseMacros(zip);
  refuseElsewhere(zip);
  const document = "word/document.xml";
  const relationships = relationshipsOf(zip, document);
  const partOf = (kind: string): string | null => {
    const found = relationships.find((each) => each.kind === kind);
    return found ? pathOf(document, found.target) : null;
  };
  const stylesPath = partOf("styles");
  const stylesXml = stylesPath === null ? null : textOf(zip, stylesPath);
  if (stylesXml === null)
    throw new Fault(
      "unsupported",
      "This template has no styles, and they are all that is taken of it besides its page.",
      "Save it anew in Word, and add that.",
    );
  const themePath = partOf("theme");
  const hasPictures = themePath !== null && relationshipsOf(zip, themePath).length > 0;
  const section = lastSection(zip, document);
  return {
    styles: stylesIn(stylesXml),
    stylesXml,
    themeXml: themePath === null || hasPictures ? null : textOf(zip, themePath),
    pageSize: section.pageSize,
    margins: section.margins,
    running: section.references.flatMap(({ kind, type, id }) => {
      const target = relationships.find((each) => each.id === id)?.target;
      return target === undefined ? [] : (runningPart(zip, kind, type, pathOf(document, target)) ?? []);
    }),
  };
}

function refuseMacros(zip: Zip): void {
  const types = readerOf(zip, "[Content_Types].xml");
  if (!types) throw damaged("the list of its contents is missing");
  let macros = zip.names.some((name) => /vbaProject|vbaData/i.test(name));
  for (const _ of types.elements())
    if (/macroEnabled|vbaProject/i.test(types.attribute("ContentType") ?? "")) macros = true;
  if (macros)
    throw new Fault(
      "unsupported",
      "This template has macros, which are programs and are not let in.",
      "In Word choose “Save as”, then “Word template (.dotx)”, and add that.",
    );
}

/** Only links in the text may lead out: the text is not taken. */
function refuseElsewhere(zip: Zip): void {
  for (const name of zip.names.filter((each) => each.endsWith(".rels")))
    for (const { kind, external } of relationshipsIn(readerOf(zip, name))) {
      if (kind === "attachedTemplate")
        throw new Fault(
          "unsupported",
          "This file hangs on another template, which would be fetched when the export is opened.",
          "In Word open “Document Template” (Developer, or File > Options > Add-ins > Templates), attach Normal, and save it anew.",
        );
      if (external && !(kind === "hyperlink" && name === "word/_rels/document.xml.rels"))
        throw new Fault(
          "unsupported",
          "This template fetches something from elsewhere: a linked picture, file or page.",
          "In Word put what is linked into the template itself, or take it out, and save it anew.",
        );
    }
}

const readerOf = (zip: Zip, path: string): XmlReader | null => {
  const content = zip.read(path);
  return content && new XmlReader(content);
};

/** The part as text, once it was read to its end as what it should be. */
function textOf(zip: Zip, path: string): string | null {
  const content = zip.read(path);
  if (!content) return null;
  const reader = new XmlReader(content);
  while (reader.next() !== "end");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch (error) {
    throw damaged("its text is in no encoding that Word writes", error);
  }
}

const relationshipsOf = (zip: Zip, path: string): Relationship[] =>
  relationshipsIn(readerOf(zip, path.replace(/([^/]+)$/, "_rels/$1.rels")));

function relationshipsIn(reader: XmlReader | null): Relationship[] {
  const found: Relationship[] = [];
  for (const element of reader?.elements() ?? [])
    if (reader && element === "Relationship")
      found.push({
        id: reader.attribute("Id") ?? "",
        kind: (reader.attribute("Type") ?? "").split("/").at(-1) ?? "",
        target: reader.attribute("Target") ?? "",
        external: reader.attribute("TargetMode") === "External",
      });
  return found;
}

const pathOf = (from: string, target: string): string =>
  target.startsWith("/") ? target.slice(1) : from.slice(0, from.lastIndexOf("/") + 1) + target;

function stylesIn(xml: string): TemplateStyle[] {
  const reader = new XmlReader(new TextEncoder().encode(xml));
  const styles: TemplateStyle[] = [];
  for (const element of reader.elements()) {
    if (element !== "w:style" || reader.attribute("w:type") !== "paragraph") continue;
    const id = reader.attribute("w:styleId") ?? "";
    let name = id;
    reader.children((child) => {
      if (child === "w:name") name = reader.attribute("w:val") ?? id;
    });
    if (id !== "") styles.push({ id: id.slice(0, 300), name: name.slice(0, 300) });
  }
  return styles;
}

function lastSection(zip: Zip, path: string) {
  const reader = readerOf(zip, path);
  if (!reader) throw damaged("the part that holds its text is missing");
  let pageSize: Record<string, string> | null = null;
  let margins: Record<string, string> | null = null;
  let references: { kind: RunningPart["kind"]; type: RunningPart["type"]; id: string }[] = [];
  const numbers = (...names: string[]): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = reader.attribute(name);
        return value !== null && /^-?\d{1,6}$/.test(value) ? [[name, value]] : [];
      }),
    );
  for (const element of reader.elements()) {
    if (element !== "w:sectPr") continue;
    references = [];
    reader.children((child) => {
      if (child === "w:pgSz") pageSize = numbers("w:w", "w:h");
      else if (child === "w:pgMar")
        margins = numbers("w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer", "w:gutter");
      else if (child === "w:headerReference" || child === "w:footerReference") {
        const type = reader.attribute("w:type") ?? "default";
        if (type === "default" || type === "first" || type === "even")
          references.push({
            kind: child === "w:headerReference" ? "header" : "footer",
            type,
            id: reader.attribute("r:id") ?? "",
          });
      }
    });
  }
  return { pageSize, margins, references };
}

/** Fields that put something from outside the document into it. */
const FETCHES = /\b(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE)\b/i;

function runningPart(
  zip: Zip,
  kind: RunningPart["kind"],
  type: RunningPart["type"],
  path: string,
): RunningPart | null {
  const xml = textOf(zip, path);
  if (xml === null) return null;
  const codes = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)<|w:instr="([^"]*)"/g)];
  if (FETCHES.test(codes.map(([, code = "", simple = ""]) => code + simple).join(" ")))
    throw new Fault(
      "unsupported",
      `A ${kind} of this template has a field that fetches something from elsewhere.`,
      "Take the field out in Word, save the template anew, and add that.",
    );
  const relationships = relationshipsOf(zip, path);
  if (relationships.some((each) => each.kind !== "image"))
    throw new Fault(
      "unsupported",
      `A ${kind} of this template holds something other than words and pictures.`,
      "Take it out in Word, save the template anew, and add that.",
    );
  return {
    kind,
    type,
    xml,
    pictures: relationships.flatMap(({ id, target }) => {
      const at = pathOf(path, target);
      const bytes = zip.read(at);
      return bytes ? [{ id, path: at, bytes }] : [];
    }),
  };
}
