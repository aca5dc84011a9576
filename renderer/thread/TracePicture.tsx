import { useRef, useState, type KeyboardEvent } from "react";
import { shorten } from "#shared/consistency/analysis/words.ts";
import type { AreaTrace } from "#shared/evidence/thread/trace.ts";
import { useSession } from "#renderer/report/session.ts";
import { REASON_WORDS } from "#renderer/thread/thread.ts";
import type { GoTo } from "#renderer/thread/go-to.ts";
import styles from "#renderer/thread/TracePicture.module.css";

interface Props {
  readonly trace: AreaTrace;
  readonly area: string;
  readonly grade: string;
  readonly onGoTo: GoTo;
  readonly onFollow: () => void;
}

/** A box of the picture, in CSS pixels; columns from the evidence on the left to the grade on the right. */
interface Box {
  readonly id: string;
  readonly column: 0 | 1 | 2 | 3;
  readonly label: string;
  readonly spoken: string;
  readonly y: number;
  readonly go: (() => void) | null;
}

const ROW = 34;
const HEIGHT = 28;
const COLUMNS = [
  { x: 4, width: 244, title: "Evidence" },
  { x: 306, width: 210, title: "Paragraphs" },
  { x: 568, width: 150, title: "Area" },
  { x: 742, width: 104, title: "Grade" },
] as const;
const WIDTH = 850;
const TOP = 28;

/** Boxes and lines. The arrow keys go up and down a column, and left and right along the lines. */
export function TracePicture({ trace, area, grade, onGoTo, onFollow }: Props) {
  const { store } = useSession();
  const [at, setAt] = useState<string>(trace.paragraphs[0]!.blockId);
  /** What was left to the right, last first: the way back is the way one came. */
  const cameFrom = useRef<string[]>([]);
  const picture = useRef<SVGSVGElement>(null);
  const rows = Math.max(trace.evidence.length, trace.paragraphs.length, 1);
  const height = TOP + rows * ROW;
  const placed = (count: number, index: number): number =>
    TOP + ((index + 0.5) * rows * ROW) / count - HEIGHT / 2;
  const boxes: Box[] = [
    ...trace.evidence.map((item, index): Box => ({
      id: item.id,
      column: 0,
      label: `${item.reference} ${item.title}`,
      spoken: `${item.reference} ${item.title}, evidence`,
      y: placed(trace.evidence.length, index),
      go: () => {
        store.setState({ thread: { evidenceId: item.id } });
        onFollow();
      },
    })),
    ...trace.paragraphs.map(({ blockId, number, text }, index): Box => ({
      id: blockId,
      column: 1,
      label: `${number ?? "Text"} ${shorten(text, 80)}`,
      spoken: `${number === null ? "Text" : `Paragraph ${number}`} ${shorten(text, 80)}`,
      y: placed(trace.paragraphs.length, index),
      go: () => onGoTo(blockId, null),
    })),
    { id: "area", column: 2, label: area, spoken: `Area: ${area}`, y: placed(1, 0), go: null },
    { id: "grade", column: 3, label: grade, spoken: `Grade: ${grade}`, y: placed(1, 0), go: null },
  ];
  const lines = [
    ...trace.links.map(({ evidenceId, blockId, reason }) => ({
      from: evidenceId as string,
      to: blockId as string,
      reason,
    })),
    ...trace.paragraphs.map(({ blockId }) => ({
      from: blockId as string,
      to: "area",
      reason: "supports" as const,
    })),
    { from: "area", to: "grade", reason: "supports" as const },
  ];
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  const next = (key: string): string | undefined => {
    const here = boxOf.get(at)!;
    if (key === "ArrowRight") return lines.find(({ from }) => from === at)?.to;
    if (key === "ArrowLeft") {
      const behind = lines.filter(({ to }) => to === at).map(({ from }) => from);
      return behind.find((id) => cameFrom.current.includes(id)) ?? behind[0];
    }
    const column = boxes.filter((box) => box.column === here.column);
    const index = column.indexOf(here);
    if (key === "ArrowDown") return column[index + 1]?.id;
    return key === "ArrowUp" ? column[index - 1]?.id : undefined;
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      boxOf.get(at)?.go?.();
      return;
    }
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation();
    const to = next(event.key);
    if (to === undefined) return;
    if (event.key === "ArrowRight") cameFrom.current = [at, ...cameFrom.current];
    setAt(to);
    picture.current?.querySelector<SVGGElement>(`[data-box="${CSS.escape(to)}"]`)?.focus();
  };
  return (
    <svg
      ref={picture}
      className={styles.picture}
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      // A drawing has no element of HTML.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={`From evidence to the grade of ${area}`}
    >
      {COLUMNS.map(({ x, title }) => (
        <text key={title} className={styles.title} x={x} y={14} aria-hidden>
          {title}
        </text>
      ))}
      {lines.map(({ from, to, reason }) => {
        const a = boxOf.get(from)!;
        const b = boxOf.get(to)!;
        const x1 = COLUMNS[a.column].x + COLUMNS[a.column].width;
        const x2 = COLUMNS[b.column].x;
        const [y1, y2] = [a.y + HEIGHT / 2, b.y + HEIGHT / 2];
        const middle = (x1 + x2) / 2;
        return (
          <path
            key={`${from} ${to}`}
            className={styles.line}
            data-reason={reason}
            data-here={from === at || to === at ? "" : undefined}
            d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`}
          />
        );
      })}
      {boxes.map(({ id, column, label, spoken, y, go }) => {
        const { x, width } = COLUMNS[column];
        const about = lines.filter(
          ({ from, to, reason }) => (from === id || to === id) && reason !== "supports",
        );
        const said =
          about.length === 0
            ? spoken
            : `${spoken}; ${about.map(({ reason }) => REASON_WORDS[reason]).join(", ")}`;
        return (
          // Arrow keys walk from box to box: one of them is in the order of Tab.
          <g
            key={id}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="button"
            aria-label={said}
            aria-disabled={go === null ? true : undefined}
            tabIndex={id === at ? 0 : -1}
            data-box={id}
            className={styles.box}
            onFocus={() => setAt(id)}
            onKeyDown={walk}
            onClick={() => go?.()}
          >
            <title>{label}</title>
            <rect x={x} y={y} width={width} height={HEIGHT} rx={3} />
            <foreignObject x={x} y={y} width={width} height={HEIGHT}>
              <div className={styles.words}>{label}</div>
            </foreignObject>
          </g>
        );
      })}
    </svg>
  );
}
