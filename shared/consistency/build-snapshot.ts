import type { AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { analyseBlock, type BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { lexiconOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import type {
  AreaView,
  BlockView,
  Count,
  Lookup,
  RecommendationView,
  Run,
  Setting,
  Snapshot,
} from "#shared/consistency/snapshot.ts";
import { countWords, textOf, type Block, type BlockOf } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Figure } from "#shared/domain/figure.ts";
import {
  ancestorsOf,
  findArea,
  findGrade,
  rankOf,
  type Area,
  type Framework,
} from "#shared/domain/framework.ts";
import { FrameworkId, type AreaId, type BlockId } from "#shared/domain/ids.ts";
import type { Judgement, Report } from "#shared/domain/report.ts";

/** What a snapshot is made from: a report, or a draft as imported (its evidence defaults to none). */
export interface Checkable extends Readonly<Pick<Report, "title" | "inspectionDate">> {
  readonly judgements: readonly Judgement[];
  readonly blocks: readonly Block[];
  readonly evidence?: readonly Evidence[];
  readonly figures?: readonly Figure[];
}

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
  skeleton: [],
  questions: [],
};

/**
 * The view of a report that rules see.
 *
 * @param before the view of the same report as it was: whatever has not changed since is taken from it, so that an
 * edit costs one block. Anything else may be passed without harm, and nothing is taken from another framework’s view.
 */
export function buildSnapshot(
  report: Checkable,
  framework: Framework | null,
  before: Snapshot | null = null,
  model: AlignmentModel | null = null,
): Snapshot {
  const pack = framework ?? noFramework;
  const lexicon = lexiconOf(pack);
  const old = before && lexiconOf(before.framework).signature === lexicon.signature ? before : null;
  const runs = runsOf(report.blocks, lexicon, old);
  const blocks = runs.flatMap(({ views }) => views);
  const setting = settingOf(report, runs, pack, old);
  const recommendations = runs.flatMap((run) => run.recommendations);
  const areas = areaViews(pack, report, runs, recommendations, old);
  return {
    framework: pack,
    title: report.title,
    inspectionDate: report.inspectionDate,
    setting,
    areas,
    blocks,
    runs,
    recommendations,
    evidence: setting.evidence,
    model,
    areaById: new Map(areas.map((view) => [view.id, view])),
    blockById: new BlockIndex(blocks, runs, old),
  };
}

/** How many blocks an edit leaves untouched together. */
const RUN = 64;

/** The blocks in runs. A run without an edit, at its old place and with its old numbers, is taken over whole. */
function runsOf(blocks: readonly Block[], lexicon: Lexicon, before: Snapshot | null): Run[] {
  const runs: Run[] = [];
  let count: Count = { number: 0, above: null };
  for (let start = 0; start < blocks.length; start += RUN) {
    const old = before?.runs[start / RUN];
    const size = Math.min(RUN, blocks.length - start);
    let same = old?.views.length === size && sameCount(old.from, count);
    for (let i = 0; same && i < size; i++) same = old!.views[i]!.block === blocks[start + i];
    const run = same ? old! : readRun(blocks.slice(start, start + size), start, count, lexicon, before);
    runs.push(run);
    count = run.to;
  }
  return runs;
}

const sameCount = (a: Count, b: Count): boolean => a.number === b.number && a.above === b.above;

function readRun(
  blocks: readonly Block[],
  start: number,
  from: Count,
  lexicon: Lexicon,
  before: Snapshot | null,
): Run {
  let { number, above } = from;
  const views = blocks.map((block, i) => {
    if (block.kind === "paragraph" && block.numbered) above = ++number;
    else if (block.kind === "heading" || block.kind === "findings-record") above = null;
    const paragraph = block.kind === "paragraph" && !block.numbered ? null : above;
    const index = start + i;
    const there = before?.blocks[index];
    if (there?.block === block && there.paragraph === paragraph) return there;
    const known = there?.id === block.id ? there : before?.blockById.get(block.id);
    return new View(block, index, paragraph, lexicon, known);
  });
  const tied = new Map<AreaId, BlockView[]>();
  for (const view of views)
    for (const id of view.areaIds) {
      const list = tied.get(id);
      if (list) list.push(view);
      else tied.set(id, [view]);
    }
  return {
    views,
    from,
    to: { number, above },
    headings: views.filter(({ block }) => block.kind === "heading"),
    recommendations: views.filter(isRecommendation),
    tied,
    known: [],
  };
}

class View implements BlockView {
  readonly block: Block;
  readonly id: BlockId;
  readonly index: number;
  readonly text: string;
  readonly paragraph: number | null;
  readonly areaIds: readonly AreaId[];
  readonly analysis: BlockAnalysis;
  readonly known: unknown[] = [];
  #words: number | null = null;

  constructor(block: Block, index: number, paragraph: number | null, lexicon: Lexicon, known?: BlockView) {
    this.block = block;
    this.id = block.id;
    this.index = index;
    this.text = known?.block === block ? known.text : textOf(block);
    this.paragraph = paragraph;
    this.areaIds = block.areaIds;
    this.analysis = known?.text === this.text ? known.analysis : analyseBlock(this.text, lexicon);
  }
  get words(): number {
    return (this.#words ??= countWords(this.text));
  }
}

/** Finds blocks by id. An edit that adds, removes and moves nothing keeps the index of the view before. */
class BlockIndex implements Lookup<BlockId, BlockView> {
  readonly #blocks: readonly BlockView[];
  readonly #indexes: ReadonlyMap<BlockId, number>;

  constructor(blocks: readonly BlockView[], runs: readonly Run[], before: Snapshot | null) {
    this.#blocks = blocks;
    const same = before && changedRuns(runs, before.runs)?.every(sameIds);
    this.#indexes =
      same && before.blockById instanceof BlockIndex
        ? before.blockById.#indexes
        : new Map(blocks.map(({ id }, index) => [id, index]));
  }
  get(id: BlockId): BlockView | undefined {
    const index = this.#indexes.get(id);
    return index === undefined ? undefined : this.#blocks[index];
  }
  has(id: BlockId): boolean {
    return this.#indexes.has(id);
  }
}

const NO_EVIDENCE: readonly Evidence[] = [];
const NO_FIGURES: readonly Figure[] = [];

function settingOf(
  report: Checkable,
  runs: readonly Run[],
  framework: Framework,
  before: Snapshot | null,
): Setting {
  const { title, inspectionDate, judgements, evidence = NO_EVIDENCE, figures = NO_FIGURES } = report;
  const old = before?.setting;
  const same =
    old &&
    before.framework === framework &&
    old.title === title &&
    old.inspectionDate === inspectionDate &&
    old.judgements === judgements &&
    old.evidence === evidence &&
    old.figures === figures &&
    changedRuns(runs, before.runs)?.every(([now, then]) => sameItems(now.headings, then.headings));
  if (same) return old;
  return {
    title,
    inspectionDate,
    judgements,
    evidence,
    figures,
    headings: runs.flatMap((run) => run.headings),
  };
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Every area that the report treats, in framework order. */
function areaViews(
  framework: Framework,
  report: Checkable,
  runs: readonly Run[],
  recommendations: readonly RecommendationView[],
  before: Snapshot | null,
): AreaView[] {
  const justified = justifications(recommendations);
  const old = before?.framework === framework ? before : null;
  const changed = old && sameItems(old.recommendations, recommendations) ? changedRuns(runs, old.runs) : null;
  const views: AreaView[] = [];
  for (const area of framework.areas) {
    const judgement = report.judgements.find((each) => each.areaId === area.id) ?? null;
    const known = old?.areaById.get(area.id);
    const untouched = changed?.every(([now, then]) =>
      sameItems(now.tied.get(area.id) ?? [], then.tied.get(area.id) ?? []),
    );
    if (known && untouched && known.judgement === judgement) {
      views.push(known);
      continue;
    }
    const own = runs.flatMap(({ tied }) => tied.get(area.id) ?? []);
    const view = areaView(area, framework, judgement, own, recommendationsOf(own, justified));
    if (isTreated(view)) views.push(view);
  }
  return views;
}

const sameIds = ([{ views: a }, { views: b }]: readonly [Run, Run]): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]!.id);

/** The runs that are others now, with what they were; null when there are more or fewer. */
function changedRuns(now: readonly Run[], then: readonly Run[]): (readonly [Run, Run])[] | null {
  if (now.length !== then.length) return null;
  return now.flatMap((run, index) => (run === then[index] ? [] : [[run, then[index]!] as const]));
}

/** Recommendations by the paragraphs that justify them. */
function justifications(
  recommendations: readonly RecommendationView[],
): ReadonlyMap<BlockId, readonly RecommendationView[]> {
  const byParagraph = new Map<BlockId, RecommendationView[]>();
  for (const view of recommendations)
    for (const id of view.block.justifiedBy) {
      const list = byParagraph.get(id);
      if (list) list.push(view);
      else byParagraph.set(id, [view]);
    }
  return byParagraph;
}

function recommendationsOf(
  tied: readonly BlockView[],
  justified: ReadonlyMap<BlockId, readonly RecommendationView[]>,
): RecommendationView[] {
  const own = tied.filter(isRecommendation);
  if (justified.size === 0) return own;
  const all = new Set(own);
  for (const view of tied)
    if (isNarrative(view.block)) for (const each of justified.get(view.id) ?? []) all.add(each);
  return [...all].sort((a, b) => a.index - b.index);
}

function areaView(
  area: Area,
  framework: Framework,
  judgement: Judgement | null,
  tied: readonly BlockView[],
  recommendations: readonly RecommendationView[],
): AreaView {
  const root = ancestorsOf(framework, area)[0];
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
    tied,
    narrative: tied.filter((view) => isNarrative(view.block)),
    recommendations,
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
