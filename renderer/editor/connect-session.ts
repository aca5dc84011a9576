import { $findTableNode } from "@lexical/table";
import {
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  HISTORIC_TAG,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import type { BlockId } from "#shared/domain/ids.ts";
import { sameValue } from "#shared/same-value.ts";
import { $blockNodes, $isBlockNode, BlockReader } from "#renderer/editor/blocks.ts";
import { handleOf } from "#renderer/editor/handle.ts";
import { clearHighlights, drawComments, drawFindings } from "#renderer/editor/highlights.ts";
import { registerKeptCaret } from "#renderer/editor/keep-caret.ts";
import { drawMargin, marginsOf } from "#renderer/editor/marginalia.ts";
import { $blockIdOf } from "#renderer/editor/nodes/block-states.ts";
import { $isSectionNode } from "#renderer/editor/nodes/SectionNode.ts";
import { PlaceMarks } from "#renderer/editor/place-marks.ts";
import { $isTextBlock } from "#renderer/editor/nodes/TextBlockNode.ts";
import { openNote } from "#renderer/editor/margin-words.ts";
import { blockText } from "#renderer/report/block-text.ts";
import { sameStructure } from "#renderer/report/structure.ts";
import type { CaretMarks, Session } from "#renderer/report/session.ts";

/** Marks and margins that only follow words wait until the writer does. */
const SETTLES_MS = 160;

/** Joins the editor to the open report: its blocks and the caret's place go out, findings and margins come in. */
export function connectSession(editor: LexicalEditor, session: Session): () => void {
  const { store, autosave } = session;
  const reader = new BlockReader();
  let keys = new Map<BlockId, NodeKey>();
  const keyOf = (id: BlockId): NodeKey | null => keys.get(id) ?? null;
  const elementOf = (id: BlockId): HTMLElement | null => {
    const key = keyOf(id);
    return key === null ? null : editor.getElementByKey(key);
  };

  const read = (): void => {
    const blocks = editor.read(() => {
      keys = new Map($blockNodes().map((node) => [$blockIdOf(node)!, node.getKey()]));
      return reader.$read();
    });
    const { blocks: before, structure, report } = store.getState();
    if (before === report.blocks) autosave.begin(blocks);
    const changed = !sameStructure(structure, blocks);
    store.setState({ blocks, ...(changed && { structure: blocks }) });
    draw(changed ? 0 : SETTLES_MS);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  const draw = (afterMs: number): void => {
    // Something waiting already is not put off any further.
    const at = performance.now() + afterMs;
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => {
      due = Infinity;
      const state = store.getState();
      drawFindings(state.findings, (id) => blockText(state.checkedBlocks, id), elementOf);
      const comments = state.said?.comments ?? [];
      drawComments(comments, elementOf);
      const margins = marginsOf({ ...state, comments });
      state.blocks.forEach((block, index) => {
        const element = elementOf(block.id);
        if (element) drawMargin(element, margins[index]!, (about) => openNote(session, block.id, about));
      });
      numberSections(editor);
    }, afterMs);
  };

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
    const marks = editor.read($caretMarks);
    if (marks && !sameValue(marks, store.getState().caret)) store.setState({ caret: marks });
    // Only a caret that moved takes the panels along: the outline may have sent them somewhere else meanwhile.
    if (blockId === null || blockId === caret) return;
    caret = blockId;
    const areaId = store.getState().blocks.find(({ id }) => id === blockId)?.areaIds[0];
    store.setState({ blockId, ...(areaId && { areaId }) });
  };

  read();
  const marks = new PlaceMarks(() => editor.getRootElement(), elementOf);
  const handle = handleOf(editor, keyOf, marks);
  session.editor = handle;

  return mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      const isUndo = tags.has(HISTORIC_TAG);
      if (isUndo || dirtyElements.size > 0 || dirtyLeaves.size > 0) {
        // Undo puts a whole earlier document in place, and marks nothing as changed.
        if (isUndo) reader.forgetAll();
        reader.forget(dirtyElements.keys());
        reader.forget(dirtyLeaves);
        read();
        autosave.changed(store.getState().blocks);
        if (isUndo) queueMicrotask(() => restoreGrades(session));
      }
      follow();
    }),
    registerKeptCaret(editor),
    editor.registerRootListener((root) => {
      if (root) draw(0);
    }),
    store.subscribe((state, before) => {
      const { findings, judgements, said } = before;
      if (state.findings !== findings || state.judgements !== judgements || state.said !== said) draw(0);
    }),
    () => {
      clearTimeout(timer);
      clearHighlights();
      marks.stop();
      if (session.editor === handle) session.editor = null;
    },
  );
}

function $caretBlockId(): BlockId | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isNodeSelection(selection)) return null;
  const start = $isRangeSelection(selection) ? selection.focus.getNode() : selection.getNodes()[0];
  for (let node = start ?? null; node; node = node.getParent())
    if ($isBlockNode(node)) return $blockIdOf(node);
  return null;
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
