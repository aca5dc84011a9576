import type { ChosenTemplate } from "#electron/core/exporters/word-template.ts";
import type { FactualCheck } from "#shared/domain/factual-check.ts";
import type { ExportFormat, ExportOptions } from "#shared/api/exports.ts";
import type { Block, BlockKind, BlockOf } from "#shared/domain/block.ts";
import type { Comment } from "#shared/domain/comment.ts";
import type { RuleChoices } from "#shared/consistency/rule-choice.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { Report } from "#shared/domain/report.ts";

/** One function for every block kind: add a kind and every export that would drop it stops compiling. */
export type BlockMapping<Out, Context> = {
  readonly [K in BlockKind]: (block: BlockOf<K>, context: Context) => Out;
};

/** What every exporter is given. `framework` is null for a report whose framework was not recognised. */
export interface ExportInput {
  readonly report: Report;
  readonly framework: Framework | null;
  /** What was asked for beyond the bare report; absent for the plain file. */
  readonly options?: Partial<ExportOptions>;
  /** What the options ask for, gathered from the library. */
  readonly extras?: ExportExtras;
}

/** Each only where it was asked for. */
export interface ExportExtras {
  readonly comments?: readonly Comment[];
  /** The blocks of the revision whose changes since are shown. */
  readonly before?: readonly Block[];
  readonly annex?: QaAnnex;
  readonly template?: ChosenTemplate;
  /** Marks the file as a copy that is issued to be checked, with a form for the answer in Word. */
  readonly factual?: FactualIssue;
}

/** To whom a copy is issued, and until when comments are due. */
export type FactualIssue = Pick<FactualCheck, "to" | "issuedOn" | "dueOn">;

/** What the annex on quality assurance needs besides the report. */
export interface QaAnnex {
  readonly dispositions: readonly Disposition[];
  /** Rules that this library switched on or off. */
  readonly rules: RuleChoices;
}

export interface Exporter {
  readonly id: ExportFormat;
  readonly label: string;
  /** With its dot. */
  readonly extension: string;
  readonly mediaType: string;
  write(input: ExportInput): Promise<Uint8Array>;
}

/** Calls the one function of the mapping that fits the block. */
export function mapBlock<Out, Context>(
  mapping: BlockMapping<Out, Context>,
  block: Block,
  context: Context,
): Out {
  const map = mapping[block.kind] as (block: Block, context: Context) => Out;
  return map(block, context);
}
