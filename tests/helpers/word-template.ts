import { zipSync } from "fflate";
import { docxFiles } from "#tests/electron/core/importers/small-docx.ts";

const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Styles a council's template has; it calls some otherwise and lacks “Quotation”, “Timescale” and those of tables. */
const STYLES = [
  ["Normal", "Normal", 'w:default="1"'],
  ["Titel", "Title"],
  ["Ueberschrift1", "heading 1"],
  ["Ueberschrift2", "heading 2"],
  ["Ueberschrift3", "heading 3"],
  ["Ueberschrift4", "heading 4"],
  ["Textkoerper", "Body Text"],
  ["ListBullet", "List Bullet"],
  ["Caption", "caption"],
  ["FootnoteText", "footnote text"],
  ["TOC1", "toc 1"],
  ["TOC2", "toc 2"],
  ["TOC3", "toc 3"],
  ["TOCHeading", "TOC Heading"],
  ["CouncilBox", "Council Box"],
] as const;

/** What the template lacks of ours. */
export const LACKING = ["CoverText", "Quotation", "Timescale", "TableText", "TableHeader"];

/**
 * A council's template: A4 with a wide left margin, its name in every head, its own fonts.
 *
 * @param more files written over it or beside it; null leaves one out
 */
export const councilTemplate = (more: Readonly<Record<string, string | null>> = {}): Uint8Array =>
  zipSync(
    docxFiles({
      body: `<w:p><w:r><w:t>SAMPLE-TEXT of the template</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rHead"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1200" w:right="1100" w:bottom="1300" w:left="2268" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>`,
      files: {
        "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"/></Types>`,
        "word/_rels/document.xml.rels": `<Relationships><Relationship Id="rStyles" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rHead" Type="${REL}/header" Target="header1.xml"/></Relationships>`,
        "word/styles.xml": `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>${STYLES.map(
          ([id, name, more = ""]) =>
            `<w:style w:type="paragraph" ${more} w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`,
        ).join("")}</w:styles>`,
        "word/header1.xml": `<?xml version="1.0"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Anyshire County Council</w:t></w:r></w:p></w:hdr>`,
        ...more,
      },
    }),
  );
