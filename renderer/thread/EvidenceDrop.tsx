import { useEffect, useState } from "react";
import type { Block } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";
import { evidenceIn, holdsEvidence } from "#renderer/evidence/evidence-drag.ts";
import { blockOf } from "#shared/document/block-text.ts";
import { useSession } from "#renderer/report/session.ts";
import styles from "#renderer/thread/EvidenceDrop.module.css";
import { restsOnEvidence, tieAndTell } from "#renderer/thread/thread.ts";

/** A paragraph under the pointer that would take what is dragged. */
interface Target {
  readonly block: Block;
  readonly place: DOMRect;
}

/** Evidence that is dragged onto a paragraph is tied to it; a frame shows which one that would be. */
export function EvidenceDrop() {
  const session = useSession();
  const [target, setTarget] = useState<Target | null>(null);
  useEffect(() => {
    const targetOf = ({ target: under }: DragEvent): Target | null => {
      const element = under instanceof Element ? under.closest<HTMLElement>("[data-block-id]") : null;
      const id = BlockId.safeParse(element?.dataset.blockId);
      const block = id.success ? blockOf(session.store.getState().structure, id.data) : null;
      return element && block && restsOnEvidence(block)
        ? { block, place: element.getBoundingClientRect() }
        : null;
    };
    const onOver = (event: DragEvent): void => {
      if (!holdsEvidence(event.dataTransfer)) return;
      // Before the text, which would put its caret where the pointer is.
      event.stopPropagation();
      const next = targetOf(event);
      if (next) event.preventDefault();
      setTarget((now) =>
        now?.block.id === next?.block.id && now?.place.top === next?.place.top ? now : next,
      );
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsEvidence(event.dataTransfer)) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(null);
      const dropped = targetOf(event);
      if (dropped) tieAndTell(session, dropped.block, evidenceIn(event.dataTransfer!));
    };
    const onEnd = (): void => setTarget(null);
    window.addEventListener("dragover", onOver, true);
    window.addEventListener("drop", onDrop, true);
    window.addEventListener("dragend", onEnd, true);
    return () => {
      window.removeEventListener("dragover", onOver, true);
      window.removeEventListener("drop", onDrop, true);
      window.removeEventListener("dragend", onEnd, true);
    };
  }, [session]);
  if (!target) return null;
  const { left, top, width, height } = target.place;
  return <div className={styles.frame} style={{ left, top, width, height }} aria-hidden />;
}
