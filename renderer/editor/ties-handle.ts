import {
  $addUpdateTag,
  $setState,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
} from "lexical";
import type { BlockId } from "#shared/domain/ids.ts";
import { $moveBefore } from "#renderer/editor/block-commands.ts";
import { $blockNodes, newBlockId, type BlockNode } from "#renderer/editor/blocks.ts";
import type { TieChange, TiesHandle } from "#renderer/editor/editor-handle.ts";
import {
  $areaIdsOf,
  $evidenceIdsOf,
  $setEvidence,
  areaIdsState,
} from "#renderer/editor/nodes/block-states.ts";
import { $createTextBlock, $isTextBlock, type TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";

/** Ties and recommendations, as panels and dialogues change them while the caret stays where it is. */
export function tiesHandleOf(editor: LexicalEditor, $node: (id: BlockId) => BlockNode | null): TiesHandle {
  const quietly = ($do: () => void): void =>
    editor.update(
      () => {
        $addUpdateTag(HISTORY_PUSH_TAG);
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        $do();
      },
      { discrete: true },
    );
  const $recommendation = (id: BlockId): TextBlockNode | null => {
    const node = $node(id);
    return $isTextBlock(node) && node.getShape().kind === "recommendation" ? node : null;
  };
  return {
    tie: (changes) =>
      quietly(() => {
        for (const change of changes) $tie($node(change.blockId), change);
      }),
    justify: (id, justifiedBy) =>
      quietly(() => {
        const node = $recommendation(id);
        const shape = node?.getShape();
        if (shape?.kind === "recommendation") node!.setShape({ ...shape, justifiedBy: [...justifiedBy] });
      }),
    placeRecommendation: (id, timescaleId, beforeId) =>
      quietly(() => {
        const node = $recommendation(id);
        const shape = node?.getShape();
        if (shape?.kind !== "recommendation") return;
        if (shape.timescaleId !== timescaleId) node!.setShape({ ...shape, timescaleId });
        $moveBefore([id], beforeId);
      }),
    writeRecommendation({ timescaleId, areaIds, justifiedBy }, beforeId) {
      editor.update(
        () => {
          $addUpdateTag(HISTORY_PUSH_TAG);
          const shape = { kind: "recommendation" as const, timescaleId, justifiedBy: [...justifiedBy] };
          const block = $createTextBlock(newBlockId(), shape, areaIds);
          const before = beforeId === null ? null : $node(beforeId);
          if (before) before.insertBefore(block);
          else $blockNodes().at(-1)!.insertAfter(block);
          block.select();
        },
        { discrete: true },
      );
      editor.focus();
    },
  };
}

/** A heading that goes over to another area no longer shows the grade that was printed for the one before. */
function $tie(node: BlockNode | null, { areaIds, evidenceIds, bearings, graded }: TieChange): void {
  if (!node) return;
  const shape = $isTextBlock(node) ? node.getShape() : null;
  if (shape?.kind === "heading") {
    const moves = areaIds !== undefined && areaIds[0] !== $areaIdsOf(node)[0];
    if (moves || graded !== undefined)
      (node as TextBlockNode).setShape({
        ...shape,
        ...(graded !== undefined && { graded }),
        ...((moves || graded === false) && { printedGrade: null }),
      });
  }
  if (areaIds) $setState(node, areaIdsState, areaIds);
  if (evidenceIds || bearings) $setEvidence(node, evidenceIds ?? $evidenceIdsOf(node), bearings);
}
