import type { AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { createAnalysisCache, type AnalysisCache } from "#shared/consistency/analysis-cache.ts";
import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import type { AreaView, BlockView, RecommendationView, Snapshot } from "#shared/consistency/snapshot.ts";
import { countWords, textOf, type Block, type BlockOf } from "#shared/domain/block.ts";
import {
  ancestorsOf,
  findArea,
  findGrade,
  rankOf,
  type Area,
  type Framework,
} from "#shared/domain/framework.ts";
import { FrameworkId, type AreaId } from "#shared/domain/ids.ts";
import type { Report } from "#shared/domain/report.ts";

/** What a snapshot is made from: a report, or a draft as imported (its evidence defaults to none). */
export type Checkable = Pick<Report, "title" | "inspectionDate" | "judgements" | "blocks"> &
  Partial<Pick<Report, "evidence">>;

/**
 * Stands in where no framework was recognised: no area, no grade. Rules about figures, quotation marks and
 * abbreviations still speak; the others find nothing to say.
 */
export const noFramework: Framework = {
  format: "plumbline-framework",
  version: 1,
  id: FrameworkId.parse("none"),
  family: "none",
  edition: "none",
  title: "No framework",
  inspectorate: "None",
  source: "None",
  verified: false,
  validFrom: null,
  validTo: null,
  recognisedBy: [],
  grades: [],
  areas: [],
  timescales: [],
  rules: [],
  proportionWords: [],
  evidenceKinds: [],
  sections: [],
  recordOfFindings: { title: "Record of main findings" },
};

/** The view of a report that rules see. Pass the same cache again after an edit: only changed blocks are read anew. */
export function buildSnapshot(
  report: Checkable,
  framework: Framework | null,
  cache: AnalysisCache = createAnalysisCache(),
  model: AlignmentModel | null = null,
): Snapshot {
  const pack = framework ?? noFramework;
  cache.begin(pack);
  // Kept here as well: the cache may have moved on to another report by the time a rule asks.
  const blocks = viewsOf(report.blocks, cache);
  const areas = pack.areas.map((area) => areaView(area, pack, report, blocks)).filter(isTreated);
  return {
    framework: pack,
    title: report.title,
    inspectionDate: report.inspectionDate,
    areas,
    blocks,
    recommendations: blocks.filter(isRecommendation),
    evidence: report.evidence ?? [],
    model,
    areaById: new Map(areas.map((view) => [view.id, view])),
    blockById: new Map(blocks.map((view) => [view.id, view])),
  };
}

function viewsOf(blocks: readonly Block[], cache: AnalysisCache): BlockView[] {
  let number = 0;
  let above: number | null = null;
  return blocks.map((block, index) => {
    if (block.kind === "paragraph" && block.numbered) above = ++number;
    else if (block.kind === "heading" || block.kind === "findings-record") above = null;
    const unnumbered = block.kind === "paragraph" && !block.numbered;
    return new View(block, index, unnumbered ? null : above, cache);
  });
}

class View implements BlockView {
  readonly block: Block;
  readonly id: BlockView["id"];
  readonly index: number;
  readonly text: string;
  readonly paragraph: number | null;
  readonly areaIds: readonly AreaId[];
  readonly #analysis: BlockAnalysis;
  #words: number | null = null;

  constructor(block: Block, index: number, paragraph: number | null, cache: AnalysisCache) {
    this.block = block;
    this.id = block.id;
    this.index = index;
    this.text = textOf(block);
    this.paragraph = paragraph;
    this.areaIds = block.areaIds;
    this.#analysis = cache.analysisOf(this.text);
  }
  get words(): number {
    return (this.#words ??= countWords(this.text));
  }
  get analysis(): BlockAnalysis {
    return this.#analysis;
  }
}

function areaView(
  area: Area,
  framework: Framework,
  report: Checkable,
  blocks: readonly BlockView[],
): AreaView {
  const judgement = report.judgements.find((each) => each.areaId === area.id) ?? null;
  const tied = blocks.filter((view) => view.areaIds.includes(area.id));
  const root = ancestorsOf(framework, area)[0];
  const narrative = tied.filter((view) => isNarrative(view.block));
  const own = new Set(narrative.map(({ id }) => id));
  return {
    area,
    id: area.id,
    path: root?.kind === "group" ? `${root.title}: ${area.title}` : area.title,
    parent: findArea(framework, area.parent),
    children: framework.areas.filter((other) => other.parent === area.id),
    judgement,
    grade: findGrade(framework, judgement?.gradeId ?? null),
    rank: rankOf(framework, judgement?.gradeId ?? null),
    headings: tied
      .map((view) => view.block)
      .filter(
        (block): block is BlockOf<"heading"> => block.kind === "heading" && block.areaIds[0] === area.id,
      ),
    narrative,
    recommendations: blocks
      .filter(isRecommendation)
      .filter((view) => view.areaIds.includes(area.id) || view.block.justifiedBy.some((id) => own.has(id))),
  };
}

export const isNarrative = (block: Block): boolean =>
  block.kind === "paragraph" || block.kind === "bullet" || block.kind === "quotation";

const isRecommendation = (view: BlockView): view is RecommendationView =>
  view.block.kind === "recommendation";

const isTreated = (view: AreaView): boolean =>
  view.grade !== null ||
  view.headings.length > 0 ||
  view.narrative.length > 0 ||
  (view.judgement?.rowText ?? null) !== null;
