import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const NAMES = `xmlns:w="${W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

type Part = "styles" | "numbering" | "comments" | "commentsExtended" | "footnotes";
const ROOTS: Record<Part, string> = {
  styles: "w:styles",
  numbering: "w:numbering",
  comments: "w:comments",
  commentsExtended: "w15:commentsEx",
  footnotes: "w:footnotes",
};

export interface SmallDocx {
  /** What stands in the body. */
  readonly body: string;
  readonly parts?: Partial<Record<Part, string>>;
  /** Addresses by relationship id. */
  readonly links?: Readonly<Record<string, string>>;
  /** Written over, or beside, what the above makes; null leaves a part out. */
  readonly files?: Readonly<Record<string, string | null>>;
}

/** The files of a Word document with just these contents. */
export function docxFiles({
  body,
  parts = {},
  links = {},
  files = {},
}: SmallDocx): Record<string, Uint8Array> {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const names = Object.keys(parts) as Part[];
  const relationships = [
    ...names.map((name) => `<Relationship Id="part-${name}" Type="${type}/${name}" Target="${name}.xml"/>`),
    ...Object.entries(links).map(
      ([id, to]) =>
        `<Relationship Id="${id}" Type="${type}/hyperlink" Target="${to}" TargetMode="External"/>`,
    ),
  ];
  const all: Record<string, string | null> = {
    "[Content_Types].xml": `${HEAD}<Types><Override PartName="/word/document.xml" ContentType="${DOCUMENT}"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships><Relationship Id="r" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships>${relationships.join("")}</Relationships>`,
    ...Object.fromEntries(
      names.map((name) => [
        `word/${name}.xml`,
        `${HEAD}<${ROOTS[name]} ${NAMES}>${parts[name]}</${ROOTS[name]}>`,
      ]),
    ),
    ...files,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, text]) => (text === null ? [] : [[name, strToU8(text)]])),
  );
}

export const smallDocx = (docx: SmallDocx): Uint8Array => zipSync(docxFiles(docx));

/** A paragraph of one run, in a style. */
export const p = (text: string, style?: string, more = ""): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ""}${more}</w:pPr>${r(text)}</w:p>`;

export const r = (text: string, look = ""): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** In a list, at a level from 0. */
export const listed = (text: string, numId: number, level = 0): string =>
  p(text, undefined, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

/** List 1 counts, list 2 has bullets. */
export const NUMBERING = `
<w:abstractNum w:abstractNumId="10"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="20"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="10"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="20"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="10"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
