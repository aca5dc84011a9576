import { randomUUID } from "node:crypto";
import { chooseFramework } from "#electron/core/frameworks.ts";
import { classify, type Reading } from "#electron/core/importers/reading/classify.ts";
import { inspectionDate } from "#electron/core/importers/reading/dates.ts";
import type { Element, HeadingElement } from "#electron/core/importers/reading/elements.ts";
import { GradeReader } from "#electron/core/importers/reading/grades.ts";
import { Names } from "#electron/core/importers/reading/names.ts";
import { readRecord } from "#electron/core/importers/reading/record-of-findings.ts";
import { placeComments, type Made } from "#electron/core/importers/reading/place-comments.ts";
import { runsSaying } from "#electron/core/importers/reading/runs.ts";
import type {
  SourceBlock,
  SourceDocument,
  SourceRun,
} from "#electron/core/importers/reading/source-block.ts";
import { tieElements, type Tie } from "#electron/core/importers/reading/ties.ts";
import { readTitle } from "#electron/core/importers/reading/title.ts";
import { plain, type Block, type Inline } from "#shared/domain/block.ts";
import type { Comment } from "#shared/domain/comment.ts";
import { ancestorsOf, findArea, type Area, type Framework } from "#shared/domain/framework.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { ImportedReport, Judgement } from "#shared/domain/report.ts";

/** In letters; what is longer names no area, in however many blocks it is printed. */
const LONGEST_NAME = 200;
const UNTITLED = "Untitled report";
const NO_RECORD = { judgements: [], first: 0, end: 0, apart: new Set<number>() };

/**
 * The common steps after a format's reader: framework, table of grades, kinds of block, ties, comments.
 *
 * @param said the comments of the document by its own ids, which the blocks name; not yet in their places
 */
export function buildDraft(
  source: SourceDocument,
  frameworks: readonly Framework[],
  said: ReadonlyMap<string, Comment> = new Map(),
): ImportedReport {
  const everyText = [...source.furniture, ...source.blocks.map(({ text }) => text)];
  const date = inspectionDate(everyText.join("\n"));
  const framework = chooseFramework(frameworks, {
    text: everyText.join(" "),
    names: candidateNames(source, new GradeReader(frameworks)),
    inspectionDate: date,
  });
  const known = framework ? [framework] : [];
  const names = new Names(known);
  const grades = new GradeReader(framework ? known : frameworks);
  const title = readTitle(source, UNTITLED);
  const body = source.blocks.slice(title.blocks);
  const found = framework ? readRecord(body, framework, names, grades) : NO_RECORD;
  // Behind a cover of ours no block only repeats a grade of the table: it is the heading of its narrative.
  const record = source.cover ? { ...found, apart: NO_RECORD.apart } : found;
  const graded =
    framework && record.judgements.length === 0
      ? readRecord(source.cover ?? [], framework, names, grades)
      : record;
  const reading: Reading = { framework, names, grades, record };
  const elements = classify(body, reading);
  const ties = framework ? tieElements(elements, framework) : [];
  const { blocks, makers } = toBlocks(elements, ties, framework);
  return {
    title: title.title,
    provider: providerOn(source.cover ?? []) ?? title.provider,
    frameworkId: framework?.id ?? null,
    inspectionDate: date,
    judgements: framework ? withHeadings(graded.judgements, elements, ties, framework) : [],
    blocks,
    comments: placeComments(said, source.blocks, makers),
    pictures: 0,
  };
}

const providerOn = (cover: readonly SourceBlock[]): string | null =>
  cover.flatMap(({ text }) => /^Provider: (.+)$/s.exec(text)?.[1] ?? [])[0] ?? null;

/** Areas that the table of grades leaves out have the grade beside their heading. */
function withHeadings(
  judgements: readonly Judgement[],
  elements: readonly Element[],
  ties: readonly Tie[],
  framework: Framework,
): Judgement[] {
  const found = new Map(judgements.map((judgement) => [judgement.areaId, judgement]));
  for (const [index, element] of elements.entries()) {
    const areaId = ties[index]?.areaIds[0];
    if (element.kind !== "heading" || element.grade === null || areaId === undefined || found.has(areaId))
      continue;
    found.set(areaId, { areaId, gradeId: element.grade.gradeId, rationale: "", rowText: null });
  }
  return framework.areas.flatMap((area) => found.get(area.id) ?? []);
}

/** Everything that may be the name of an area: each block, its grade taken off, and what two or three make together. */
function candidateNames(source: SourceDocument, grades: GradeReader): string[] {
  const blocks = [...(source.cover ?? []), ...source.blocks];
  const names: string[] = [];
  for (const [index, { text }] of blocks.entries()) {
    if (text.length > LONGEST_NAME) continue;
    names.push(text, grades.behindName(text)?.name ?? "", ...grades.within(text).map(({ name }) => name));
    const two = `${text} ${blocks[index + 1]?.text ?? ""}`;
    const three = `${two} ${blocks[index + 2]?.text ?? ""}`;
    names.push(...[two, three].filter(({ length }) => length <= LONGEST_NAME));
  }
  return names;
}

