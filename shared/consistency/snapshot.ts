import type { AlignmentModel } from "#shared/consistency/alignment/model.ts";
import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import type { Block, BlockOf } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Figure } from "#shared/domain/figure.ts";
import type { Area, Framework, Grade } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import type { Judgement } from "#shared/domain/report.ts";

/** One block as rules see it: its text, its printed number, and what the analysers found in it. */
export interface BlockView {
  readonly block: Block;
  readonly id: BlockId;
  /** Place in the report, from 0. */
  readonly index: number;
  readonly text: string;
  /**
   * Own number of a numbered paragraph; for bullets and the like that of the numbered paragraph above, as long as
   * no heading stands between; else null.
   */
  readonly paragraph: number | null;
  readonly areaIds: readonly AreaId[];
  readonly words: number;
  /** Kept while the text and the framework stay the same. */
  readonly analysis: BlockAnalysis;
  /** What readers of blocks keep with it: see gather.ts. */
  readonly known: unknown[];
}

export type RecommendationView = BlockView & { readonly block: BlockOf<"recommendation"> };

/** One area of the framework as this report treats it. */
export interface AreaView {
  readonly area: Area;
  readonly id: AreaId;
  /** “Safeguarding services: Partnerships”. */
  readonly path: string;
  readonly parent: Area | null;
  readonly children: readonly Area[];
  readonly judgement: Judgement | null;
  /** Null when not graded. */
  readonly grade: Grade | null;
  /** 0 is worst; null when not graded. */
  readonly rank: number | null;
  readonly headings: readonly BlockOf<"heading">[];
  /** All blocks tied to the area, in report order. */
  readonly tied: readonly BlockView[];
  /** Narrative tied to the area: paragraphs, bullets, quotations; no headings, no recommendations. */
  readonly narrative: readonly BlockView[];
  /** Tied to the area, or justified by its narrative. */
  readonly recommendations: readonly RecommendationView[];
}

/** What is true of a report before its narrative is read: rules over areas are asked again when it changes. */
export interface Setting {
  readonly title: string;
  readonly inspectionDate: string | null;
  readonly judgements: readonly Judgement[];
  readonly evidence: readonly Evidence[];
  /** The register of figures; empty for a report that was only read. */
  readonly figures: readonly Figure[];
  readonly headings: readonly BlockView[];
}

/** The number of the last numbered paragraph, and the one that bullets here belong to. */
export interface Count {
  readonly number: number;
  readonly above: number | null;
}

/** Neighbouring blocks, with what is asked of them again and again. The same object as long as no edit touches them. */
export interface Run {
  readonly views: readonly BlockView[];
  readonly from: Count;
  readonly to: Count;
  readonly headings: readonly BlockView[];
  readonly recommendations: readonly RecommendationView[];
  readonly tied: ReadonlyMap<AreaId, readonly BlockView[]>;
  /** What readers of blocks keep with it: see gather.ts. */
  readonly known: unknown[];
}

export interface Lookup<K, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
}

/**
 * The read-only view of a whole report that rules see. Views of blocks, areas and the setting that an edit has not
 * touched are the same objects in the next snapshot, so that what was found in them can be kept.
 */
export interface Snapshot {
  readonly framework: Framework;
  readonly title: string;
  readonly inspectionDate: string | null;
  readonly setting: Setting;
  /** Every area of the framework that this report treats: graded, headed, or written about. In framework order. */
  readonly areas: readonly AreaView[];
  readonly blocks: readonly BlockView[];
  /** The blocks again, in runs. */
  readonly runs: readonly Run[];
  readonly recommendations: readonly RecommendationView[];
  readonly evidence: readonly Evidence[];
  /** What “reads like” is read with; null where it was not passed in. Ask alignment/area-alignment.ts. */
  readonly model: AlignmentModel | null;
  readonly areaById: Lookup<AreaId, AreaView>;
  readonly blockById: Lookup<BlockId, BlockView>;
}
