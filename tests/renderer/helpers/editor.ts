import { createHeadlessEditor } from "@lexical/headless";
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { mergeRegister, type LexicalEditor } from "lexical";
import type { Block } from "#shared/domain/block.ts";
import {
  $blockNodes,
  $fillRoot,
  $readBlocks,
  REPORT_NODES,
  type BlockNode,
} from "#renderer/editor/blocks.ts";
import { registerStructure } from "#renderer/editor/StructureExtension.ts";
import { registerWriting } from "#renderer/editor/WritingExtension.ts";

export interface TestEditor {
  readonly editor: LexicalEditor;
  blocks(): Block[];
  /** Runs in one update, and throws what it throws. */
  edit(change: (nodes: BlockNode[]) => void, tag?: string): void;
}

/** The report editor without a page. */
export function editorWith(blocks: readonly Block[]): TestEditor {
  const editor = createHeadlessEditor({
    nodes: REPORT_NODES,
    onError: (error) => {
      throw error;
    },
  });
  mergeRegister(
    registerRichText(editor),
    registerStructure(editor),
    registerWriting(editor),
    registerHistory(editor, createEmptyHistoryState(), 0),
  );
  editor.update(() => $fillRoot(blocks), { discrete: true });
  return {
    editor,
    blocks: () => editor.read($readBlocks),
    edit: (change, tag) =>
      editor.update(() => change($blockNodes()), { discrete: true, ...(tag && { tag }) }),
  };
}
