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
import { $blockNodes, $isBlockNode, BlockReader } from "#renderer/editor/blocks.ts";
import { handleOf } from "#renderer/editor/handle.ts";
import { clearHighlights, drawFindings } from "#renderer/editor/highlights.ts";
import { drawMargin, marginsOf } from "#renderer/editor/marginalia.ts";
import { $isSectionNode } from "#renderer/editor/nodes/SectionNode.ts";
import type { Session } from "#renderer/report/session.ts";

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
      keys = new Map($blockNodes().map((node) => [node.getBlockId()!, node.getKey()]));
      return reader.$read();
    });
    const { blocks: before, report } = store.getState();
    if (before === report.blocks) autosave.begin(blocks);
    store.setState({ blocks });
  };

  let frame = 0;
  const draw = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const state = store.getState();
      drawFindings(state.findings, elementOf);
      const margins = marginsOf(state);
      state.blocks.forEach((block, index) => {
        const element = elementOf(block.id);
        if (element) drawMargin(element, margins[index]!, () => store.setState({ panel: "findings" }));
      });
      numberSections(editor);
    });
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
    // Only a caret that moved takes the panels along: the outline may have sent them somewhere else meanwhile.
    if (blockId === null || blockId === caret) return;
    caret = blockId;
    const areaId = store.getState().blocks.find(({ id }) => id === blockId)?.areaIds[0];
    store.setState({ blockId, ...(areaId && { areaId }) });
  };

  read();
  draw();
  const handle = handleOf(editor, keyOf);
  session.editor = handle;

  return mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
        reader.forget(dirtyElements.keys());
        reader.forget(dirtyLeaves);
        read();
        autosave.changed(store.getState().blocks);
        draw();
        if (tags.has(HISTORIC_TAG)) queueMicrotask(() => restoreGrades(session));
      }
      follow();
    }),
    editor.registerRootListener((root) => {
      if (root) draw();
    }),
    store.subscribe((state, before) => {
      if (state.findings !== before.findings || state.judgements !== before.judgements) draw();
    }),
    () => {
      cancelAnimationFrame(frame);
      clearHighlights();
      if (session.editor === handle) session.editor = null;
    },
  );
}

function $caretBlockId(): BlockId | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isNodeSelection(selection)) return null;
  const start = $isRangeSelection(selection) ? selection.focus.getNode() : selection.getNodes()[0];
  for (let node = start ?? null; node; node = node.getParent())
    if ($isBlockNode(node)) return node.getBlockId();
  return null;
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
        if (!$isBlockNode(node)) return;
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
