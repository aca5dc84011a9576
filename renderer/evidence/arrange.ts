import type { Block } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import { findArea, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import type { AreaId, EvidenceId } from "#shared/domain/ids.ts";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";

export const COLUMNS = [
  "reference",
  "kind",
  "date",
  "title",
  "source",
  "people",
  "areas",
  "direction",
  "sensitivity",
  "cited",
] as const;
export type Column = (typeof COLUMNS)[number];

export const COLUMN_WORDS: Record<Column, string> = {
  reference: "Ref.",
  kind: "Kind",
  date: "Date",
  title: "Title",
  source: "Source",
  people: "People",
  areas: "Areas",
  direction: "Direction",
  sensitivity: "Sensitivity",
  cited: "Cited",
};

/** What is looked for in the log. Null asks for anything. */
export interface EvidenceFilter {
  readonly words: string;
  readonly kind: Evidence["kind"] | null;
  readonly areaId: AreaId | null;
  readonly direction: Evidence["direction"] | null;
  readonly uncited: boolean;
}

export const NO_FILTER: EvidenceFilter = {
  words: "",
  kind: null,
  areaId: null,
  direction: null,
  uncited: false,
};

export interface EvidenceOrder {
  readonly by: Column;
  readonly descending: boolean;
  readonly group: "none" | "kind" | "area";
}

/** One line of the table. `key` is its own even where an item stands under two areas. */
export type EvidenceLine =
  | { readonly kind: "group"; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: "item"; readonly key: string; readonly item: Evidence };

/** The blocks that rest on each item or cite it, in report order. */
export function usesOf(blocks: readonly Block[]): Map<EvidenceId, Block[]> {
  const uses = new Map<EvidenceId, Block[]>();
  for (const block of blocks) {
    const ids = new Set(block.evidenceIds);
    for (const inline of block.inlines) if (inline.kind === "evidence") ids.add(inline.evidenceId);
    for (const id of ids) {
      const blocksOf = uses.get(id);
      if (blocksOf) blocksOf.push(block);
      else uses.set(id, [block]);
    }
  }
  return uses;
}

type Uses = ReadonlyMap<EvidenceId, readonly Block[]>;

export const areaWords = (framework: Framework | null, areaIds: readonly AreaId[]): string =>
  areaIds
    .map((id) => {
      const area = framework && findArea(framework, id);
      return area ? shortTitleOf(area) : id;
    })
    .join(", ");

function isWanted(item: Evidence, filter: EvidenceFilter, uses: Uses): boolean {
  if (filter.kind !== null && item.kind !== filter.kind) return false;
  if (filter.areaId !== null && !item.areaIds.includes(filter.areaId)) return false;
  if (filter.direction !== null && item.direction !== filter.direction) return false;
  if (filter.uncited && uses.has(item.id)) return false;
  const words = filter.words.trim();
  if (words === "") return true;
  const text = `${item.reference}\n${item.title}\n${item.source}\n${item.notes}`.toLocaleLowerCase("en-GB");
  return words
    .toLocaleLowerCase("en-GB")
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** Null is unknown, and stands last whichever way it is sorted. */
function keyOf(item: Evidence, by: Column, uses: Uses, framework: Framework | null): string | number | null {
  switch (by) {
    case "reference":
      return item.reference;
    case "kind":
      return KIND_WORDS[item.kind];
    case "date":
      return item.date;
    case "title":
      return item.title;
    case "source":
      return item.source || null;
    case "people":
      return item.people;
    case "areas":
      return areaWords(framework, item.areaIds) || null;
    case "direction":
      return DIRECTION_WORDS[item.direction];
    case "sensitivity":
      return SENSITIVITY_WORDS[item.sensitivity];
    case "cited":
      return uses.get(item.id)?.length ?? 0;
  }
}

function sorted(
  items: readonly Evidence[],
  { by, descending }: EvidenceOrder,
  uses: Uses,
  framework: Framework | null,
): Evidence[] {
  const sign = descending ? -1 : 1;
  return items
    .map((item) => ({ item, key: keyOf(item, by, uses, framework) }))
    .toSorted((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || byReference(a.item, b.item);
      const order =
        typeof a.key === "number" && typeof b.key === "number"
          ? a.key - b.key
          : collator.compare(String(a.key), String(b.key));
      return order * sign || byReference(a.item, b.item);
    })
    .map(({ item }) => item);
}

const byReference = (a: Evidence, b: Evidence): number => collator.compare(a.reference, b.reference);

/** The lines of the table: what is wanted, in order, and under its groups. An item stands under every area it speaks to. */
export function arrange(
  items: readonly Evidence[],
  filter: EvidenceFilter,
  order: EvidenceOrder,
  uses: Uses,
  framework: Framework | null,
): EvidenceLine[] {
  const wanted = sorted(
    items.filter((item) => isWanted(item, filter, uses)),
    order,
    uses,
    framework,
  );
  const line = (item: Evidence, group = ""): EvidenceLine => ({
    kind: "item",
    key: `${group}${item.id}`,
    item,
  });
  if (order.group === "none") return wanted.map((item) => line(item));
  const groups = new Map<string, Evidence[]>();
  for (const item of wanted)
    for (const key of groupsOf(item, order.group)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  const title = (key: string): string => {
    if (order.group === "kind") return KIND_WORDS[key as Evidence["kind"]];
    return key === "" ? "No area" : areaWords(framework, [key as AreaId]);
  };
  return inGroupOrder(groups, order.group, framework).flatMap(([key, members]) => [
    { kind: "group", key: `group ${key}`, title: title(key), count: members.length } satisfies EvidenceLine,
    ...members.map((item) => line(item, `${key} `)),
  ]);
}

const groupsOf = (item: Evidence, group: "kind" | "area"): readonly string[] => {
  if (group === "kind") return [item.kind];
  return item.areaIds.length > 0 ? item.areaIds : [""];
};

/** Kinds by the alphabet; areas as the framework has them, what has none at the end. */
function inGroupOrder(
  groups: ReadonlyMap<string, Evidence[]>,
  group: "kind" | "area",
  framework: Framework | null,
): [string, Evidence[]][] {
  const place = new Map(framework?.areas.map(({ id }, index) => [id as string, index]));
  return [...groups].toSorted(([a], [b]) =>
    group === "kind"
      ? collator.compare(KIND_WORDS[a as Evidence["kind"]], KIND_WORDS[b as Evidence["kind"]])
      : (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || collator.compare(b, a),
  );
}

/** So many lines are in the table at once: it is built as a whole, and with thousands a scroll would stutter. */
export const PAGE_LINES = 100;

/** One page of the lines, from 0; one that begins within a group says again which. */
export function pageOf<Line extends EvidenceLine>(lines: readonly Line[], page: number): readonly Line[] {
  const from = page * PAGE_LINES;
  const shown = lines.slice(from, from + PAGE_LINES);
  if (from === 0 || shown[0]?.kind !== "item") return shown;
  const group = lines.slice(0, from).findLast(({ kind }) => kind === "group");
  return group ? [group, ...shown] : shown;
}
