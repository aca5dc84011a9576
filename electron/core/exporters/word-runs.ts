import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type InsertedTextRun,
  type IContext,
  type IRunOptions,
  type IXmlableObject,
  NumberedItemReference,
  type ParagraphChild,
  TextRun as WordRun,
  XmlComponent,
} from "docx";
import { type Piece, pieces } from "#electron/core/exporters/export-context.ts";
import type { Change, PlacedComment, WordContext } from "#electron/core/exporters/word-context.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
import { type WordChange, wordChanges } from "#shared/document/mark-words.ts";
import type { Block, Inline } from "#shared/domain/block.ts";
import { bookmarkName } from "#shared/returned/control-tag.ts";
import { generatedBookmark } from "#shared/returned/units.ts";

export function words(text: string, marks: IRunOptions = {}): WordRun[] {
  const clean = xmlText(text);
  return clean.includes("\n")
    ? clean
        .split("\n")
        .map((line, index) => new WordRun({ ...marks, text: line, ...(index > 0 && { break: 1 }) }))
    : [new WordRun({ ...marks, text: clean })];
}

/** Words that are drawn from elsewhere, inside a bookmark that says so. */
export const named = (
  part: Parameters<typeof generatedBookmark>[0],
  of: string,
  children: ParagraphChild[],
): ParagraphChild[] => [new Bookmark({ id: generatedBookmark(part, of), children })];

/** Runs inside the block's bookmark. */
export const marked = (block: Block, children: ParagraphChild[]): ParagraphChild[] => [
  new Bookmark({ id: bookmarkName(block.id), children }),
];

/** All that the block says, inside its bookmark. */
export function whole(block: Block, context: WordContext): ParagraphChild[] {
  const changes = context.changes(block.id);
  const comments = context.comments.get(block.id) ?? [];
  return marked(
    block,
    changes === null && comments.length === 0
      ? pieces(block.inlines, context).flatMap((piece) => run(piece))
      : annotated(block.inlines, changes ?? [], comments, context),
  );
}

// Only what is marked: “not bold” would take the weight out of a heading's own style.
const marksOf = ({ bold, italic }: Piece): IRunOptions => ({
  ...(bold && { bold: true }),
  ...(italic && { italics: true }),
});

function run(piece: Piece): ParagraphChild[] {
  if (piece.note !== undefined) return [new FootnoteReferenceRun(piece.note)];
  if (piece.refersTo !== undefined)
    return [new NumberedItemReference(bookmarkName(piece.refersTo), xmlText(piece.text))];
  const children = words(piece.text, marksOf(piece));
  return piece.href ? [new ExternalHyperlink({ link: piece.href, children })] : children;
}

/** Runs that were put in since the revision that is compared with. */
class Inserted extends XmlComponent {
  readonly #change: Change;

