import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Finding } from "#shared/consistency/finding.ts";
import type { Block } from "#shared/domain/block.ts";
import { gradeOf } from "#shared/domain/report.ts";
import { hasChildren, openLines, outlineOf, type OutlineLine } from "#renderer/report/outline.ts";
import styles from "#renderer/report/OutlineTree.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { SignMark } from "#renderer/review/SignMark.tsx";
import { useSignOffs } from "#renderer/review/use-sign-offs.ts";
import { GradeSquare } from "#renderer/ui/GradeMark.tsx";

interface Tally {
  readonly total: number;
  readonly errors: number;
}

const NOT_YET: readonly Block[] = [];

export function OutlineTree() {
  const session = useSession();
  const framework = useSessionState((state) => state.framework);
  // The text comes first; the hundreds of lines of a long report’s outline are drawn behind it.
  const structure = useDeferredValue(
    useSessionState((state) => state.structure),
    NOT_YET,
  );
  const judgements = useSessionState((state) => state.judgements);
  const findings = useDeferredValue(useSessionState((state) => state.findings));
  const areaId = useSessionState((state) => state.areaId);
  const blockId = useSessionState((state) => state.blockId);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const signed = useSignOffs();

  const lines = useMemo(() => outlineOf(framework, structure), [framework, structure]);
  const tallies = useMemo(() => talliesOf(findings), [findings]);
  const shown = openLines(lines, closed);
  const current = lines.find((line) => line.blockId !== null && line.blockId === blockId && !line.area)
    ? blockId
    : areaId;
  const stop = shown.some((line) => line.key === focused)
    ? focused
    : (shown.find((l) => l.key === current) ?? shown[0])?.key;

  const go = (line: OutlineLine): void => {
    setFocused(line.key);
    session.store.setState({
      ...(line.area && { areaId: line.area.id }),
      ...(!line.area && line.blockId && { blockId: line.blockId }),
      ...(line.area?.kind === "graded" && { panel: "judgement" }),
    });
    if (line.blockId) session.editor?.reveal(line.blockId, null, false);
  };
  const fold = (line: OutlineLine, close: boolean): void => {
    const next = new Set(closed);
    if (close) next.add(line.key);
    else next.delete(line.key);
    setClosed(next);
  };
  const focusLine = (line: OutlineLine | undefined): void => {
    if (!line) return;
    setFocused(line.key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(line.key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, line: OutlineLine): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = shown.indexOf(line);
    const parent = shown.slice(0, at).findLast((other) => other.depth < line.depth);
    const open = hasChildren(lines, line) && !closed.has(line.key);
    const letter = event.key.length === 1 && /\p{L}/u.test(event.key) ? event.key.toLowerCase() : null;
    if (event.key === "ArrowDown") focusLine(shown[at + 1]);
    else if (event.key === "ArrowUp") focusLine(shown[at - 1]);
    else if (event.key === "Home") focusLine(shown[0]);
    else if (event.key === "End") focusLine(shown.at(-1));
    else if (event.key === "ArrowLeft") {
      if (open) fold(line, true);
      else focusLine(parent);
    } else if (event.key === "ArrowRight") {
      if (open) focusLine(shown[at + 1]);
      else if (closed.has(line.key)) fold(line, false);
    } else if (event.key === "Enter" || event.key === " ") go(line);
    else if (letter)
      focusLine(
        [...shown.slice(at + 1), ...shown.slice(0, at)].find(({ title }) =>
          title.toLowerCase().startsWith(letter),
        ),
      );
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <h2>Report outline</h2>
        <span aria-hidden>Grade · findings</span>
      </div>
      {lines.length === 0 && structure !== NOT_YET && (
        <p className={styles.empty}>Headings appear here as you write them (Ctrl+Alt+1 to 3).</p>
      )}
      <div ref={tree} role="tree" aria-label="Report outline" className={styles.tree} data-region="outline">
        {shown.map((line) => (
          <div
            key={line.key}
            role="treeitem"
            aria-level={line.depth + 1}
            aria-expanded={hasChildren(lines, line) ? !closed.has(line.key) : undefined}
            aria-current={line.key === current ? "true" : undefined}
            tabIndex={line.key === stop ? 0 : -1}
            className={styles.row}
            data-key={line.key}
            data-depth={Math.min(3, line.depth)}
            data-top={line.depth === 0 && line.area?.kind === "group" ? "" : undefined}
            data-unwritten={line.blockId === null ? "" : undefined}
            title={line.blockId === null ? `${line.title}: nothing written yet` : line.title}
            onClick={() => go(line)}
            onKeyDown={(event) => onKeyDown(event, line)}
          >
            <span className={`${styles.title} clamped`}>{line.title}</span>
            <SignMark signOff={line.area ? signed.get(line.area.id) : undefined} />
            <span className={styles.grade}>
              {framework && line.area?.kind === "graded" && (
                <GradeSquare framework={framework} gradeId={gradeOf({ judgements }, line.area.id)} />
              )}
            </span>
            <Count tally={tallyOf(line, tallies)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Count({ tally }: { tally: Tally | null }) {
  if (!tally) return null;
  return (
    <span className={styles.count} data-severity={tally.errors > 0 ? "error" : undefined}>
      {tally.total}
      <span className="visually-hidden">{tally.total === 1 ? " finding" : " findings"}</span>
    </span>
  );
}

function talliesOf(findings: readonly Finding[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { areaId, blockId, severity } of findings) {
    const key = areaId ?? blockId;
    if (!key) continue;
    const { total, errors } = tallies.get(key) ?? { total: 0, errors: 0 };
    tallies.set(key, { total: total + 1, errors: errors + (severity === "error" ? 1 : 0) });
  }
  return tallies;
}

const tallyOf = (line: OutlineLine, tallies: ReadonlyMap<string, Tally>): Tally | null =>
  tallies.get(line.key) ?? null;
