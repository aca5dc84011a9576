import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableNode,
} from "@lexical/table";
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getNodeByKey,
  $getState,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
} from "lexical";
import { textOf, type BlockOf } from "#shared/domain/block.ts";
import { $blockIdOf, captionState } from "#renderer/editor/nodes/block-states.ts";

export type TableShape = Pick<BlockOf<"table">, "kind" | "header" | "rows">;

/** A table one can type in. Its cells hold plain words, as the report keeps them. */
export function $createTableBlock({ header, rows }: Omit<TableShape, "kind">): TableNode {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  return $createTableNode().append(
    ...(rows.length > 0 ? rows : [[""]]).map((row, index) =>
      $createTableRowNode().append(
        ...Array.from({ length: columns }, (_, column) =>
          $createTableCellNode(
            header && index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS,
          ).append(...$paragraphs(row[column] ?? "")),
        ),
      ),
    ),
  );
}

const $paragraphs = (words: string): LexicalNode[] =>
  words
    .split("\n")
    .map((line) => $createParagraphNode().append(...(line === "" ? [] : [$createTextNode(line)])));

/** The table as the report keeps it. */
export function $tableShape(table: TableNode): TableShape {
  const rows = table.getChildren().filter($isTableRowNode);
  const first = rows[0]?.getChildren().filter($isTableCellNode) ?? [];
  return {
    kind: "table",
    header: first.length > 0 && first.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW)),
    rows: rows.map((row) => row.getChildren().filter($isTableCellNode).map($cellText)),
  };
}

const $cellText = (cell: LexicalNode & { getChildren(): LexicalNode[] }): string =>
  cell
    .getChildren()
    .map((child) => child.getTextContent())
    .join("\n");

export const $isTableBlock = $isTableNode;

/** Tables are the library's own nodes: what the page needs to know of the block is written on their elements here. */
export function registerTableDress(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(TableNode, (mutations) => {
    editor.read(() => {
      for (const [key, mutation] of mutations) {
        const node = $getNodeByKey(key);
        const element = editor.getElementByKey(key);
        if (mutation === "destroyed" || !element || !$isTableNode(node)) continue;
        element.dataset.blockId = $blockIdOf(node) ?? "";
        element.dataset.kind = "table";
        const caption = textOf({ inlines: [...$getState(node, captionState)] });
        if (caption === "") {
          delete element.dataset.caption;
          element.removeAttribute("aria-label");
        } else {
          element.dataset.caption = caption;
          element.setAttribute("aria-label", caption);
        }
      }
    });
  });
}

/** Cells hold plain words, so marks and links that a paste brings along are taken off where they would be lost later. */
export function registerPlainCells(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (node) => {
    if (node.getFormat() === 0 || !$findMatchingParent(node, $isTableCellNode)) return;
    node.setFormat(0);
  });
}
