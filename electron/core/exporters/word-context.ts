import type { ExportContext } from "#electron/core/exporters/export-context.ts";
import { styleIn } from "#electron/core/exporters/word-template.ts";
import { alignRevisions } from "#shared/document/align-revisions.ts";
import { type WordChange, wordChanges } from "#shared/document/mark-words.ts";
import { type Block, type BlockOf, textOf } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { StyleId } from "#shared/word/style-names.ts";

/** A comment that began a thread, where it stands in the text of its block. */
export interface PlacedComment {
  /** Its own number in the file, then those of its answers. */
  readonly ids: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** As docx marks a change. No person is named: the file may leave the desk. */
export interface Change {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}

/** A block that is printed, or one that is gone and is printed struck out. */
interface Row {
  readonly kind: "here" | "gone";
  readonly block: Block;
}

/** What the mapping of blocks to Word knows besides the report. */
export interface WordContext extends ExportContext {
  /** What is printed, in its order. */
  readonly rows: readonly Row[];
  /** Comments that are asked for, by the block they are on; null for those on none of the blocks. */
  readonly comments: ReadonlyMap<BlockId | null, readonly PlacedComment[]>;
  /** What changed in the block's own words since the revision that is compared with; null where none of it did. */
  changes(blockId: BlockId): readonly WordChange[] | null;
  /** True for a block that did not stand here in the revision that is compared with. */
  isNew(blockId: BlockId): boolean;
  /** The table as it was in that revision; null where it was none, and without such a revision. */
  tableBefore(blockId: BlockId): BlockOf<"table"> | null;
  /** The id of a style in the file: ours, or the template's that stands for it. */
  style(name: StyleId): string;
  /** XML of paragraphs and tables that the library writes only a mark for. */
  readonly written: string[];
  /** A number for the next bookmark, far from those that the library gives. */
  nextBookmark(): number;
  /** A number for the next tracked change; no two may have one. */
  nextChange(): Change;
}

/** Word insists on a name and a time. */
const AUTHOR = "Plumbline";

export function wordContext(context: ExportContext, comments: WordContext["comments"]): WordContext {
  const { report, extras = {} } = context;
  const tracked = extras.before ? trackedRows(extras.before, report.blocks) : null;
  const date = new Date().toISOString().replace(/\.\d+/, "");
  let changes = 0;
  let bookmarks = 1_000_000;
  return {
    ...context,
    rows: tracked?.rows ?? report.blocks.map((block) => ({ kind: "here", block })),
    comments,
    changes: (id) => tracked?.changes.get(id) ?? null,
    isNew: (id) => tracked?.added.has(id) ?? false,
    tableBefore: (id) => tracked?.tables.get(id) ?? null,
    style: extras.template ? styleIn(extras.template) : (name) => name,
    written: [],
    nextBookmark: () => ++bookmarks,
    nextChange: () => ({ id: ++changes, author: AUTHOR, date }),
  };
}

/** Both revisions as one text with changes. A block that moved is struck out where it stood, and new where it stands. */
function trackedRows(before: readonly Block[], now: readonly Block[]) {
  const rows: Row[] = [];
  const added = new Set<BlockId>();
  const changes = new Map<BlockId, readonly WordChange[]>();
  const tables = new Map<BlockId, BlockOf<"table">>();
  for (const { before: was, after } of alignRevisions(before, now)) {
    if (!after) {
      if (was) rows.push({ kind: "gone", block: was });
      continue;
    }
    rows.push({ kind: "here", block: after });
    const text = textOf(after);
    if (!was) {
      added.add(after.id);
      changes.set(after.id, [{ kind: "in", text, was: "" }]);
    } else if (textOf(was) !== text) changes.set(after.id, wordChanges(textOf(was), text));
    if (was?.kind === "table") tables.set(after.id, was);
  }
  return { rows, added, changes, tables };
}
