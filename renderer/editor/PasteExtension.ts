import {
  $generateNodesFromSerializedNodes,
  $insertDataTransferForPlainText,
  type BaseSerializedNode,
} from "@lexical/clipboard";
import {
  $addUpdateTag,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from "lexical";
import type { Inline } from "#shared/domain/block.ts";
import { $sectionAreasOf } from "#renderer/editor/block-commands.ts";
import {
  $blockNodes,
  $isBlockNode,
  $nodeFromBlock,
  $nodesFromInlines,
  newBlockId,
  type BlockNode,
} from "#renderer/editor/blocks.ts";
import { $areaIdsOf, $blockIdOf, blockIdState, type TextShape } from "#renderer/editor/nodes/block-states.ts";
import type { TableShape } from "#renderer/editor/nodes/table-block.ts";
import type { TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";
import { $currentTextBlock } from "#renderer/editor/WritingExtension.ts";

const OWN_TYPE = "application/x-lexical-editor";

export interface PastedBlock {
  readonly shape: TextShape | TableShape;
  readonly inlines: Inline[];
}

/**
 * What survives of foreign markup: words, bold, italic, headings, list items, paragraphs and tables. Everything else
 * is taken for its text, or dropped when it has none to read.
 */
export function blocksFromHtml(html: string): PastedBlock[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const blocks: PastedBlock[] = [];
  let open: PastedBlock | null = null;
  const close = (): void => {
    if (open && open.inlines.some((inline) => inline.kind === "text" && inline.text.trim() !== ""))
      blocks.push({ ...open, inlines: trimmed(open.inlines) });
    open = null;
  };
  const walk = (parent: Node, marks: { bold?: true; italic?: true }): void => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = (node.nodeValue ?? "").replace(/\s+/g, " ");
        if (text === "" || (text === " " && !open)) continue;
        open ??= { shape: { kind: "paragraph", numbered: true }, inlines: [] };
        open.inlines.push({ kind: "text", text, ...marks });
      } else if (node instanceof HTMLElement && !SILENT.has(node.tagName) && !isWordsOwnSign(node)) {
        const table = node instanceof HTMLTableElement ? tableOf(node) : null;
        if (table) {
          close();
          blocks.push({ shape: table, inlines: [] });
          continue;
        }
        const shape = shapeOf(node);
        if (shape) {
          close();
          open = { shape, inlines: [] };
        }
        walk(node, { ...marks, ...marksOf(node) });
        if (shape) close();
      }
    }
  };
  walk(page.body, {});
  close();
  return blocks;
}

/**
 * A table of words: cells that span several are said once, in their first place. Null when it only lays out a page,
 * which one cell or one column does: its words are then read like any others.
 */
function tableOf(table: HTMLTableElement): TableShape | null {
  if (table.querySelector("table")) return null;
  const rows = [...table.rows].slice(0, 200).map((row) => [...row.cells].slice(0, 12));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2) return null;
  return {
    kind: "table",
    header: rows[0]!.every((cell) => cell.tagName === "TH" || cell.closest("thead") !== null || isBold(cell)),
    rows: rows.map((row) => Array.from({ length: columns }, (_, at) => cellText(row[at]))),
  };
}

const cellText = (cell: HTMLTableCellElement | undefined): string =>
  (cell?.textContent ?? "").replace(/\s+/g, " ").trim();

const isBold = (cell: HTMLTableCellElement): boolean => {
  const words = cellText(cell);
  const bold = [...cell.querySelectorAll("b, strong")].map(({ textContent }) => textContent ?? "").join("");
  return words !== "" && bold.replace(/\s+/g, " ").trim() === words;
};

const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "TITLE", "NOSCRIPT"]);
const BREAKING = new Set([
  "P",
  "DIV",
  "TR",
  "TD",
  "TH",
  "BLOCKQUOTE",
  "SECTION",
  "ARTICLE",
  "UL",
  "OL",
  "TABLE",
  "BR",
  "PRE",
]);

