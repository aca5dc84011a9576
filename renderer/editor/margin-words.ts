import { openComments, type Comment } from "#shared/domain/comment.ts";
import { ancestorsOf, findGrade } from "#shared/domain/framework.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { gradeOf } from "#shared/domain/report.ts";
import { evidenceBehind, type NoteAbout } from "#renderer/editor/marginalia.ts";
import { movedAlong } from "#shared/document/comment-places.ts";
import type { Session, SessionState } from "#renderer/report/session.ts";

const MOST = 3;
const MOST_WORDS = 160;

const shortened = (text: string): string =>
  text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS).trimEnd()}…` : text;

/** “…, and 2 more” as a line of its own. */
const few = (lines: readonly string[]): string[] =>
  lines.length > MOST ? [...lines.slice(0, MOST), `and ${lines.length - MOST} more`] : [...lines];

/** What explains a note in the margin, line by line. */
export function explained(state: SessionState, blockId: BlockId, about: NoteAbout): string[] {
  const block = state.blocks.find(({ id }) => id === blockId);
  if (!block) return [];
  switch (about) {
    case "findings":
      return few(state.findings.filter((each) => each.blockId === blockId).map(({ message }) => message));
    case "comments":
      return few(
        openHere(state)
          .filter((each) => each.blockId === blockId)
          .map(({ by, text }) => shortened(by ? `${by}: ${text}` : text)),
      );
    case "evidence":
      return evidenceBehind(block).map((id) => {
        const item = state.evidence.find((each) => each.id === id);
        return item
          ? `${item.reference} ${item.title}`
          : "An item that is no longer in the list of evidence.";
      });
    case "areas":
      return block.areaIds.length === 0
        ? ["Tied to no area: it counts for no grade. Ctrl+Alt+T ties it."]
        : areaLines(state, block.areaIds);
    case "lost":
      return block.kind === "footnote"
        ? ["No word in the text marks this footnote, so it has no number and no place at the foot of a page."]
        : ["The paragraph it refers to is no longer in the report. The number is the one it had last."];
  }
}

/** “Safeguarding services › Partnerships: 3 Adequate”. */
function areaLines({ framework, judgements }: SessionState, areaIds: readonly string[]): string[] {
  if (!framework) return [];
  return areaIds.flatMap((id) => {
    const area = framework.areas.find((each) => each.id === id);
    if (!area) return [];
    const path = [...ancestorsOf(framework, area), area].map(({ title }) => title).join(" › ");
    const grade = findGrade(framework, gradeOf({ judgements }, area.id));
    if (area.kind !== "graded") return [path];
    return [`${path}: ${grade ? `${grade.number} ${grade.label}` : "not graded yet"}`];
  });
}

const openHere = ({ said, structure }: SessionState): readonly Comment[] =>
  movedAlong(openComments(said?.comments ?? []), structure);

/** Opens the panel that says more, at what the note tells of. */
export function openNote({ store }: Session, blockId: BlockId, about: NoteAbout): void {
  const { findings, blocks } = store.getState();
  const block = blocks.find(({ id }) => id === blockId);
  const finding = findings.find((each) => each.blockId === blockId);
  const comment = openHere(store.getState()).find((each) => each.blockId === blockId);
  const areaId = block?.areaIds[0];
  // The evidence panel and the judgement panel speak of the paragraph that is in hand.
  const at = { blockId };
  if (about === "findings" && finding)
    store.setState({ ...at, panel: "findings", findingAt: finding.fingerprint });
  else if (about === "comments" && comment)
    store.setState({ ...at, panel: "comments", commentAt: comment.id });
  else if (about === "evidence") store.setState({ ...at, panel: "evidence" });
  else if (about === "areas") store.setState({ ...at, panel: "judgement", ...(areaId && { areaId }) });
  // What was gone to last may be so again, and scrolled away since.
  if (about === "findings" || about === "comments")
    requestAnimationFrame(() =>
      document
        .querySelector("[data-region=panel] article[aria-current]")
        ?.scrollIntoView({ block: "nearest" }),
    );
}
