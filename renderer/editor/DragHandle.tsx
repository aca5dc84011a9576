import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { GripVertical } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { BlockId } from "#shared/domain/ids.ts";
import styles from "#renderer/editor/DragHandle.module.css";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

const OWN = "application/x-plumbline-blocks";

/** Where a line is drawn, and before which block the drop would land; null is the end. */
interface Target {
  readonly top: number;
  readonly beforeId: BlockId | null;
}

const blockAt = (node: EventTarget | null): HTMLElement | null =>
  node instanceof Element ? node.closest<HTMLElement>("[data-block-id]") : null;
const idOf = (element: HTMLElement): BlockId => BlockId.parse(element.dataset.blockId);

/**
 * A grip beside the block under the pointer: it drags that block, or all that are selected when it is one of them.
 * The keyboard has Alt+Shift+arrows for the same.
 */
export function DragHandle() {
  const [editor] = useLexicalComposerContext();
  const session = useSession();
  const [over, setOver] = useState<{ readonly id: BlockId; readonly top: number } | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const dragged = useRef<readonly BlockId[]>([]);

  useEffect(
    () =>
      editor.registerRootListener((root) => {
        if (!root) return;
        const page = frame.current?.offsetParent;
        // In the page's own pixels: it may be shown larger than it is.
        const topOf = (y: number): number =>
          page ? (y - page.getBoundingClientRect().top) / page.currentCSSZoom : y;
        const onMove = (event: PointerEvent): void => {
          const block = event.buttons === 0 ? blockAt(event.target) : null;
          if (!block) return;
          const now = { id: idOf(block), top: topOf(block.getBoundingClientRect().top) };
          setOver((was) => (was?.id === now.id && was.top === now.top ? was : now));
        };
        const onDragOver = (event: DragEvent): void => {
          if (!event.dataTransfer?.types.includes(OWN)) return;
          event.preventDefault();
          const block = blockAt(event.target);
          if (!block) return;
          const { top, bottom } = block.getBoundingClientRect();
          const above = event.clientY < (top + bottom) / 2;
          const next = above ? block : following(root, block);
          setTarget({ top: topOf(above ? top : bottom), beforeId: next && idOf(next) });
        };
        const onDrop = (event: DragEvent): void => {
          if (!event.dataTransfer?.types.includes(OWN)) return;
          event.preventDefault();
          event.stopPropagation();
          setTarget((at) => {
            // After this render: the editor must not be changed while one is under way.
            if (at) queueMicrotask(() => session.editor?.moveBefore(dragged.current, at.beforeId));
            return null;
          });
        };
        root.addEventListener("pointermove", onMove);
        root.addEventListener("dragover", onDragOver);
        root.addEventListener("drop", onDrop, { capture: true });
        return () => {
          root.removeEventListener("pointermove", onMove);
          root.removeEventListener("dragover", onDragOver);
          root.removeEventListener("drop", onDrop, { capture: true });
        };
      }),
    [editor, session],
  );

  return (
    <div ref={frame} className={styles.frame} aria-hidden>
      {over && (
        // For the pointer alone: the keyboard moves what is selected.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          className={styles.handle}
          style={{ top: over.top }}
          title="Drag to move; Alt+Shift+↑ or ↓ does the same"
          draggable
          onDragStart={(event) => {
            const selected = session.editor?.selectedBlocks() ?? [];
            dragged.current = selected.includes(over.id) ? selected : [over.id];
            event.dataTransfer.setData(OWN, "");
            event.dataTransfer.effectAllowed = "move";
            const block = document.querySelector(`[data-block-id="${CSS.escape(over.id)}"]`);
            if (block) event.dataTransfer.setDragImage(block, 0, 0);
          }}
          onDragEnd={(event) => {
            setTarget(null);
            if (event.dataTransfer.dropEffect !== "none" && dragged.current.length > 1)
              notify(`${dragged.current.length} paragraphs are moved. Ctrl+Z puts them back.`);
          }}
        >
          <GripVertical size={14} />
        </div>
      )}
      {target && <div className={styles.line} style={{ top: target.top }} />}
    </div>
  );
}

/** The block after one on the page; null at the end. */
function following(root: HTMLElement, block: HTMLElement): HTMLElement | null {
  const all = [...root.querySelectorAll<HTMLElement>("[data-block-id]")];
  return all[all.indexOf(block) + 1] ?? null;
}
