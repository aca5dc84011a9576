import { HistoryExtension } from "@lexical/history";
import { LinkExtension } from "@lexical/link";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalExtensionComposer } from "@lexical/react/LexicalExtensionComposer";
import { TableExtension } from "@lexical/table";
import { RichTextExtension } from "@lexical/rich-text";
import {
  configExtension,
  defineExtension,
  HISTORY_MERGE_TAG,
  mergeRegister,
  type LexicalEditor,
} from "lexical";
import { useMemo } from "react";
import type { Block } from "#shared/domain/block.ts";
import { $blockNodes, $fillRoot, REPORT_NODES } from "#renderer/editor/blocks.ts";
import styles from "#renderer/editor/editor.module.css";
import { connectSession } from "#renderer/editor/connect-session.ts";
import { $blockIdOf } from "#renderer/editor/nodes/block-states.ts";
import { registerPlainCells, registerTableDress } from "#renderer/editor/nodes/table-block.ts";
import { PasteExtension } from "#renderer/editor/PasteExtension.ts";
import { StructureExtension } from "#renderer/editor/StructureExtension.ts";
import { WritingExtension } from "#renderer/editor/WritingExtension.ts";
import { registerQuietRoot } from "#renderer/editor/quiet-root.ts";
import { DragHandle } from "#renderer/editor/DragHandle.tsx";
import { MarginTip } from "#renderer/editor/MarginTip.tsx";
import { LinkMenu } from "#renderer/editor/LinkMenu.tsx";
import { useSession, type Session } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

/** Undo steps kept; each holds the document as it was, sharing what did not change. */
const UNDO_STEPS = 400;

/** One element for good: the composer builds a new editor when it is given another. */
const surface = (
  <ContentEditable
    className={styles.surface}
    aria-label="Report text"
    aria-multiline
    tabIndex={0}
    spellCheck={false}
    data-region="text"
  />
);

/** The page of the report, live. */
export function ReportEditor() {
  const session = useSession();
  const extension = useMemo(() => reportExtension(session), [session]);
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={surface}>
      <LinkMenu />
      <DragHandle />
      <MarginTip />
    </LexicalExtensionComposer>
  );
}

function reportExtension(session: Session) {
  let loading = true;
  return defineExtension({
    name: "plumbline/report",
    // Random, so that no page can put a document of its own making on the clipboard and have it taken as ours.
    namespace: `plumbline-${crypto.randomUUID()}`,
    nodes: REPORT_NODES,
    theme: {
      table: styles.table,
      tableCellHeader: styles.tableHeader,
      tableCellSelected: styles.cellSelected,
    },
    dependencies: [
      RichTextExtension,
      configExtension(HistoryExtension, { delay: 500, maxDepth: UNDO_STEPS }),
      LinkExtension,
      configExtension(TableExtension, {
        hasCellMerge: false,
        hasCellBackgroundColor: false,
        hasHorizontalScroll: false,
      }),
      StructureExtension,
      WritingExtension,
      PasteExtension,
    ],
    $initialEditorState: null,
    onError(error: Error) {
      // A report that cannot be shown whole is not shown at all: what is missing on the page would be removed on save.
      if (loading) throw error;
      notify(`That could not be done: ${error.message} The text is as it was before.`, { tone: "fault" });
    },
    afterRegistration(editor: LexicalEditor) {
      // Before there is a text: what goes through every word when it comes to a page that has one.
      const plainCells = registerPlainCells(editor);
      load(editor, session.store.getState().blocks);
      loading = false;
      return mergeRegister(
        plainCells,
        registerTableDress(editor),
        registerQuietRoot(editor),
        connectSession(editor, session),
      );
    },
  });
}

/**
 * Puts the blocks on the page: as they are now, not as they were opened, because a change of layout may take the
 * page down and put it up again.
 *
 * @throws Error when not every block arrived: what is missing on the page would be removed on save
 */
export function load(editor: LexicalEditor, blocks: readonly Block[]): void {
  editor.update(() => $fillRoot(blocks), { discrete: true, tag: HISTORY_MERGE_TAG });
  const shown = new Set(editor.read(() => $blockNodes().map((node) => $blockIdOf(node))));
  const missing = blocks.filter(({ id }) => !shown.has(id)).length;
  if (missing > 0) throw new Error(`${missing} of ${blocks.length} blocks of this report cannot be shown.`);
}
