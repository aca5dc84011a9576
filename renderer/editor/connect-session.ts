import { $findTableNode } from "@lexical/table";
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  HISTORIC_TAG,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import type { BlockId } from "#shared/domain/ids.ts";
import { sameValue } from "#shared/same-value.ts";
import { $blockOf } from "#renderer/editor/block-commands.ts";
import { $isBlockNode, BlockReader } from "#renderer/editor/blocks.ts";
import { handleOf } from "#renderer/editor/handle.ts";
import { markFindings } from "#renderer/editor/highlights.ts";
import { registerKeptCaret } from "#renderer/editor/keep-caret.ts";
import { movedAlong } from "#shared/document/comment-places.ts";
import { drawMargin, marginsOf, type Margin } from "#renderer/editor/marginalia.ts";
import { $blockIdOf } from "#renderer/editor/nodes/block-states.ts";
import { $isSectionNode } from "#renderer/editor/nodes/SectionNode.ts";
import { PlaceMarks } from "#renderer/editor/place-marks.ts";
import { $isTextBlock } from "#renderer/editor/nodes/TextBlockNode.ts";
import { openNote } from "#renderer/editor/margin-words.ts";
import { sameStructure } from "#renderer/report/structure.ts";
import type { CaretMarks, Session, SessionState } from "#renderer/report/session.ts";
import { afterPaint } from "#renderer/ui/after-paint.ts";

/** Marks and margins that only follow words wait until the writer does. */
const SETTLES_MS = 160;

/** Joins the editor to the open report: its blocks and the caret's place go out, findings and margins come in. */
export function connectSession(editor: LexicalEditor, session: Session): () => void {
  const { store, autosave } = session;
  const reader = new BlockReader();
  let keys: ReadonlyMap<BlockId, NodeKey> = new Map();
  const keyOf = (id: BlockId): NodeKey | null => keys.get(id) ?? null;
  const elementOf = (id: BlockId): HTMLElement | null => {
    const key = keyOf(id);
    return key === null ? null : editor.getElementByKey(key);
  };
  /** What every margin says. The notes are on the page only near the reader: they give no block its height. */
  let margins: ReadonlyMap<BlockId, Margin> = new Map();
  const drawOne = (blockId: BlockId, margin: Margin): void => {
    const element = elementOf(blockId);
    if (element) drawMargin(element, margin, (about) => openNote(session, blockId, about));
  };
  const marks = new PlaceMarks(
    () => editor.getRootElement(),
    elementOf,
    (near) => {
      for (const id of near) {
        const margin = margins.get(id);
        if (margin) drawOne(id, margin);
      }
    },
  );

  /** @param changed nodes that are not as they were; null when any may be another */
  const read = (changed: ReadonlySet<NodeKey> | null, wordsOnly: boolean): void => {
    const again = wordsOnly && changed ? editor.read(() => reader.$readAgain(changed)) : null;
    const blocks = again ?? editor.read(() => reader.$readAll(changed));
    if (!again) keys = reader.keys;
    const { blocks: before, structure, report } = store.getState();
    if (before === report.blocks) autosave.begin(blocks);
    const restructured = !sameStructure(structure, blocks);
    store.setState({ blocks, ...(restructured && { structure: blocks }) });
    if (restructured) soon.margins();
    else soon.marks();
  };

  /** What the margins far from the reader were drawn from. */
  let drawn: Partial<Pick<SessionState, "structure" | "judgements"> & { keys: typeof keys }> = {};
  const drawMargins = (): void => {
    const state = store.getState();
    const comments = movedAlong(state.said?.comments ?? [], state.structure);
    const said = marginsOf({ ...state, blocks: state.structure, comments });
    margins = new Map(state.structure.map(({ id }, index) => [id, said[index]!]));
    const near = marks.near();
    const { structure, judgements } = state;
    // Findings and comments change nothing far away, which is most of the report.
    if (drawn.structure !== structure || drawn.judgements !== judgements || drawn.keys !== keys) {
      const isNear = new Set(near);
      for (const [id, margin] of margins) if (!isNear.has(id)) drawOne(id, { ...margin, notes: [] });
      numberSections(editor);
      drawn = { structure, judgements, keys };
    }
    // These draw the margins that are near.
    marks.redraw(near);
  };
  const soon = {
    /** Marks over words, which follow what is typed. */
    marks: waiting(() => marks.redraw(), SETTLES_MS),
    /** Margins and numbers, which follow structure, findings and grades; and the marks with them. */
    margins: waiting(drawMargins, 0),
  };
  markFindings(marks, session);

  let here: HTMLElement | null = null;
  let caret: BlockId | null = null;
  const follow = (): void => {
    const blockId = editor.read($caretBlockId);
    const element = blockId ? elementOf(blockId) : null;
    if (here !== element) {
      here?.removeAttribute("data-here");
      element?.setAttribute("data-here", "");
      here = element;
    }
    const atCaret = editor.read($caretMarks);
    if (atCaret && !sameValue(atCaret, store.getState().caret)) store.setState({ caret: atCaret });
    // Only a caret that moved takes the panels along: the outline may have sent them somewhere else meanwhile.
    if (blockId === null || blockId === caret) return;
    caret = blockId;
    const areaId = store.getState().blocks.find(({ id }) => id === blockId)?.areaIds[0];
    store.setState({ blockId, ...(areaId && { areaId }) });
  };

  read(null, false);
  const handle = handleOf(editor, keyOf, marks);
  session.editor = handle;

  return mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      const isUndo = tags.has(HISTORIC_TAG);
      if (isUndo || dirtyElements.size > 0 || dirtyLeaves.size > 0) {
        // Undo puts a whole earlier document in place, and marks nothing as changed.
        if (isUndo) read(null, false);
        else read(new Set([...dirtyElements.keys(), ...dirtyLeaves]), !touchesOrder(editor, dirtyElements));
        autosave.changed(store.getState().blocks);
        if (isUndo)
          queueMicrotask(() => {
            restoreGrades(session);
            for (const tell of session.onHistory) tell();
          });
      }
      follow();
    }),
    registerKeptCaret(editor),
    editor.registerRootListener((root) => {
      drawn = {};
      return root ? afterPaint(drawMargins) : undefined;
    }),
    store.subscribe((state, before) => {
      const { findings, judgements, said } = before;
      if (state.findings !== findings || state.judgements !== judgements || state.said !== said)
        soon.margins();
    }),
    () => {
      soon.marks.stop();
      soon.margins.stop();
      marks.stop();
      if (session.editor === handle) session.editor = null;
    },
  );
}