  constructor(change: Change, runs: readonly XmlComponent[]) {
    super("w:ins");
    this.#change = change;
    this.root.push(...runs);
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const parts: unknown = super.prepForXml(context)?.["w:ins"];
    return { "w:ins": [{ _attr: changeAttributes(this.#change) }, ...(Array.isArray(parts) ? parts : [])] };
  }
}

const changeAttributes = ({ id, author, date }: Change): Record<string, string | number> => ({
  "w:id": id,
  "w:author": author,
  "w:date": date,
});

function insertedRun(piece: Piece, context: WordContext): ParagraphChild[] {
  // Word takes no field inside a change; its number is counted anew on each page anyway.
  if (piece.refersTo !== undefined) return run(piece);
  const runs =
    piece.note === undefined ? words(piece.text, marksOf(piece)) : [new FootnoteReferenceRun(piece.note)];
  // docx's types know only its own kinds of run here.
  const child = new Inserted(context.nextChange(), runs) as unknown as InsertedTextRun;
  return piece.href ? [new ExternalHyperlink({ link: piece.href, children: [child] })] : [child];
}

/** Words that were taken out. */
export const struck = (text: string, context: WordContext): ParagraphChild[] =>
  text === ""
    ? []
    : [new DeletedTextRun({ ...context.nextChange(), text: xmlText(text).replaceAll("\n", " ") })];

/** A text without a block's marks, such as a cell's, with what was changed in it. */
export const changedWords = (before: string, after: string, context: WordContext): ParagraphChild[] =>
  before === after
    ? words(after)
    : wordChanges(before, after).flatMap(({ kind, text }): ParagraphChild[] =>
        kind === "out" ? struck(text, context) : kind === "in" ? insertedRun({ text }, context) : words(text),
      );

/** With the comments on the whole of it. */
export const remarked = (
  children: ParagraphChild[],
  comments: readonly PlacedComment[] = [],
): ParagraphChild[] =>
  comments.length === 0
    ? children
    : [
        ...comments.flatMap(({ ids }) => ids.map((id) => new CommentRangeStart(id))),
        ...children,
        ...comments.flatMap(commentEnds),
      ];

const commentEnds = ({ ids }: PlacedComment): ParagraphChild[] =>
  ids.flatMap((id) => [new CommentRangeEnd(id), new WordRun({ children: [new CommentReference(id)] })]);

/** Something that stands between two letters. Of those at one place the lower rank comes first. */
interface Mark {
  readonly at: number;
  readonly rank: number;
  readonly children: ParagraphChild[];
}

type Span = readonly [from: number, to: number];

/** The words with what was changed in them, and with the comments on them. Places are counted in the block's text. */
function annotated(
  inlines: readonly Inline[],
  changes: readonly WordChange[],
  comments: readonly PlacedComment[],
  context: WordContext,
): ParagraphChild[] {
  const { inserted, marks } = placed(changes, context);
  const all = [...marks, ...comments.flatMap(commentMarks)].toSorted(
    (a, b) => a.at - b.at || a.rank - b.rank,
  );
  const cuts = [...all.map(({ at }) => at), ...inserted.flat()].toSorted((a, b) => a - b);
  const children: ParagraphChild[] = [];
  let at = 0;
  let next = 0;
  const pass = (upTo: number): void => {
    for (; next < all.length && all[next]!.at <= upTo; next++) children.push(...all[next]!.children);
  };
  for (const inline of inlines) {
    const start = at;
    const end = start + ("text" in inline ? inline.text.length : 0);
    // Only words can be parted; a reference or a figure is taken whole.
    const stops = [...new Set(cuts.filter((cut) => inline.kind === "text" && cut > start && cut < end)), end];
    for (const stop of stops) {
      pass(at);
      const part =
        inline.kind === "text" ? { ...inline, text: inline.text.slice(at - start, stop - start) } : inline;
      const isNew = inserted.some(([from, to]) => from < Math.max(stop, at + 1) && to > at);
      children.push(
        ...pieces([part], context).flatMap((piece) => (isNew ? insertedRun(piece, context) : run(piece))),
      );
      at = stop;
    }
  }
  pass(Infinity);
  return children;
}

/** Where words were put in, and those that were taken out. */
function placed(changes: readonly WordChange[], context: WordContext): { inserted: Span[]; marks: Mark[] } {
  const inserted: Span[] = [];
  const marks: Mark[] = [];
  let at = 0;
  for (const { kind, text } of changes) {
    if (kind === "out") marks.push({ at, rank: 1, children: struck(text, context) });
    else {
      if (kind === "in") inserted.push([at, at + text.length]);
      at += text.length;
    }
  }
  return { inserted, marks };
}

/** What ends at a place ends before anything begins there; on no words at all a comment begins and ends. */
function commentMarks(comment: PlacedComment): Mark[] {
  const { ids, from, to } = comment;
  const starts = ids.map((id) => new CommentRangeStart(id));
  const ends = commentEnds(comment);
  return from === to
    ? [{ at: from, rank: 2, children: [...starts, ...ends] }]
    : [
        { at: to, rank: 0, children: ends },
        { at: from, rank: 3, children: starts },
      ];
}
