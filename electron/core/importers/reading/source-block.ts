import type { TextRun } from "#shared/domain/block.ts";
import type { Anchor, Tracked } from "#shared/returned/returned-part.ts";

/** A run of text that the document shows as one thing: a paragraph, a heading, an item of a list, a cell. */
export interface SourceBlock {
  readonly text: string;
  /** From 1; 0 where the format has no pages. */
  readonly page: number;
  /** What the document itself says it is: its tags, or the marks and spaces of plain text. `text` says nothing. */
  readonly role: "text" | "heading" | "item" | "note" | "quotation" | "caption";
  /** Level of a heading or depth of an item, from 1; 0 where not said. */
  readonly level: number;
  readonly look: Look | null;
  readonly cell: Cell | null;
  /** The document itself counts this paragraph; `text` is without its number. */
  readonly numbered?: boolean;
  /** `text` with its emphasis and links, where the format tells them. */
  readonly runs?: readonly SourceRun[];
  readonly comments?: readonly SourceComment[];
  /** Where the words stood in the report they were exported from. */
  readonly anchors?: readonly Anchor[];
  readonly tracked?: readonly Tracked[];
}

/** Words, or the place where a footnote is marked, with what it says. */
export type SourceRun = TextRun | Note;

/** A place where a footnote is marked. */
export interface Note {
  readonly kind: "note";
  readonly words: readonly TextRun[];
  readonly anchors?: readonly Anchor[];
}

/** Where a comment hangs; what it says is kept with the document. */
export interface SourceComment {
  readonly id: string;
  /** The words it is about; empty when it only has a place. */
  readonly quote: string;
  /** Where they begin in the block's text. */
  readonly offset: number;
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
  /** A cover that is no part of the text, of which the grades are read where the text has no table of them. */
  readonly cover?: readonly SourceBlock[];
  /** What the file's own properties call it, often a name that nobody has looked at; empty when they do not. */
  readonly title: string;
}