/** Blocks come, go and move only with the section they stand in. The root says nothing: every change is said to be its. */
function touchesOrder(editor: LexicalEditor, dirty: ReadonlyMap<NodeKey, boolean>): boolean {
  return editor.read(() =>
    [...dirty].some(([key, intended]) => {
      if (!intended) return false;
      const node = $getNodeByKey(key);
      return node === null || $isSectionNode(node) || $isBlockNode(node);
    }),
  );
}

/** Work that is asked for again and again, and done once after a while; what waits already is not put off. */
function waiting(work: () => void, afterMs: number): (() => void) & { stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, afterMs);
  };
  return Object.assign(ask, {
    stop() {
      clearTimeout(timer);
    },
  });
}

function $caretBlockId(): BlockId | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes()[0];
  const block = node && $blockOf(node);
  return block ? $blockIdOf(block) : null;
}

/** Null while a table's cells or no words are selected: the last answer stands. */
function $caretMarks(): CaretMarks | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return {
    bold: selection.hasFormat("bold"),
    italic: selection.hasFormat("italic"),
    inTable: $findTableNode(selection.anchor.getNode()) !== null,
  };
}

/**
 * A section that is not drawn does not count, and what one counts stays inside it; so the first block of each starts
 * from the number the sections before it reached.
 */
function numberSections(editor: LexicalEditor): void {
  editor.read(() => {
    let numbered = 0;
    for (const section of $getRoot().getChildren()) {
      if (!$isSectionNode(section)) continue;
      section.getChildren().forEach((node, index) => {
        const element = editor.getElementByKey(node.getKey());
        const reset = index === 0 ? `paragraph ${numbered}` : "";
        if (element && element.style.counterReset !== reset) element.style.counterReset = reset;
        if (!$isTextBlock(node)) return;
        const shape = node.getShape();
        if (shape.kind === "paragraph" && shape.numbered) numbered += 1;
      });
    }
  });
}

/** Undo goes back in the text, never in the judgements: a heading keeps the grade its area has now. */
function restoreGrades(session: Session): void {
  const { blocks } = session.store.getState();
  const wrong = blocks.flatMap((block) => {
    const set = session.gradedHeadings.get(block.id);
    if (block.kind !== "heading" || set === undefined) return [];
    return JSON.stringify(block.printedGrade) === JSON.stringify(set)
      ? []
      : [{ ...block, printedGrade: set }];
  });
  if (wrong.length > 0) session.editor?.takeOver(wrong);
}
