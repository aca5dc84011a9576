import { useEffect, useRef, useState } from "react";
import type { Pages } from "#renderer/preview/pages.ts";
import styles from "#renderer/preview/PreviewPane.module.css";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";

const MARGIN = 14;

interface Props {
  readonly pages: Pages;
  readonly page: number;
  /** Per cent of the width there is. */
  readonly zoom: number;
}

/** One page, drawn aside and shown when it is whole, so that nothing flickers while somebody types. */
export function PageView({ pages, page, zoom }: Props) {
  const desk = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState(0);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const element = desk.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth - 2 * MARGIN));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (room <= 0) return;
    let isOld = false;
    const width = (room * zoom) / 100;
    pages.draw(page, width).then(
      (drawn) => {
        const canvas = sheet.current;
        if (isOld || !canvas) return;
        canvas.width = drawn.width;
        canvas.height = drawn.height;
        canvas.style.width = `${width}px`;
        canvas.getContext("2d")?.drawImage(drawn, 0, 0);
        canvas.dataset["page"] = String(page);
        setError(null);
      },
      (reason: unknown) => {
        if (!isOld) setError(reason);
      },
    );
    return () => {
      isOld = true;
    };
  }, [pages, page, room, zoom]);
  useEffect(() => {
    desk.current?.scrollTo({ top: 0 });
  }, [page]);
  return (
    // One scrolls it by keys, as any page that is larger than its window.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={desk} className={styles.desk} tabIndex={0} aria-label="Page">
      {error !== null && <FaultNotice error={error} />}
      <canvas
        ref={sheet}
        className={styles.sheet}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="img"
        aria-label={`Page ${page} of ${pages.count}, as it is printed. Its words are those of the report text.`}
      />
    </section>
  );
}
