import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { type Block, paragraphNumbers, textOf } from "#shared/domain/block.ts";
import { type Evidence, EVIDENCE_KINDS } from "#shared/domain/evidence.ts";
import { type Area, type Framework, judgementAreas } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import { tiesOf } from "#shared/evidence/thread/leaning.ts";

type Kind = Evidence["kind"];

/** One line of the matrix. */
export interface AreaCoverage {
  readonly area: Area;
  /** By kind; kinds without an item are left out. */
  readonly cells: ReadonlyMap<Kind, readonly Evidence[]>;
  readonly items: readonly Evidence[];
  /** The one kind that everything behind the area is of; null where there are several, or none. */
  readonly onlyKind: Kind | null;
}

/** A paragraph of judgement that few or the wrong things stand behind. */
export interface ThinPlace {
  readonly blockId: BlockId;
  readonly paragraph: number | null;
  readonly text: string;
  readonly items: readonly Evidence[];
}

export interface Gaps {
  /** Gathered, and nothing rests on it. */
  readonly unused: readonly Evidence[];
  /** Narrative that rests on a single item. */
  readonly thin: readonly ThinPlace[];
  /** Narrative tied to evidence that contradicts it, with those of the items that none of its sentences cites. */
  readonly unmentioned: readonly ThinPlace[];
}

/** What stands behind an area: items said to speak to it, and those behind narrative that speaks to it first of all. */
export function coverageOf(
  framework: Framework,
  blocks: readonly Block[],
  evidence: readonly Evidence[],
): AreaCoverage[] {
  const byArea = new Map<AreaId, Set<string>>();
  const add = (areaId: AreaId, id: string): void =>
    void byArea.set(areaId, (byArea.get(areaId) ?? new Set<string>()).add(id));
  for (const item of evidence) for (const areaId of item.areaIds) add(areaId, item.id);
  for (const block of blocks) {
    const [first] = block.areaIds;
    if (first) for (const { evidenceId } of tiesOf(block)) add(first, evidenceId);
  }
  return judgementAreas(framework).map((area) => {
    const ids = byArea.get(area.id);
    const items = ids ? evidence.filter(({ id }) => ids.has(id)) : [];
    const cells = new Map<Kind, Evidence[]>();
    for (const kind of EVIDENCE_KINDS) {
      const ofKind = items.filter((item) => item.kind === kind);
      if (ofKind.length > 0) cells.set(kind, ofKind);
    }
    return { area, cells, items, onlyKind: cells.size === 1 ? [...cells.keys()][0]! : null };
  });
}

/** In report order, and in the order of the log. */
export function gapsOf(blocks: readonly Block[], evidence: readonly Evidence[]): Gaps {
  const numbers = paragraphNumbers(blocks);
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const used = new Set<string>();
  const thin: ThinPlace[] = [];
  const unmentioned: ThinPlace[] = [];
  for (const block of blocks) {
    const ties = tiesOf(block).filter(({ evidenceId }) => byId.has(evidenceId));
    for (const { evidenceId } of ties) used.add(evidenceId);
    if (!isNarrative(block)) continue;
    const place = (items: readonly Evidence[]): ThinPlace => ({
      blockId: block.id,
      paragraph: numbers.get(block.id) ?? null,
      text: textOf(block),
      items,
    });
    if (ties.length === 1 && block.areaIds.length > 0) thin.push(place([byId.get(ties[0]!.evidenceId)!]));
    const against = ties.filter(
      ({ reason, sentences }) => reason === "contradicts" && sentences.length === 0,
    );
    if (against.length > 0) unmentioned.push(place(against.map(({ evidenceId }) => byId.get(evidenceId)!)));
  }
  return { unused: evidence.filter(({ id }) => !used.has(id)), thin, unmentioned };
}
