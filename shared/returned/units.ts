import type { Block } from "#shared/domain/block.ts";
import type { TimescaleId } from "#shared/domain/ids.ts";
import { bookmarkName } from "#shared/returned/control-tag.ts";
import type { Anchor, ReturnedPart } from "#shared/returned/returned-part.ts";

/** A block's worth of a file: a paragraph, or a whole table with its caption. */
export interface Unit {
  readonly kind: "text" | "table" | "title" | "timescale";
  /** The paragraph, the table's caption, or where that has none a part that says nothing but where it came from. */
  readonly part: ReturnedPart;
  /** Everything it was made of, cells included. */
  readonly all: readonly ReturnedPart[];
  readonly rows: string[][];
  readonly header: boolean;
  readonly timescale: TimescaleId | null;
}

interface Known {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly timescales: readonly { readonly id: TimescaleId; readonly label: string }[];
}

/** Parts of the page that are drawn from elsewhere are named in the file, by tag or by bookmark. */
export const GENERATED = ["title", "timescale", "table", "record", "cover", "contents", "annex"] as const;
type Generated = (typeof GENERATED)[number];

/** Name of a bookmark on a generated part of what is named; no two bookmarks may have one name. */
export const generatedBookmark = (part: Generated, of: string): string =>
  `g_${part}_${of.replace(/[^A-Za-z0-9]/g, "")}`.slice(0, 40);

export function generatedIn(anchors: readonly Pick<Anchor, "kind" | "name">[]): Generated | null {
  for (const { kind, name } of anchors) {
    const said = kind === "tag" ? name : (/^g_([a-z]+)_/.exec(name)?.[1] ?? "");
    const found = GENERATED.find((part) => part === said);
    if (found) return found;
  }
  return null;
}

/** The file's paragraphs in order, with the cells of each table together; tables drawn from judgements are left out. */
export function unitsOf(parts: readonly ReturnedPart[], sent: Known): Unit[] {
  const units: Unit[] = [];
  const tables = new Set(
    sent.blocks.flatMap(({ kind, id }) => (kind === "table" ? [id as string, bookmarkName(id)] : [])),
  );
  const isCaption = ({ anchors, role }: ReturnedPart): boolean =>
    role === "caption" || anchors.some(({ name }) => tables.has(name));
  for (let index = 0; index < parts.length;) {
    const part = parts[index]!;
    if (part.cell) {
      const { table } = part.cell;
      const end = parts.findIndex((each, at) => at > index && each.cell?.table !== table);
      const cells = parts.slice(index, end < 0 ? undefined : end);
      index += cells.length;
      const anchors = cells.flatMap((cell) => cell.anchors);
      if (["record", "cover", "annex"].includes(generatedIn(anchors) ?? "")) continue;
      const above = units.at(-1);
      const captioned = above?.kind === "text" && isCaption(above.part);
      if (captioned) units.pop();
      units.push(tableUnit(cells, captioned ? above.part : captionless(part, anchors)));
      continue;
    }
    index += 1;
    const generated = generatedIn(part.anchors);
    if (["cover", "contents", "annex"].includes(generated ?? "")) continue;
    const timescale = sent.timescales.find(({ label }) => part.text === `${label}:`) ?? null;
    const isLabel = timescale !== null && (generated === "timescale" || part.anchors.length === 0);
    const isTitle = generated === "title" || (index === 1 && part.text === sent.title.trim());
    units.push({
      kind: isTitle ? "title" : isLabel ? "timescale" : "text",
      part,
      all: [part],
      rows: [],
      header: true,
      timescale: timescale?.id ?? null,
    });
  }
  return units;
}

const captionless = (first: ReturnedPart, anchors: readonly Anchor[]): ReturnedPart => ({
  ...first,
  text: "",
  role: "caption",
  runs: [],
  anchors: anchors.map((anchor) => ({ ...anchor, from: 0, to: 0 })),
});

function tableUnit(cells: readonly ReturnedPart[], part: ReturnedPart): Unit {
  const rows: string[][] = [];
  for (const { cell, text } of cells) {
    const row = (rows[cell!.row] ??= []);
    row[cell!.column] = text;
  }
  return {
    kind: "table",
    part,
    all: [part, ...cells],
    rows: Array.from(rows, (row) => Array.from(row ?? [], (text) => text ?? "")),
    header: cells.some(({ cell }) => cell!.row === 0 && cell!.header),
    timescale: null,
  };
}
