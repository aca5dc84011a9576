/** A style of an exported Word file, as Word's gallery calls it. */
export interface StyleName {
  /** In the file; letters and digits only. */
  readonly id: string;
  readonly name: string;
  /** What is set in it, for a person who looks for its like in a template. */
  readonly use: string;
}

/** Every paragraph style an export writes. A template has its own for each, or ours is put beside them. */
export const STYLE_NAMES = [
  { id: "Title", name: "Title", use: "the title on the cover" },
  { id: "CoverText", name: "Cover Text", use: "provider, inspectorate, framework and date on the cover" },
  { id: "TOCHeading", name: "TOC Heading", use: "the heading of the contents" },
  { id: "TOC1", name: "toc 1", use: "contents, first level" },
  { id: "TOC2", name: "toc 2", use: "contents, second level" },
  { id: "TOC3", name: "toc 3", use: "contents, third level" },
  { id: "Heading1", name: "heading 1", use: "headings of the report, first level" },
  { id: "Heading2", name: "heading 2", use: "headings, second level" },
  { id: "Heading3", name: "heading 3", use: "headings, third level" },
  { id: "Heading4", name: "heading 4", use: "headings, fourth level" },
  { id: "Narrative", name: "Narrative", use: "paragraphs, numbered or not" },
  { id: "ListBullet", name: "List Bullet", use: "bullets and areas for improvement" },
  { id: "Quotation", name: "Quotation", use: "quotations" },
  { id: "Timescale", name: "Timescale", use: "“Immediately:”, above areas for improvement" },
  { id: "Caption", name: "caption", use: "captions of tables" },
  { id: "TableText", name: "Table Text", use: "cells of tables" },
  { id: "TableHeader", name: "Table Header", use: "heading rows of tables" },
  { id: "FootnoteText", name: "footnote text", use: "footnotes" },
] as const satisfies readonly StyleName[];

export type StyleId = (typeof STYLE_NAMES)[number]["id"];
