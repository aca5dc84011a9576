import { randomUUID } from "node:crypto";
import { chooseFramework } from "#electron/core/frameworks.ts";
import { classify, type Reading } from "#electron/core/importers/reading/classify.ts";
import { inspectionDate } from "#electron/core/importers/reading/dates.ts";
import type { Element, HeadingElement } from "#electron/core/importers/reading/elements.ts";
import { GradeReader } from "#electron/core/importers/reading/grades.ts";
import { Names } from "#electron/core/importers/reading/names.ts";
import { readRecord } from "#electron/core/importers/reading/record-of-findings.ts";
import type { SourceDocument } from "#electron/core/importers/reading/source-block.ts";
import { tieElements, type Tie } from "#electron/core/importers/reading/ties.ts";
import { readTitle } from "#electron/core/importers/reading/title.ts";
import { plain, type Block } from "#shared/domain/block.ts";
import { ancestorsOf, findArea, type Area, type Framework } from "#shared/domain/framework.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { Judgement, ReportDraft } from "#shared/domain/report.ts";

const UNTITLED = "Untitled report";
const NO_RECORD = { judgements: [], first: 0, end: 0, apart: new Set<number>() };

/** The common steps after a format's reader: framework, table of grades, kinds of block, ties. */
export function buildDraft(source: SourceDocument, frameworks: readonly Framework[]): ReportDraft {
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
  const record = framework ? readRecord(body, framework, names, grades) : NO_RECORD;
  const reading: Reading = { framework, names, grades, record };
  const elements = classify(body, reading);
  const ties = framework ? tieElements(elements, framework) : [];
  return {
    title: title.title,
    provider: title.provider,
    frameworkId: framework?.id ?? null,
    inspectionDate: date,
    judgements: framework ? withHeadings(record.judgements, elements, ties, framework) : [],
    blocks: toBlocks(elements, ties, framework),
  };
}

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
function candidateNames({ blocks }: SourceDocument, grades: GradeReader): string[] {
  const names: string[] = [];
  for (const [index, { text }] of blocks.entries()) {
    if (text.length > 200) continue;
    names.push(text, grades.behindName(text)?.name ?? "", ...grades.within(text).map(({ name }) => name));
    const two = `${text} ${blocks[index + 1]?.text ?? ""}`;
    names.push(two, `${two} ${blocks[index + 2]?.text ?? ""}`);
  }
  return names;
}

function toBlocks(elements: readonly Element[], ties: readonly Tie[], framework: Framework | null): Block[] {
  const blocks: Block[] = [];
  const notes: Block[] = [];
  for (const [index, element] of elements.entries()) {
    const tie = ties[index] ?? { areaIds: [], improvement: null };
    const block = toBlock(element, tie, framework);
    if (block) (element.kind === "note" ? notes : blocks).push(block);
  }
  if (notes.length > 0)
    blocks.push({ ...base("Notes"), kind: "heading", level: 2, graded: false, printedGrade: null }, ...notes);
  return blocks;
}

const base = (text: string, areaIds: Tie["areaIds"] = []) => ({
  id: randomUUID() as string as BlockId,
  inlines: plain(text),
  areaIds: [...areaIds],
  evidenceIds: [],
});

function toBlock(element: Element, { areaIds, improvement }: Tie, framework: Framework | null): Block | null {
  switch (element.kind) {
    case "heading": {
      const area = framework ? findArea(framework, areaIds[0] ?? null) : null;
      const { grade } = element;
      return {
        ...base(element.text, areaIds),
        kind: "heading",
        level: headingLevel(element, area, area && framework ? ancestorsOf(framework, area).length + 1 : 0),
        graded: grade !== null,
        printedGrade: grade && { gradeId: grade.gradeId, wording: grade.wording },
      };
    }
    case "numbered":
      return { ...base(element.text, areaIds), kind: "paragraph", numbered: true };
    case "paragraph":
    case "note":
      return { ...base(element.text, areaIds), kind: "paragraph", numbered: false };
    case "item":
      return improvement
        ? {
            ...base(element.text, areaIds),
            kind: "recommendation",
            timescaleId: improvement.timescaleId,
            justifiedBy: [],
          }
        : { ...base(element.text, areaIds), kind: "bullet", level: Math.min(3, element.level) };
    case "table":
      return { ...base("", areaIds), kind: "table", header: element.header, rows: element.rows };
    case "record":
      return { ...base(""), kind: "findings-record" };
    case "timescale":
      return null;
  }
}

/** @param depth of the area the heading stands under, from 1; 0 outside every area */
function headingLevel({ areas, section, level }: HeadingElement, area: Area | null, depth: number): number {
  if (areas.length > 0) return Math.min(4, Math.max(1, depth));
  if (section || area === null) return area?.kind === "group" ? Math.min(4, depth + 1) : 1;
  return Math.min(4, Math.max(level, depth + 1));
}
