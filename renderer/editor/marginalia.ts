import { sameValue } from "#shared/same-value.ts";
import { noteNumbers, type Block } from "#shared/domain/block.ts";
import { openComments, type Comment } from "#shared/domain/comment.ts";
import { findArea, findGrade, type Framework } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { gradeOf, type Judgement } from "#shared/domain/report.ts";
import type { Finding, Severity } from "#shared/consistency/finding.ts";
import type { PanelId } from "#renderer/panels/panel-id.ts";
import styles from "#renderer/editor/editor.module.css";
import { gradeTone } from "#renderer/ui/grade-tone.ts";
import { counted } from "#renderer/ui/words.ts";

export interface MarginInput {
  readonly blocks: readonly Block[];
  readonly judgements: readonly Judgement[];
  readonly framework: Framework | null;
  readonly findings: readonly Finding[];
  readonly comments: readonly Comment[];
}

/** What the margin beside one block says. */
export interface Margin {
  /** The label above the first recommendation of a timescale. */
  readonly group: string | null;
  /** The number of a footnote; “?” when no word marks it. */
  readonly note: string | null;
  readonly grade: { readonly number: string; readonly label: string; readonly tone: number } | null;
  readonly notes: readonly MarginNote[];
}

interface MarginNote {
  readonly text: string;
  readonly severity: Severity | null;
  /** The panel that says more. */
  readonly opens: PanelId | null;
}

/** The margins of all blocks, in order. Facts stand in words; the worst finding gives the colour. */
export function marginsOf({ blocks, judgements, framework, findings, comments }: MarginInput): Margin[] {
  const notesByBlock = noteNumbers(blocks);
  const byBlock = Map.groupBy(findings, ({ blockId }) => blockId);
  const commentsByBlock = Map.groupBy(openComments(comments), ({ blockId }) => blockId);
  let sectionArea: AreaId | null = null;
  let timescale: string | null = null;
  return blocks.map((block) => {
    if (block.kind === "heading") sectionArea = block.areaIds[0] ?? null;
    const notes: MarginNote[] = [];
    const found = byBlock.get(block.id) ?? [];
    if (found.length > 0)
      notes.push({ text: counted(found.length, "finding"), severity: worst(found), opens: "findings" });
    const said = commentsByBlock.get(block.id)?.length ?? 0;
    if (said > 0) notes.push({ text: counted(said, "comment"), severity: null, opens: "comments" });
    const cited = citedBy(block);
    if (cited > 0) notes.push({ text: `${cited} evidence`, severity: null, opens: null });
    const areaId = block.areaIds[0];
    if (
      framework &&
      areaId &&
      areaId !== sectionArea &&
      block.kind !== "heading" &&
      block.kind !== "recommendation"
    ) {
      const area = findArea(framework, areaId);
      if (area) notes.push({ text: area.shortTitle ?? area.title, severity: null, opens: null });
    }
    let group: string | null = null;
    if (block.kind === "recommendation") {
      const label =
        framework?.timescales.find(({ id }) => id === block.timescaleId)?.label ?? "No timescale given";
      if (label !== timescale) group = label;
      timescale = label;
    } else timescale = null;
    const note = block.kind === "footnote" ? String(notesByBlock.get(block.id) ?? "?") : null;
    return { group, note, grade: gradeShown(block, judgements, framework), notes };
  });
}

const cited = new WeakMap<Block, number>();

/** Counted once a version of a block. */
function citedBy(block: Block): number {
  let count = cited.get(block);
  if (count === undefined) cited.set(block, (count = citedIn(block)));
  return count;
}

const citedIn = (block: Block): number =>
  new Set([
    ...block.evidenceIds,
    ...block.inlines.flatMap((inline) => (inline.kind === "evidence" ? [inline.evidenceId] : [])),
  ]).size;

function worst(findings: readonly Finding[]): Severity {
  if (findings.some(({ severity }) => severity === "error")) return "error";
  return findings.some(({ severity }) => severity === "warning") ? "warning" : "advice";
}

function gradeShown(
  block: Block,
  judgements: readonly Judgement[],
  framework: Framework | null,
): Margin["grade"] {
  if (block.kind !== "heading" || !block.graded || !framework) return null;
  const areaId = block.areaIds[0];
  if (!areaId) return null;
  const grade = findGrade(framework, gradeOf({ judgements: [...judgements] }, areaId));
  if (!grade) return { number: "–", label: "Not graded yet", tone: 0 };
  return { number: String(grade.number), label: grade.label, tone: gradeTone(framework, grade.id) };
}

const drawn = new WeakMap<HTMLElement, Margin>();

/** Writes a margin into its block's element, when it says something new. */
export function drawMargin(block: HTMLElement, margin: Margin, onOpen: (panel: PanelId) => void): void {
  const place = block.lastElementChild;
  if (!(place instanceof HTMLElement) || place.className !== styles.margin) return;
  const before = drawn.get(place);
  if (before && sameValue(before, margin)) return;
  drawn.set(place, margin);
  if (margin.note === null) delete block.dataset.note;
  else block.dataset.note = margin.note;
  const parts: HTMLElement[] = [];
  if (margin.group !== null) parts.push(element("div", styles.group, margin.group));
  if (margin.grade) {
    const chip = element("span", styles.grade, margin.grade.label);
    chip.dataset.tone = String(margin.grade.tone);
    chip.prepend(element("b", undefined, margin.grade.number), " ");
    parts.push(chip);
  }
  if (margin.notes.length > 0) {
    const notes = element("div", styles.notes, "");
    for (const note of margin.notes) {
      const { opens } = note;
      const line = element(opens ? "button" : "span", styles.note, note.text);
      line.title = note.text;
      if (note.severity) line.dataset.severity = note.severity;
      if (opens) {
        line.tabIndex = -1;
        line.addEventListener("click", () => onOpen(opens));
      }
      notes.append(line);
    }
    parts.push(notes);
  }
  place.replaceChildren(...parts);
}

function element(tag: string, className: string | undefined, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== "") made.append(text);
  return made;
}
