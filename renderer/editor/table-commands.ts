import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableSelection,
  $setTableRowIsHeader,
  type TableNode,
} from "@lexical/table";
import { $getSelection, $isRangeSelection, $setState } from "lexical";
import { plain } from "#shared/domain/block.ts";
import { $blockOf, $neighbour } from "#renderer/editor/block-commands.ts";
import type { TableChange } from "#renderer/editor/editor-handle.ts";
import { newBlockId } from "#renderer/editor/blocks.ts";
import { $areaIdsOf, areaIdsState, blockIdState, captionState } from "#renderer/editor/nodes/block-states.ts";
import { $createTableBlock, $tableShape } from "#renderer/editor/nodes/table-block.ts";
import { $isTextBlock } from "#renderer/editor/nodes/TextBlockNode.ts";

function $currentTable(): TableNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  return $findTableNode(selection.anchor.getNode());
}

/** Puts an empty table after the block the caret is in, tied as that is. */
export function $insertTable(rows: number, columns: number): boolean {
  const selection = $getSelection();
  let block = $isRangeSelection(selection) ? $blockOf(selection.focus.getNode()) : null;
  if (!block) return false;
  const areaIds = $areaIdsOf(block);
  // The footnotes of a paragraph stay with it.
  for (let next = $neighbour(block, false); $isTextBlock(next); next = $neighbour(next, false)) {
    if (next.getShape().kind !== "footnote") break;
    block = next;
  }
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""));
  const table = $createTableBlock({ header: true, rows: cells });
  $setState(table, blockIdState, newBlockId());
  $setState(table, areaIdsState, areaIds);
  block.insertAfter(table);
  table.getFirstDescendant()?.selectStart();
  return true;
}

export function $changeTable(change: TableChange): boolean {
  const table = $currentTable();
  if (!table) return false;
  if (typeof change === "object") {
    $setState(table, captionState, plain(change.caption.trim()));
    return true;
  }
  const selection = $getSelection();
  const { rows, header } = $tableShape(table);
  switch (change) {
    case "row-above":
    case "row-below":
      $insertTableRowAtSelection(change === "row-below");
      break;
    case "column-before":
    case "column-after":
      $insertTableColumnAtSelection(change === "column-after");
      break;
    case "delete-row":
      if (rows.length === 1) $removeTable(table);
      else $deleteTableRowAtSelection();
      break;
    case "delete-column":
      if (rows[0]?.length === 1) $removeTable(table);
      else $deleteTableColumnAtSelection();
      break;
    case "delete-table":
      $removeTable(table);
      break;
    case "header":
      $setTableRowIsHeader(table, 0, !header);
      if ($isRangeSelection(selection)) $findCellNode(selection.anchor.getNode())?.selectStart();
  }
  return true;
}

function $removeTable(table: TableNode): void {
  const beside = $neighbour(table, true) ?? $neighbour(table, false);
  if ($isTextBlock(beside)) beside.selectEnd();
  table.remove();
}
