import { Block, type BlockOf, type Inline, plain } from "#shared/domain/block.ts";
import type { BlockId, TimescaleId } from "#shared/domain/ids.ts";
import type { Groups } from "#shared/merge/changes.ts";
import { claimsOf, type Claims } from "#shared/returned/claims.ts";
import { bookmarkName } from "#shared/returned/control-tag.ts";
import type { ReturnedFile, ReturnedPart } from "#shared/returned/returned-part.ts";
import { returnedInlines, type ReturnedRun } from "#shared/returned/returned-words.ts";
import { unitsOf, type Unit } from "#shared/returned/units.ts";

/** The report that was sent, and what is needed to tell what its file printed. */
export interface Sent {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What an inline printed: nothing for evidence, its number for a reference. */
  readonly printed: (inline: Inline) => string;
  readonly timescales: readonly { readonly id: TimescaleId; readonly label: string }[];
  /** The words of every grade of the framework, which stand behind graded headings. */
  readonly grades: readonly string[];
  /** The words that stood behind the heading; null where there were none. */
  readonly gradeBehind: (block: BlockOf<"heading">) => string | null;
  /** Whether the file shows the block at all. */
  readonly shows: (block: Block) => boolean;
  readonly newId: () => BlockId;
}

/** A place where somebody changed what is not changed in the text. */
export interface Remark {
  readonly kind: "title" | "grade";
  /** The heading; null for the title. */
  readonly blockId: BlockId | null;
  readonly was: string;
  readonly now: string;
}

/** The report as the file has it. Every block that came back is itself again; those that were not sent are new. */
export interface ReturnedReport {
  readonly blocks: readonly Block[];
  readonly groups: Groups;
  readonly remarks: readonly Remark[];
  /** The block that each part of the file was read as; one of a table's cells as the table. */
  readonly blockOf: ReadonlyMap<ReturnedPart, BlockId>;
}

/** Reads a file that came back as the report that was sent. */
export function returnedReport(sent: Sent, file: ReturnedFile): ReturnedReport {
  return new Reader(sent, file).read();
}

class Reader {
  readonly #sent: Sent;
  readonly #known: ReadonlyMap<BlockId, Block>;
  readonly #units: readonly Unit[];
  readonly #claims: Claims;
  readonly #notes: ReadonlyMap<string, BlockId>;
  readonly #blocks: Block[] = [];
  readonly #groups = new Map<BlockId, string>();
  readonly #remarks: Remark[] = [];
  readonly #blockOf = new Map<ReturnedPart, BlockId>();
  /** Footnotes that were marked in the block that is read. */
  #marked: Block[] = [];
  #timescale: TimescaleId | null = null;