function shapeOf(element: HTMLElement): TextShape | null {
  const heading = /^H([1-6])$/.exec(element.tagName);
  if (heading)
    return { kind: "heading", level: Math.min(4, Number(heading[1])), graded: false, printedGrade: null };
  if (element.tagName === "LI") return { kind: "bullet", level: levelOf(element) };
  const wordList = /mso-list:\s*l\d+ level(\d)/.exec(styleOf(element));
  if (element.tagName === "P" && wordList)
    return isNumbered(element)
      ? { kind: "paragraph", numbered: true }
      : { kind: "bullet", level: Math.min(3, Number(wordList[1])) };
  if (element.tagName === "P" && element.closest("li")) return null;
  return BREAKING.has(element.tagName) ? { kind: "paragraph", numbered: true } : null;
}

/** How deep the lists are that hold the item, three at the most. */
function levelOf(item: HTMLElement): number {
  let level = 0;
  for (let at = item.parentElement; at; at = at.parentElement)
    if (at.tagName === "UL" || at.tagName === "OL") level += 1;
  return Math.max(1, Math.min(3, level));
}

/** As written: a browser drops the properties of Word’s that it does not know. */
const styleOf = (element: Element): string => element.getAttribute("style") ?? "";

/** Word writes the sign or number of a list item into its text, and says that it is not to be read. */
const isWordsOwnSign = (element: Element): boolean => /mso-list:\s*Ignore/i.test(styleOf(element));

const isNumbered = (item: Element): boolean =>
  [...item.querySelectorAll("span")].some(
    (span) => isWordsOwnSign(span) && /^\s*\(?[0-9]+[.)]?\s*$/.test(span.textContent ?? ""),
  );

function marksOf(element: HTMLElement): { bold?: true; italic?: true } {
  const weight = element.style.fontWeight;
  // Google Docs wraps whole documents in a <b> that says it is not bold.
  const bold =
    (/^(B|STRONG)$/.test(element.tagName) && weight !== "normal") ||
    weight === "bold" ||
    Number(weight) >= 600;
  const italic = /^(I|EM)$/.test(element.tagName) || element.style.fontStyle === "italic";
  return { ...(bold && { bold: true as const }), ...(italic && { italic: true as const }) };
}

function trimmed(inlines: Inline[]): Inline[] {
  return inlines
    .map((inline, index) => {
      if (inline.kind !== "text") return inline;
      let { text } = inline;
      if (index === 0) text = text.trimStart();
      if (index === inlines.length - 1) text = text.trimEnd();
      return { ...inline, text };
    })
    .filter((inline) => inline.kind !== "text" || inline.text !== "");
}

/** One line a block; a bullet sign at its start makes it a bullet. */
export function blocksFromText(text: string): PastedBlock[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const bullet = /^[•▪◦●\uf0b7]\s*/.exec(line);
      return bullet
        ? {
            shape: { kind: "bullet", level: 1 },
            inlines: [{ kind: "text", text: line.slice(bullet[0].length) }],
          }
        : { shape: { kind: "paragraph", numbered: true }, inlines: [{ kind: "text", text: line }] };
    });
}

/** A single pasted paragraph joins the sentence it is pasted into; several are blocks tied like the one they follow, else like their section. */
export function $insertPasted(blocks: readonly PastedBlock[]): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || blocks.length === 0) return false;
  if (blocks.length === 1 && blocks[0]!.shape.kind === "paragraph") {
    selection.insertNodes($nodesFromInlines(blocks[0]!.inlines));
    return true;
  }
  const current = $currentTextBlock();
  const beside = current ? $areaIdsOf(current) : [];
  const areaIds = current && beside.length === 0 ? $sectionAreasOf(current) : beside;
  const tied = { areaIds: [...areaIds], evidenceIds: [], bearings: {} };
  return $insertBlocks(
    blocks.map(({ shape, inlines }) => $nodeFromBlock({ ...shape, ...tied, id: newBlockId(), inlines })),
  );
}

