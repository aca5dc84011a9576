import type { Parts } from "#electron/core/exporters/word-package.ts";
import type { RunningPart, TemplateParts } from "#electron/core/importers/word/template.ts";
import { STYLE_NAMES, type StyleId } from "#shared/word/style-names.ts";
import { templateStyle, type WordTemplate } from "#shared/word/word-template.ts";

/** A template of the library with what was read of its file. */
export interface ChosenTemplate {
  readonly template: Pick<WordTemplate, "styles" | "chosen">;
  readonly parts: TemplateParts;
}

/** Before the ids of ours, where a template has none of its own. */
const OURS = "Plumbline";

/** The id of a style in a file that is dressed in the template. */
export const styleIn =
  ({ template }: ChosenTemplate) =>
  (name: StyleId): string =>
    templateStyle(template, name)?.id ?? OURS + name;

/** Styles the library and our running heads name by themselves. */
const NAMED_ALWAYS = ["Header", "Footer", "FootnoteReference"];

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * Puts the template's styles, theme, page and running heads in place of ours.
 *
 * @param keepHeads where the file's own running heads say what must be read: that it is for internal use
 */
export function dress(parts: Parts, chosen: ChosenTemplate, keepHeads: boolean): void {
  const { parts: template } = chosen;
  parts.set("word/styles.xml", stylesWithOurs(text(parts, "word/styles.xml"), chosen));
  if (template.themeXml !== null) parts.set("word/theme/theme1.xml", template.themeXml);
  const running = template.running.filter(({ kind }) => !(keepHeads && kind === "header"));
  const references = running.map((part, index) => addRunning(parts, part, index + 1));
  let section = 0;
  parts.set(
    "word/document.xml",
    text(parts, "word/document.xml").replace(/<w:sectPr>.*?<\/w:sectPr>/gs, (xml) =>
      dressSection(xml, template, section++ === 0 ? references : [], running),
    ),
  );
}

const text = (parts: Parts, path: string): string => {
  const content = parts.get(path) ?? "";
  return typeof content === "string" ? content : new TextDecoder().decode(content);
};

/** The template's styles, without numbering, which is ours; and those of ours that it has nothing for. */
function stylesWithOurs(own: string, { template, parts }: ChosenTemplate): string {
  const taken = parts.stylesXml
    .replace(/<w:numPr>.*?<\/w:numPr>|<w:numPr\/>/gs, "")
    .replace(/(<w:docDefaults>.*?<w:lang )[^>]*?(\/>.*?<\/w:docDefaults>)/s, '$1w:val="en-GB"$2');
  const ids = new Set([...taken.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
  const names = new Set(template.styles.map(({ name }) => name.toLowerCase()));
  const normal =
    /<w:style (?=[^>]*w:type="paragraph")(?=[^>]*w:default="(?:1|true)")[^>]*w:styleId="([^"]*)"/.exec(
      taken,
    )?.[1];
  const ours = new Map(
    [...own.matchAll(/<w:style [^>]*w:styleId="([^"]*)".*?<\/w:style>/gs)].map(([xml, id]) => [id, xml]),
  );
  const missing = STYLE_NAMES.filter(({ id }) => templateStyle(template, id) === null).map(({ id }) => id);
  const renamed = missing.map((id) =>
    (ours.get(id) ?? "")
      .replace(`w:styleId="${id}"`, `w:styleId="${OURS}${id}"`)
      // By its name a style is known again when the file comes back; no two may have one name.
      .replace(/<w:name w:val="([^"]*)"\/>/, (name, said: string) =>
        names.has(said.toLowerCase()) ? `<w:name w:val="${said} (${OURS})"/>` : name,
      ),
  );
  const always = NAMED_ALWAYS.filter((id) => !ids.has(id)).map((id) => ours.get(id) ?? "");
  const put = [...renamed, ...always]
    .join("")
    .replace(/<w:basedOn w:val="([^"]*)"\/>/g, (_, base: string) => {
      const known = STYLE_NAMES.find(({ id }) => id === base);
      const id = known ? (templateStyle(template, known.id)?.id ?? OURS + known.id) : normal;
      return id === undefined ? "" : `<w:basedOn w:val="${id}"/>`;
    })
    .replace(/<w:(?:link|next) w:val="[^"]*"\/>/g, "");
  return taken.replace(/<\/w:styles>\s*$/, `${put}</w:styles>`);
}

/** @returns the reference to it that a section makes */
function addRunning(parts: Parts, { kind, type, xml, pictures }: RunningPart, count: number): string {
  const file = `template-${kind}${count}.xml`;
  const id = `template${count}`;
  parts.set(`word/${file}`, xml);
  const links = pictures.map((picture, index) => {
    const ending = (/\.([a-z0-9]{1,5})$/i.exec(picture.path)?.[1] ?? "png").toLowerCase();
    const name = `media/template${count}-${index + 1}.${ending}`;
    parts.set(`word/${name}`, picture.bytes);
    insert(parts, "[Content_Types].xml", (said) =>
      new RegExp(`Extension="${ending}"`, "i").test(said)
        ? ""
        : `<Default Extension="${ending}" ContentType="image/${ending === "jpg" ? "jpeg" : ending}"/>`,
    );
    return relationship(picture.id, "image", name);
  });
  if (links.length > 0)
    parts.set(
      `word/_rels/${file}.rels`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`,
    );
  insert(
    parts,
    "[Content_Types].xml",
    () => `<Override PartName="/word/${file}" ContentType="${TYPES}.${kind}+xml"/>`,
  );
  insert(parts, "word/_rels/document.xml.rels", () => relationship(id, kind, file));
  return `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
}

const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;

/** At the end of a list of parts. */
function insert(parts: Parts, path: string, make: (said: string) => string): void {
  const said = text(parts, path);
  parts.set(path, said.replace(/(<\/(?:Types|Relationships)>)\s*$/, `${make(said)}$1`));
}

function dressSection(
  xml: string,
  { pageSize, margins }: TemplateParts,
  references: readonly string[],
  running: readonly RunningPart[],
): string {
  const replaced = running.length > 0 ? new Set(running.map(({ kind, type }) => `${kind} ${type}`)) : null;
  const kept = xml.replace(/<w:(header|footer)Reference w:type="(\w+)"[^>]*\/>/g, (reference, kind, type) =>
    replaced?.has(`${kind} ${type}`) ? "" : (reference as string),
  );
  const landscape = /w:orient="landscape"/.test(xml);
  const [width, height] = landscape ? (["w:h", "w:w"] as const) : (["w:w", "w:h"] as const);
  const sized =
    pageSize?.["w:w"] && pageSize["w:h"]
      ? kept.replace(
          /<w:pgSz [^>]*\/>/,
          `<w:pgSz w:w="${pageSize[width]}" w:h="${pageSize[height]}"${landscape ? ' w:orient="landscape"' : ""}/>`,
        )
      : kept;
  const list = Object.entries(margins ?? {}).map(([name, value]) => `${name}="${value}"`);
  const edged =
    list.length === 7 ? sized.replace(/<w:pgMar [^>]*\/>/, `<w:pgMar ${list.join(" ")}/>`) : sized;
  return edged.replace("<w:sectPr>", `<w:sectPr>${references.join("")}`);
}