  constructor(sent: Sent, file: ReturnedFile) {
    this.#sent = sent;
    this.#known = new Map(sent.blocks.map((block) => [block.id, block]));
    this.#units = unitsOf(file.parts, sent);
    this.#claims = claimsOf(
      sent.blocks,
      this.#units.map(({ part }) => part),
      (block) => block.inlines.map(sent.printed).join(""),
    );
    this.#notes = new Map(
      sent.blocks.flatMap(({ kind, id }) => {
        const names: [string, BlockId][] = [
          [id, id],
          [bookmarkName(id), id],
        ];
        return kind === "footnote" ? names : [];
      }),
    );
  }

  read(): ReturnedReport {
    for (const unit of this.#units) {
      this.#marked = [];
      const block = this.#read(unit);
      if (block) {
        this.#blocks.push(block);
        for (const part of unit.all) this.#blockOf.set(part, block.id);
      }
      this.#blocks.push(...this.#marked);
    }
    this.#keepUnshown();
    return {
      blocks: this.#blocks,
      groups: this.#groups,
      remarks: this.#remarks,
      blockOf: this.#blockOf,
    };
  }

  /** What no file shows was not taken out of it. */
  #keepUnshown(): void {
    this.#sent.blocks.forEach((block, index) => {
      if (this.#sent.shows(block) || this.#blocks.some(({ id }) => id === block.id)) return;
      const above = this.#sent.blocks[index - 1]?.id;
      this.#blocks.splice(this.#blocks.findIndex(({ id }) => id === above) + 1, 0, block);
    });
  }

  #read({ kind, part, rows, header, timescale }: Unit): Block | null {
    if (kind === "title") {
      if (part.text !== this.#sent.title.trim())
        this.#remarks.push({ kind: "title", blockId: null, was: this.#sent.title, now: part.text });
      return null;
    }
    if (kind === "timescale") {
      this.#timescale = timescale;
      return null;
    }
    const { ownOf, joinedIn, partedFrom } = this.#claims;
    const own = this.#known.get(ownOf.get(part)!) ?? null;
    if (kind !== "table" && part.role === "heading") this.#timescale = null;
    if (own?.kind === "findings-record") return own;
    const joined = (joinedIn.get(part) ?? []).flatMap((id) => this.#known.get(id) ?? []);
    const from = own ?? this.#known.get(partedFrom.get(part)!) ?? null;
    const id = own?.id ?? this.#sent.newId();
    if (joined.length > 0)
      this.#together(
        id,
        joined.map((block) => block.id),
      );
    if (from && !own) this.#together(from.id, [id]);
    const runs = this.#withoutGrade(own, part);
    const shape = kind === "table" ? { kind, header, rows } : this.#shapeOf(own ?? from, part);
    const ties = tiesOf(from ? [from, ...joined] : joined, this.#blocks.at(-1));
    return Block.parse({
      ...shape,
      id,
      ...ties,
      inlines: returnedInlines(
        // Words of what was joined in are known by the citations among them too.
        [...(own?.inlines ?? []), ...joined.flatMap((block) => [...plain(" "), ...block.inlines])],
        runs,
        this.#sent.printed,
        (run) => this.#note(run),
      ),
    });
  }

  /** A heading's grade is drawn from the judgements: what was typed over it is only remarked. */
  #withoutGrade(own: Block | null, part: ReturnedPart): readonly ReturnedRun[] {
    if (own?.kind !== "heading" || !own.graded) return part.runs;
    const said = /:\s*([^:]+)$/.exec(part.text);
    const grade = this.#sent.grades.find((label) => label.toLowerCase() === said?.[1]?.trim().toLowerCase());
    const was = this.#sent.gradeBehind(own);
    if (!said || grade === undefined) return part.runs;
    if (was !== null && was !== grade)
      this.#remarks.push({ kind: "grade", blockId: own.id, was, now: grade });
    let left = said.index;
    return part.runs.flatMap((run): ReturnedRun[] => {
      if (run.kind !== "text") return [run];
      const text = run.text.slice(0, Math.max(0, left));
      left -= run.text.length;
      return text === "" ? [] : [{ ...run, text }];
    });
  }

  /** What the paragraph is in the file; where the file does not tell two kinds apart, it is what it was. */
  #shapeOf(was: Block | null, { role, level, numbered }: ReturnedPart): Record<string, unknown> {
    switch (role) {
      case "heading":
        return {
          ...(was?.kind === "heading" ? shapeOf(was) : { kind: "heading" }),
          level: Math.min(4, level),
        };
      case "quotation":
        return was?.kind === "quotation" ? shapeOf(was) : { kind: "quotation" };
      case "item":
        if (was?.kind === "recommendation" || (was === null && this.#timescale !== null))
          return {
            ...(was ? shapeOf(was) : { kind: "recommendation" }),
            ...(this.#timescale !== null && { timescaleId: this.#timescale }),
          };
        return { kind: "bullet", level: Math.min(3, level) };
      default:
        if (was?.kind === "footnote" || (was?.kind === "table" && role === "caption")) return shapeOf(was);
        return { kind: "paragraph", numbered };
    }
  }

  #note(run: Exclude<ReturnedRun, { kind: "text" }>): BlockId {
    const known = run.anchors.flatMap(({ name }) => this.#notes.get(name) ?? [])[0];
    const was = known === undefined ? undefined : this.#known.get(known);
    const id = this.#marked.some((block) => block.id === known)
      ? this.#sent.newId()
      : (known ?? this.#sent.newId());
    const inlines = returnedInlines(was?.inlines ?? [], run.words, this.#sent.printed, () => id);
    this.#marked.push(Block.parse({ ...(was ?? { kind: "footnote" }), id, inlines }));
    return id;
  }

  #together(id: BlockId, others: readonly BlockId[]): void {
    const group = this.#groups.get(id) ?? id;
    for (const each of [id, ...others]) this.#groups.set(each, group);
  }
}

function shapeOf(block: Block): Record<string, unknown> {
  const { id: _, inlines: _i, areaIds: _a, evidenceIds: _e, bearings: _b, ...shape } = block;
  return shape;
}

/** Nothing that a block was tied to is lost with its name; what is new speaks to the area it was written in. */
function tiesOf(from: readonly Block[], above: Block | undefined) {
  const unique = <Id>(ids: readonly Id[]): Id[] => [...new Set(ids)];
  return {
    areaIds:
      from.length > 0 ? unique(from.flatMap(({ areaIds }) => areaIds)) : (above?.areaIds.slice(0, 1) ?? []),
    evidenceIds: unique(from.flatMap(({ evidenceIds }) => evidenceIds)),
    bearings: Object.assign({}, ...from.map(({ bearings }) => bearings)) as Block["bearings"],
  };
}