/**
 * Puts whole blocks at the caret, between the words before it and those after it. Lexical's own insertion would run
 * them together into one paragraph, because their parent here is a section and not the root.
 */
export function $insertBlocks(nodes: readonly BlockNode[]): boolean {
  const selection = $getSelection();
  const last = nodes.at(-1);
  if (!$isRangeSelection(selection) || !last) return false;
  if (!selection.isCollapsed()) selection.removeText();
  const current = $currentTextBlock();
  if (!current) return false;
  const size = current.getTextContentSize();
  const before = $offsetInBlock(current, selection);
  if (before === 0 && size > 0) for (const node of nodes) current.insertBefore(node);
  else {
    if (before < size) selection.insertParagraph();
    let after: BlockNode = current;
    for (const node of nodes) {
      after.insertAfter(node);
      after = node;
    }
    if (current.isEmpty()) current.remove();
  }
  last.selectEnd();
  return true;
}

/** Characters of the block's text before the caret. */
function $offsetInBlock(block: TextBlockNode, { anchor }: RangeSelection): number {
  let offset = anchor.type === "text" ? anchor.offset : 0;
  let node: LexicalNode | null = anchor.getNode();
  if (anchor.type === "element" && $isElementNode(node))
    for (const child of node.getChildren().slice(0, anchor.offset)) offset += child.getTextContentSize();
  while (node && !node.is(block)) {
    for (const sibling of node.getPreviousSiblings()) offset += sibling.getTextContentSize();
    node = node.getParent();
  }
  return offset;
}

/**
 * What this very window copied: blocks keep ties and, when they were cut, their identity. Those that were copied are
 * new blocks, wherever they go: the ones they were copied from stay who they are.
 */
function $insertOwn(nodes: LexicalNode[]): boolean {
  const blocks = nodes.filter($isBlockNode);
  const present = new Set($blockNodes().map($blockIdOf));
  for (const block of blocks) if (present.has($blockIdOf(block))) $setState(block, blockIdState, null);
  if (blocks.length > 0) return $insertBlocks(blocks);
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertNodes(nodes);
  return true;
}

function $onPaste(event: unknown, editor: LexicalEditor): boolean {
  const data = event instanceof ClipboardEvent ? event.clipboardData : null;
  const selection = $getSelection();
  if (!data || !$isRangeSelection(selection)) return false;
  (event as ClipboardEvent).preventDefault();
  $addUpdateTag(PASTE_TAG);
  const own = ownNodes(data, editor);
  if (own) return $insertOwn($generateNodesFromSerializedNodes(own));
  const html = data.getData("text/html");
  const blocks = html === "" ? blocksFromText(data.getData("text/plain")) : blocksFromHtml(html);
  if (!$insertPasted(blocks)) $insertDataTransferForPlainText(data, selection);
  return true;
}

/** Null unless written by this very window: the namespace is random, and no page can guess it. */
function ownNodes(data: DataTransfer, editor: LexicalEditor): BaseSerializedNode[] | null {
  try {
    const { namespace, nodes } = JSON.parse(data.getData(OWN_TYPE)) as Record<string, unknown>;
    return namespace === editor._config.namespace ? (nodes as BaseSerializedNode[]) : null;
  } catch {
    return null;
  }
}

/** Words are cut and pasted, not dragged: a drop would pass by everything above. */
function $onDrop(event: DragEvent): boolean {
  event.preventDefault();
  return true;
}

export const registerPaste = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(PASTE_COMMAND, $onPaste, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DROP_COMMAND, $onDrop, COMMAND_PRIORITY_HIGH),
  );

export const PasteExtension = defineExtension({ name: "plumbline/paste", register: registerPaste });
