import { sameValue } from "#shared/same-value.ts";
import { noteNumbers, type Block } from "#shared/domain/block.ts";
import { openComments, type Comment } from "#shared/domain/comment.ts";
import { findArea, findGrade, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import type { AreaId, EvidenceId } from "#shared/domain/ids.ts";
import { gradeOf, type Judgement } from "#shared/domain/report.ts";
import type { Finding, Severity } from "#shared/consistency/finding.ts";
import styles from "#renderer/editor/editor.module.css";
import { gradeTone } from "#shared/domain/grade-tone.ts";
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

/** What a note tells of, and so what explains it and where pressing it leads. */
export type NoteAbout = "findings" | "comments" | "evidence" | "areas" | "lost";

interface MarginNote {
  readonly text: string;
  readonly severity: Severity | null;
  readonly about: NoteAbout;
}

/** Kinds of block that argue for an area, and should say which. */
const ARGUES: ReadonlySet<Block["kind"]> = new Set(["paragraph", "bullet", "quotation"]);

/** The margins of all blocks, in order. Facts stand in words; the worst finding gives the colour. */
export function marginsOf({ blocks, judgements, framework, findings, comments }: MarginInput): Margin[] {
  const notesByBlock = noteNumbers(blocks);
  const byBlock = Map.groupBy(findings, ({ blockId }) => blockId);
  const commentsByBlock = Map.groupBy(openComments(comments), ({ blockId }) => blockId);
  const present = new Set(blocks.map(({ id }) => id));
  let section: { readonly areaIds: readonly AreaId[]; readonly graded: boolean } = NO_SECTION;
  let timescale: string | null = null;
  return blocks.map((block) => {
    if (block.kind === "heading") section = block;
    const notes: MarginNote[] = [];
    const note = (text: string, about: NoteAbout, severity: Severity | null = null): void =>
      void notes.push({ text, severity, about });
    const found = byBlock.get(block.id) ?? [];
    if (found.length > 0) note(counted(found.length, "finding"), "findings", worst(found));
    const said = commentsByBlock.get(block.id)?.length ?? 0;
    if (said > 0) note(counted(said, "comment"), "comments");
    if (block.kind === "footnote" && !notesByBlock.has(block.id)) note("No word marks it", "lost", "warning");
    if (block.inlines.some((inline) => inline.kind === "reference" && !present.has(inline.blockId)))
      note("Refers to text that is gone", "lost", "warning");
    const cited = evidenceBehind(block).length;
    if (cited > 0) note(`${cited} evidence`, "evidence");
    if (framework && block.kind !== "heading" && block.kind !== "recommendation") {
      const elsewhere = block.areaIds.some((id) => !section.areaIds.includes(id));
      if (elsewhere)
        for (const id of block.areaIds) {
          const area = findArea(framework, id);
          if (area) note(shortTitleOf(area), "areas");
        }
      else if (block.areaIds.length === 0 && section.graded && ARGUES.has(block.kind))
        note("No area", "areas");
    }
    let group: string | null = null;
    if (block.kind === "recommendation") {
      const label =
        framework?.timescales.find(({ id }) => id === block.timescaleId)?.label ?? "No timescale given";
      if (label !== timescale) group = label;
      timescale = label;
    } else timescale = null;
    const number = block.kind === "footnote" ? String(notesByBlock.get(block.id) ?? "?") : null;
    return { group, note: number, grade: gradeShown(block, judgements, framework), notes };
  });
}

const NO_SECTION = { areaIds: [], graded: false };

const behind = new WeakMap<Block, readonly EvidenceId[]>();

/** What a block rests on: tied to it as a whole, or cited in its text; each once. Read once a version of a block. */
export function evidenceBehind(block: Block): readonly EvidenceId[] {
  let ids = behind.get(block);
  if (!ids) {
    const cited = block.inlines.flatMap((inline) => (inline.kind === "evidence" ? [inline.evidenceId] : []));
    behind.set(block, (ids = [...new Set([...block.evidenceIds, ...cited])]));
  }
  return ids;
}

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
  const grade = findGrade(framework, gradeOf({ judgements }, areaId));
  if (!grade) return { number: "–", label: "Not graded yet", tone: 0 };
  return { number: String(grade.number), label: grade.label, tone: gradeTone(framework, grade.id) };
}

const drawn = new WeakMap<HTMLElement, Margin>();

/** Writes a margin into its block's element, when it says something new. */
export function drawMargin(block: HTMLElement, margin: Margin, onOpen: (about: NoteAbout) => void): void {
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
    for (const { text, severity, about } of margin.notes) {
      const line = element("button", styles.note, text);
      line.dataset.about = about;
      if (severity) line.dataset.severity = severity;
      line.tabIndex = -1;
      line.addEventListener("click", () => onOpen(about));
      notes.append(line);
    }
    notes.addEventListener("keydown", onNoteKey);
    parts.push(notes);
  }
  // A note in hand stays in hand when the margin says something new.
  const held = place.querySelector<HTMLElement>(":focus")?.dataset.about;
  place.replaceChildren(...parts);
  if (held) (place.querySelector<HTMLElement>(`[data-about="${held}"]`) ?? firstNote(block))?.focus();
}

/** Arrows walk the notes; what the notes are pressed with must not reach the text they stand beside. */
function onNoteKey(event: KeyboardEvent): void {
  // The note is inside the text, which would take itself to have the focus already.
  if (event.key === "Escape" && event.target instanceof Element)
    event.target.closest<HTMLElement>("[data-region=text]")?.focus({ preventScroll: true });
  if (event.ctrlKey || event.altKey || event.metaKey || /^(?:Escape|Tab|F\d+)$/.test(event.key)) return;
  event.stopPropagation();
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  const next = step === 1 ? event.target.nextElementSibling : event.target.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}

/** The notes beside a block, to be walked by keyboard; null when it has none. */
export const firstNote = (block: HTMLElement): HTMLElement | null =>
  block.querySelector<HTMLElement>("button[data-about]");

function element(tag: string, className: string | undefined, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== "") made.append(text);
  return made;
}
