import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import {
  type Block,
  type BlockOf,
  type Inline,
  noteNumbers,
  paragraphNumbers,
  type TextRun,
} from "#shared/domain/block.ts";
import { ancestorsOf, findArea, findGrade } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import { gradeOf } from "#shared/domain/report.ts";
import { spokenDates } from "#shared/document/draft-from-framework.ts";

/** One row of the record of main findings. */
export interface RecordRow {
  readonly areaId: AreaId;
  readonly title: string;
  /** Null for a row that only gathers those below it. */
  readonly grade: string | null;
  /** 0 for a service or a stand-alone area, one more for each area above it. */
  readonly depth: number;
}

/** A footnote that is marked somewhere, with its printed number. */
export interface Note {
  readonly number: number;
  readonly block: BlockOf<"footnote">;
}

/** What the three exports need besides the block itself, worked out once. */
export interface ExportContext extends ExportInput {
  readonly numbers: ReadonlyMap<BlockId, number>;
  /** Footnotes by the order of their marks; one without a mark has no number. */
  readonly notes: readonly Note[];
  noteNumber(blockId: BlockId): number | undefined;
  /** Label of the grade given to the area: “Inadequate”. */
  gradeLabel(areaId: AreaId | undefined): string | null;
  /** The timescale's label, for the first recommendation of each group only. */
  groupLabel(block: BlockOf<"recommendation">): string | null;
  readonly recordTitle: string;
  readonly record: readonly RecordRow[];
  readonly cover: Cover;
}

/** What the first page of every export says, before any block. */
export interface Cover {
  readonly title: string;
  /** Null where the title says it already, and where it is not known. */
  readonly provider: string | null;
  readonly framework: string | null;
  readonly inspectorate: string | null;
  /** “12 June 2009”; null when the day is not known. */
  readonly inspected: string | null;
  /** Every graded area with its grade, as in the record of main findings. Empty before anything is judged. */
  readonly grades: readonly RecordRow[];
}

export function exportContext(input: ExportInput): ExportContext {
  const { report, framework } = input;
  const firsts = firstOfEachGroup(report.blocks);
  const numberOfNote = noteNumbers(report.blocks);
  const gradeLabel = (areaId: AreaId | undefined): string | null =>
    framework && areaId ? (findGrade(framework, gradeOf(report, areaId))?.label ?? null) : null;
  const record = recordRows(input, gradeLabel);
  return {
    ...input,
    numbers: paragraphNumbers(report.blocks),
    notes: report.blocks
      .flatMap((block) => {
        const number = block.kind === "footnote" ? numberOfNote.get(block.id) : undefined;
        return block.kind === "footnote" && number !== undefined ? [{ number, block }] : [];
      })
      .sort((a, b) => a.number - b.number),
    noteNumber: (blockId) => numberOfNote.get(blockId),
    gradeLabel,
    groupLabel: (block) => {
      if (!firsts.has(block.id) || block.timescaleId === null) return null;
      return framework?.timescales.find(({ id }) => id === block.timescaleId)?.label ?? block.timescaleId;
    },
    recordTitle: framework?.recordOfFindings.title ?? "Record of main findings",
    record,
    cover: {
      title: report.title,
      provider: report.provider && !report.title.includes(report.provider) ? report.provider : null,
      framework: framework?.title ?? null,
      inspectorate: framework?.inspectorate ?? null,
      inspected: spokenDates(null, report.inspectionDate),
      grades: report.judgements.some(({ gradeId }) => gradeId !== null) ? record : [],
    },
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
      areaId: area.id,
      title: judged.get(area.id)?.rowText || area.title,
      grade: area.kind === "group" ? null : (gradeLabel(area.id) ?? "Not graded"),
      depth: ancestorsOf(framework, area).length,
    }));
}

/** A piece of a block as it is printed: words with their marks, or the mark of a footnote. */
export type Piece = Omit<TextRun, "kind"> & {
  readonly note?: number;
  /** The paragraph whose number these words are. */
  readonly refersTo?: BlockId;
};

/**
 * What the reader of an export sees of a block: evidence references stay at the desk, and a reference to a paragraph
 * prints the number it has now.
 */
export function pieces(
  inlines: readonly Inline[],
  context: Pick<ExportContext, "numbers" | "noteNumber">,
): Piece[] {
  return inlines.flatMap((inline): Piece[] => {
    if (inline.kind === "evidence") return [];
    if (inline.kind === "note") {
      const note = context.noteNumber(inline.blockId);
      return note === undefined ? [] : [{ text: "", note }];
    }
    const { bold, italic } = inline;
    const text =
      inline.kind === "reference"
        ? (context.numbers.get(inline.blockId)?.toString() ?? inline.text)
        : inline.text;
    return [
      {
        text,
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(inline.kind === "text" && inline.href !== undefined && { href: inline.href }),
        ...(inline.kind === "reference" &&
          context.numbers.has(inline.blockId) && { refersTo: inline.blockId }),
      },
    ];
  });
}
