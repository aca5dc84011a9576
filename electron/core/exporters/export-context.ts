import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import {
  type Block,
  type BlockOf,
  type Inline,
  paragraphNumbers,
  type TextRun,
} from "#shared/domain/block.ts";
import { ancestorsOf, findArea, findGrade } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import { gradeOf } from "#shared/domain/report.ts";

/** One row of the record of main findings. */
export interface RecordRow {
  readonly title: string;
  /** Null for a row that only gathers those below it. */
  readonly grade: string | null;
  /** 0 for a service or a stand-alone area, one more for each area above it. */
  readonly depth: number;
}

/** What the three exports need besides the block itself, worked out once. */
export interface ExportContext extends ExportInput {
  readonly numbers: ReadonlyMap<BlockId, number>;
  /** Label of the grade given to the area: “Inadequate”. */
  gradeLabel(areaId: AreaId | undefined): string | null;
  /** The timescale's label, for the first recommendation of each group only. */
  groupLabel(block: BlockOf<"recommendation">): string | null;
  readonly recordTitle: string;
  readonly record: readonly RecordRow[];
}

export function exportContext(input: ExportInput): ExportContext {
  const { report, framework } = input;
  const firsts = firstOfEachGroup(report.blocks);
  const gradeLabel = (areaId: AreaId | undefined): string | null =>
    framework && areaId ? (findGrade(framework, gradeOf(report, areaId))?.label ?? null) : null;
  return {
    ...input,
    numbers: paragraphNumbers(report.blocks),
    gradeLabel,
    groupLabel: (block) => {
      if (!firsts.has(block.id) || block.timescaleId === null) return null;
      return framework?.timescales.find(({ id }) => id === block.timescaleId)?.label ?? block.timescaleId;
    },
    recordTitle: framework?.recordOfFindings.title ?? "Record of main findings",
    record: recordRows(input, gradeLabel),
  };
}

function firstOfEachGroup(blocks: readonly Block[]): Set<BlockId> {
  const firsts = new Set<BlockId>();
  let group: string | null | undefined;
  for (const block of blocks) {
    const current = block.kind === "recommendation" ? block.timescaleId : undefined;
    if (current !== undefined && current !== group) firsts.add(block.id);
    group = current;
  }
  return firsts;
}

/** Every graded area of the report, and the groups above them, in the framework's order. */
function recordRows(
  { report, framework }: ExportInput,
  gradeLabel: (areaId: AreaId) => string | null,
): RecordRow[] {
  if (!framework) return [];
  const judged = new Map(report.judgements.map((judgement) => [judgement.areaId, judgement]));
  const shown = new Set<AreaId>();
  for (const areaId of judged.keys()) {
    const area = findArea(framework, areaId);
    if (!area) continue;
    for (const { id } of [...ancestorsOf(framework, area), area]) shown.add(id);
  }
  return framework.areas
    .filter((area) => shown.has(area.id))
    .map((area) => ({
      title: judged.get(area.id)?.rowText || area.title,
      grade: area.kind === "group" ? null : (gradeLabel(area.id) ?? "Not graded"),
      depth: ancestorsOf(framework, area).length,
    }));
}

/** What the reader of an export sees of a block: evidence references stay at the desk. */
export const textRuns = (inlines: readonly Inline[]): TextRun[] =>
  inlines.filter((inline) => inline.kind === "text");
