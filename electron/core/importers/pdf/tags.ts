import type { Pdfium, Scratch } from "#electron/core/importers/pdf/pdfium.ts";
import type { SourceBlock } from "#electron/core/importers/reading/source-block.ts";

/** A cell by the keys of its table and row; rows are counted when the whole document is known. */
export interface TagCell {
  readonly table: string;
  readonly row: string;
  readonly column: number;
  readonly header: boolean;
}

/** What the document's structure tree says of a piece of marked content. */
export interface Tag {
  /** The same for all pieces of one paragraph, heading, item or cell, on whatever page. */
  readonly key: string;
  readonly role: SourceBlock["role"];
  readonly level: number;
  readonly cell: TagCell | null;
  /** Part of a table of contents. */
  readonly contents: boolean;
}

/** No tree is deeper; a damaged one may run in circles. */
const DEEPEST = 60;
const BLOCKS = new Set([
  "P",
  "Caption",
  "BlockQuote",
  "Quote",
  "Title",
  "Figure",
  "Formula",
  "Form",
  "Index",
]);

/** Emphasis, a link, a span: part of a line, and never a block of its own. */
const INLINE = new Set([
  "Span",
  "Strong",
  "Em",
  "Link",
  "Annot",
  "Sub",
  "Reference",
  "Lbl",
  "Code",
  "BibEntry",
]);

interface Place extends Tag {
  /** Inside the body of an item whose first paragraph is still to come. */
  readonly opensItem: boolean;
  readonly listDepth: number;
  readonly table: string | null;
  readonly row: string;
}

const ROOT: Place = {
  key: "",
  role: "text",
  level: 0,
  cell: null,
  contents: false,
  opensItem: false,
  listDepth: 0,
  table: null,
  row: "",
};

/**
 * The tags of a page by marked content id; empty when the page has none. Positions in the tree are counted through
 * the whole document, so an element that goes on over the page keeps its key.
 */
export function tagsOfPage(pdfium: Pdfium, page: number, scratch: Scratch): Map<number, Tag> {
  const tags = new Map<number, Tag>();
  const tree = pdfium._FPDF_StructTree_GetForPage(page);
  if (tree === 0) return tags;
  const typeOf = (element: number): string =>
    scratch.text(pdfium._FPDF_StructElement_GetType(element, scratch.at, scratch.bytes), "utf-16le");
  const walk = (element: number, path: string, outer: Place, index: number, depth: number): void => {
    const type = typeOf(element);
    const place = placeOf(type, path, outer, index);
    const children = pdfium._FPDF_StructElement_CountChildren(element);
    let opensItem = place.opensItem;
    // Text that stands between blocks with no block of its own: what follows each other is one run.
    let run: string | null = null;
    for (let child = 0; child < children; child++) {
      const inner = pdfium._FPDF_StructElement_GetChildAtIndex(element, child);
      if (inner === 0) {
        const id = pdfium._FPDF_StructElement_GetChildMarkedContentID(element, child);
        if (id < 0) continue;
        if (place.key === "") run ??= `${path}.${child}`;
        tags.set(id, place.key === "" ? { ...place, key: run ?? path } : place);
      } else if (depth < DEEPEST) {
        const bare = place.key === "" && INLINE.has(typeOf(inner));
        if (bare) run ??= `${path}.${child}`;
        else run = null;
        const outer = bare ? { ...place, key: run ?? path } : { ...place, opensItem };
        walk(inner, `${path}.${child}`, outer, child, depth + 1);
      }
      // Only the first child of an item's body can be the item's own paragraph.
      if (type === "LBody") opensItem = false;
    }
  };
  const roots = pdfium._FPDF_StructTree_CountChildren(tree);
  for (let index = 0; index < roots; index++) {
    const element = pdfium._FPDF_StructTree_GetChildAtIndex(tree, index);
    if (element !== 0) walk(element, `${index}`, ROOT, index, 0);
  }
  pdfium._FPDF_StructTree_Close(tree);
  return tags;
}

function placeOf(type: string, path: string, outer: Place, index: number): Place {
  const heading = /^H([1-6])?$/.exec(type);
  if (heading)
    return { ...outer, key: path, role: "heading", level: Number(heading[1] ?? 1), cell: outer.cell };
  switch (type) {
    case "TOC":
    case "TOCI":
      return { ...outer, key: path, contents: true };
    case "L":
      return { ...outer, listDepth: outer.listDepth + 1 };
    case "LI":
      return { ...outer, key: path, role: "item", level: outer.listDepth, opensItem: true };
    case "Table":
      return { ...outer, key: path, table: path };
    case "TR":
      return { ...outer, key: path, row: path };
    case "TH":
    case "TD":
      return {
        ...outer,
        key: path,
        role: "text",
        cell:
          outer.table === null
            ? null
            : { table: outer.table, row: outer.row, column: index, header: type === "TH" },
      };
    case "Note":
    case "FENote":
      return { ...outer, key: path, role: "note", level: 0, cell: null };
  }
  if (!BLOCKS.has(type)) return outer;
  if (outer.role === "note" || outer.opensItem) return { ...outer, opensItem: false };
  // A later paragraph of an item is a paragraph of its own.
  return { ...outer, key: path, role: "text", level: 0 };
}