function toBlocks(
  elements: readonly Element[],
  ties: readonly Tie[],
  framework: Framework | null,
): { blocks: Block[]; makers: Map<SourceBlock, Made> } {
  const blocks: Block[] = [];
  const notes: Block[] = [];
  const makers = new Map<SourceBlock, Made>();
  for (const [index, element] of elements.entries()) {
    const tie = ties[index] ?? { areaIds: [], improvement: null };
    const footnotes: Block[] = [];
    const block = toBlock(element, tie, framework, footnotes);
    if (!block) continue;
    (element.kind === "note" ? notes : blocks).push(block, ...footnotes);
    const text = "text" in element ? element.text : null;
    for (const source of element.from ?? []) makers.set(source, { blockId: block.id, text });
  }
  if (notes.length > 0)
    blocks.push(
      { ...base(plain("Notes")), kind: "heading", level: 2, graded: false, printedGrade: null },
      ...notes,
    );
  return { blocks, makers };
}

const newBlockId = (): BlockId => randomUUID() as string as BlockId;

const base = (inlines: Inline[], areaIds: Tie["areaIds"] = []) => ({
  id: newBlockId(),
  inlines,
  areaIds: [...areaIds],
  evidenceIds: [],
  bearings: {},
});

/** @param footnotes takes those that are marked in the block */
function toBlock(
  element: Element,
  { areaIds, improvement }: Tie,
  framework: Framework | null,
  footnotes: Block[],
): Block | null {
  const toInlines = (runs: readonly SourceRun[]): Inline[] =>
    runs.map((run) => {
      if (run.kind === "text") return run;
      const note: Block = { ...base([...run.words], areaIds), kind: "footnote" };
      footnotes.push(note);
      return { kind: "note", blockId: note.id };
    });
  const said = (text: string): ReturnType<typeof base> =>
    base(toInlines(runsSaying(text, element.from ?? [])), areaIds);
  switch (element.kind) {
    case "heading": {
      const area = framework ? findArea(framework, areaIds[0] ?? null) : null;
      const { grade } = element;
      const { inlines, ...rest } = said(element.text);
      return {
        ...rest,
        inlines: withoutWholeMarks(inlines),
        kind: "heading",
        level: headingLevel(element, area, area && framework ? ancestorsOf(framework, area).length + 1 : 0),
        graded: grade !== null,
        printedGrade: grade && { gradeId: grade.gradeId, wording: grade.wording },
      };
    }
    case "numbered":
      return { ...said(element.text), kind: "paragraph", numbered: true };
    case "paragraph":
    case "note":
      return { ...said(element.text), kind: "paragraph", numbered: false };
    case "quotation":
      return { ...said(element.text), kind: "quotation", speaker: "other" };
    case "item":
      return improvement
        ? {
            ...said(element.text),
            kind: "recommendation",
            timescaleId: improvement.timescaleId,
            justifiedBy: [],
          }
        : { ...said(element.text), kind: "bullet", level: Math.min(3, element.level) };
    case "table": {
      // Cells hold plain words: a note that is marked in one stands below the table.
      for (const { cell, runs } of element.from ?? [])
        if (cell) toInlines(runs?.filter(({ kind }) => kind === "note") ?? []);
      const caption = element.caption ? toInlines(runsSaying(element.caption.text, [element.caption])) : [];
      return { ...base(caption, areaIds), kind: "table", header: element.header, rows: element.rows };
    }
    case "record":
      return { ...base([]), kind: "findings-record" };
    case "timescale":
      return null;
  }
}

/** A heading is set as its style says; what is marked all through in it was meant for the eye alone. */
function withoutWholeMarks(inlines: Inline[]): Inline[] {
  const runs = inlines.filter((inline) => inline.kind === "text" && inline.text.trim() !== "");
  const all = (mark: "bold" | "italic"): boolean =>
    runs.every((run) => run.kind === "text" && run[mark] === true);
  const [bold, italic] = [all("bold"), all("italic")];
  if (!bold && !italic) return inlines;
  return inlines.map((inline) => {
    if (inline.kind !== "text") return inline;
    const { bold: b, italic: i, ...run } = inline;
    return { ...run, ...(b && !bold && { bold: b }), ...(i && !italic && { italic: i }) };
  });
}

/** @param depth of the area the heading stands under, from 1; 0 outside every area */
function headingLevel({ areas, section, level }: HeadingElement, area: Area | null, depth: number): number {
  if (areas.length > 0) return Math.min(4, Math.max(1, depth));
  if (area === null && !section) return Math.min(4, Math.max(1, level));
  if (section) return area?.kind === "group" ? Math.min(4, depth + 1) : 1;
  return Math.min(4, Math.max(level, depth + 1));
}
