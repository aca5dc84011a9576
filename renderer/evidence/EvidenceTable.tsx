import { memo, type KeyboardEvent, type MouseEvent } from "react";
import {
  Cell,
  Column as HeadCell,
  ColumnResizer,
  ResizableTableContainer,
  Row,
  Table,
  TableBody,
  TableHeader,
} from "react-aria-components";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Framework } from "#shared/domain/framework.ts";
import {
  areaWords,
  COLUMN_WORDS,
  COLUMNS,
  type Column,
  type EvidenceLine,
  type EvidenceOrder,
} from "#renderer/evidence/arrange.ts";
import type { EditedCell } from "#renderer/evidence/CellEditor.tsx";
import { ENTRIES } from "#renderer/evidence/cell-values.ts";
import styles from "#renderer/evidence/EvidencePage.module.css";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";
import { counted, shortDate } from "#renderer/ui/words.ts";

/** An item with what else its line shows: a new one only when something in it changed, so that other lines stay as drawn. */
export type ShownLine = EvidenceLine & { readonly cited: number };

interface Props {
  readonly lines: readonly ShownLine[];
  readonly framework: Framework | null;
  readonly order: EvidenceOrder;
  readonly widths: Readonly<Record<string, number>>;
  readonly selected: string | null;
  readonly empty: string;
  readonly onSort: (by: Column, descending: boolean) => void;
  readonly onWidths: (widths: Record<string, number>) => void;
  readonly onSelect: (key: string) => void;
  readonly onEdit: (cell: EditedCell) => void;
  readonly onRemove: (item: Evidence) => void;
}

const FIRST_WIDTHS: Record<Column, number | "1fr" | "2fr"> = {
  reference: 66,
  kind: 104,
  date: 92,
  title: "2fr",
  source: "1fr",
  people: 70,
  areas: "1fr",
  direction: 86,
  sensitivity: 114,
  cited: 64,
};
/** What the columns that take the room that is left may shrink to. */
const LEAST_WIDTHS: Partial<Record<Column, number>> = { title: 220, areas: 116, source: 112 };

/**
 * One page of the log. All of its lines are drawn at once and scrolling is left to the browser: drawing lines of ten cells as they
 * come into sight cost more than a frame each time.
 */
export const EvidenceTable = memo(function EvidenceTable(props: Props) {
  const { lines, framework, order, widths, selected, empty, onSort, onWidths, onSelect } = props;
  const edit = (target: EventTarget): boolean => {
    const found = cellAt(target, lines);
    if (found) props.onEdit(found);
    return found !== null;
  };
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if ((event.key === "Enter" || event.key === "F2") && edit(event.target)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Delete") {
      const line = lineAt(event.target, lines);
      if (line) props.onRemove(line);
    }
  };
  const onDoubleClick = (event: MouseEvent): void => void edit(event.target);
  return (
    <div className={styles.grid} onKeyDownCapture={onKeyDownCapture} onDoubleClick={onDoubleClick}>
      <ResizableTableContainer
        className={styles.container!}
        onResizeEnd={(sizes) =>
          onWidths(
            Object.fromEntries(
              [...sizes].flatMap(([key, size]) =>
                typeof size === "number" ? [[String(key), Math.round(size)]] : [],
              ),
            ),
          )
        }
      >
        <Table
          className={styles.table!}
          aria-label="Evidence"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selected === null ? [] : [selected]}
          onSelectionChange={(keys) => {
            const [key] = keys === "all" ? [] : [...keys];
            if (key !== undefined) onSelect(String(key));
          }}
          sortDescriptor={{ column: order.by, direction: order.descending ? "descending" : "ascending" }}
          onSortChange={({ column, direction }) => onSort(column as Column, direction === "descending")}
        >
          <TableHeader>
            {COLUMNS.map((column) => (
              <HeadCell
                key={column}
                id={column}
                className={styles.head!}
                isRowHeader={column === "reference"}
                allowsSorting
                textValue={COLUMN_WORDS[column]}
                defaultWidth={widths[column] ?? FIRST_WIDTHS[column]}
                minWidth={LEAST_WIDTHS[column] ?? 56}
              >
                {({ sortDirection }) => (
                  <div className={styles.heads}>
                    <span className={styles.name}>{COLUMN_WORDS[column]}</span>
                    <span className={styles.sort} aria-hidden>
                      {sortDirection === "ascending" ? "↑" : sortDirection === "descending" ? "↓" : ""}
                    </span>
                    <ColumnResizer
                      className={styles.resizer!}
                      aria-label={`Width of ${COLUMN_WORDS[column]}`}
                    />
                  </div>
                )}
              </HeadCell>
            ))}
          </TableHeader>
          <TableBody
            items={lines}
            dependencies={[framework]}
            renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
          >
            {(line) => lineRow(line, framework)}
          </TableBody>
        </Table>
      </ResizableTableContainer>
    </div>
  );
});

function lineRow(line: ShownLine, framework: Framework | null) {
  if (line.kind === "group")
    return (
      <Row id={line.key} className={styles.group!} textValue={line.title}>
        <Cell colSpan={COLUMNS.length} className={styles.cell!}>
          {line.title} <span className={styles.quiet}>{counted(line.count, "item")}</span>
        </Cell>
      </Row>
    );
  const { item, cited } = line;
  return (
    <Row id={line.key} className={styles.row!} textValue={`${item.reference} ${item.title}`}>
      {COLUMNS.map((column) => {
        const words = cellWords(item, column, cited, framework);
        return (
          <Cell
            key={column}
            className={`${styles.cell} ${column === "people" || column === "cited" ? styles.number : ""}`}
            textValue={words}
          >
            <span className={styles.words} data-line={line.key} data-column={column} title={words}>
              {words}
            </span>
          </Cell>
        );
      })}
    </Row>
  );
}

function cellWords(item: Evidence, column: Column, cited: number, framework: Framework | null): string {
  switch (column) {
    case "reference":
    case "title":
    case "source":
      return item[column];
    case "kind":
      return KIND_WORDS[item.kind];
    case "date":
      return item.date ? shortDate(item.date) : "";
    case "people":
      return item.people === null ? "" : String(item.people);
    case "areas":
      return areaWords(framework, item.areaIds);
    case "direction":
      return DIRECTION_WORDS[item.direction];
    case "sensitivity":
      return SENSITIVITY_WORDS[item.sensitivity];
    case "cited":
      return String(cited);
  }
}

const CELL = '[role="gridcell"], [role="rowheader"]';

const itemOf = (key: string | undefined, lines: readonly ShownLine[]): Evidence | null => {
  const line = lines.find((candidate) => candidate.key === key);
  return line?.kind === "item" ? line.item : null;
};

/** The cell that a key or a press is about; of a whole row, its title. Null where nothing is written in. */
function cellAt(target: EventTarget, lines: readonly ShownLine[]): EditedCell | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest('[role="row"]');
  const cell = target.closest(CELL) ?? row?.querySelector('[data-column="title"]')?.closest(CELL);
  const shown = cell?.querySelector<HTMLElement>("[data-column]");
  const column = COLUMNS.find((name) => name === shown?.dataset.column);
  const item = itemOf(shown?.dataset.line, lines);
  if (!cell || !column || !item || !ENTRIES[column]) return null;
  return { item, column, cell: cell as HTMLElement };
}

function lineAt(target: EventTarget, lines: readonly ShownLine[]): Evidence | null {
  const row = target instanceof Element ? target.closest('[role="row"]') : null;
  return itemOf(row?.querySelector<HTMLElement>("[data-line]")?.dataset.line, lines);
}
