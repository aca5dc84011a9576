/** A run of text that the document shows as one thing: a paragraph, a heading, an item of a list, a cell. */
export interface SourceBlock {
  readonly text: string;
  /** From 1; 0 where the format has no pages. */
  readonly page: number;
  /** What the document itself says it is: its tags, or the marks and spaces of plain text. `text` says nothing. */
  readonly role: "text" | "heading" | "item" | "note";
  /** Level of a heading or depth of an item, from 1; 0 where not said. */
  readonly level: number;
  readonly look: Look | null;
  readonly cell: Cell | null;
}

/** How the block is printed; sizes in points. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
  /** Distance from the left edge of the page to the block's first line. */
  readonly left: number;
}

/** Where a block stands in a table of the document. */
export interface Cell {
  /** Tells one table from another. */
  readonly table: string;
  readonly row: number;
  readonly column: number;
  /** The document calls it a heading of its row or column. */
  readonly header: boolean;
}

/** What a format's reader hands to the common steps. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  /** Running heads and the like: no part of the report, but they often name it. */
  readonly furniture: readonly string[];
  /** What the file's own properties call it, often a name that nobody has looked at; empty when they do not. */
  readonly title: string;
}
