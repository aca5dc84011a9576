import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { Evidence } from "#shared/domain/evidence.ts";
import {
  arrange,
  COLUMN_WORDS,
  COLUMNS,
  type EvidenceLine,
  NO_FILTER,
  PAGE_LINES,
  pageOf,
  usesOf,
} from "#renderer/evidence/arrange.ts";
import { CellEditor, type EditedCell } from "#renderer/evidence/CellEditor.tsx";
import { ENTRIES } from "#renderer/evidence/cell-values.ts";
import { toText } from "#renderer/evidence/evidence-commands.ts";
import { EvidenceBar } from "#renderer/evidence/EvidenceBar.tsx";
import { EvidenceDetails } from "#renderer/evidence/EvidenceDetails.tsx";
import styles from "#renderer/evidence/EvidencePage.module.css";
import { EvidenceTable, type ShownLine } from "#renderer/evidence/EvidenceTable.tsx";
import { useChangeEvidence } from "#renderer/evidence/use-change-evidence.ts";
import { useEvidenceLook } from "#renderer/evidence/use-evidence-look.ts";
import { useAskRemoval } from "#renderer/evidence/use-removal.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import over from "#renderer/ui/OverText.module.css";
import { afterPaint } from "#renderer/ui/after-paint.ts";

/** Every item of the report in a table, and one of them in full. */
export function EvidencePage() {
  const session = useSession();
  const evidence = useSessionState((state) => state.evidence);
  const structure = useSessionState((state) => state.structure);
  const framework = useSessionState((state) => state.framework);
  const { look, setLook } = useEvidenceLook();
  const [filter, setFilter] = useState(NO_FILTER);
  const [selected, setSelected] = useState<string | null>(null);
  const [edited, setEdited] = useState<EditedCell | null>(null);
  const changeItem = useChangeEvidence();
  const askRemoval = useAskRemoval();
  const uses = useMemo(() => usesOf(structure), [structure]);
  // What is typed into the filter shows at once; thousands of lines follow when there is time.
  const wanted = useDeferredValue(filter);
  const arranged = useMemo(
    () => arrange(evidence, wanted, look, uses, framework),
    [evidence, wanted, look, uses, framework],
  );
  const shown = useMemo(() => withUses(arranged, uses), [arranged, uses]);
  const [asked, setAsked] = useState({ of: arranged.length, page: 0 });
  const pages = Math.max(1, Math.ceil(arranged.length / PAGE_LINES));
  // Another filter has another number of lines, and begins at its first page.
  const page = asked.of === arranged.length ? Math.min(asked.page, pages - 1) : 0;
  const paged = useMemo(() => pageOf(shown, page), [shown, page]);
  // The screen comes up at once, and the lines with the next frame.
  const lines = useDeferredValue(paged, NO_LINES);
  const pane = useRef<HTMLDivElement>(null);
  const isEmpty = lines.length === 0;
  // The keyboard begins in the table, once a line of it is drawn; never taken from a field above it.
  useEffect(() => {
    if (isEmpty) return;
    return afterPaint(() => {
      const { activeElement: now } = document;
      if (now === document.body || now?.closest("[inert]"))
        pane.current?.querySelector<HTMLElement>("[role=row][data-key]")?.focus();
    });
  }, [isEmpty]);
  const current = lines.find(({ key }) => key === selected);
  const item = current?.kind === "item" ? (evidence.find(({ id }) => id === current.item.id) ?? null) : null;

  const closeCell = (step: -1 | 0 | 1): void => {
    if (!edited) return;
    const next = step === 0 ? null : nextCell(edited, step);
    setEdited(next);
    if (!next) edited.cell.focus();
  };
  const onSort = useCallback(
    (by: (typeof COLUMNS)[number], descending: boolean) => setLook({ by, descending }),
    [setLook],
  );
  const onWidths = useCallback((widths: Record<string, number>) => setLook({ widths }), [setLook]);
  const onEdit = useCallback((cell: EditedCell) => setEdited(cell), []);
  const onSelect = useCallback((key: string) => setSelected(key), []);
  const items = useMemo(
    () => new Set(arranged.flatMap((line) => (line.kind === "item" ? line.item.id : []))),
    [arranged],
  );
  return (
    <main className={over.page} aria-label="Evidence">
      <EvidenceBar
        total={evidence.length}
        shown={items.size}
        filter={filter}
        group={look.group}
        framework={framework}
        page={page}
        pages={pages}
        onPage={(next) => setAsked({ of: arranged.length, page: next })}
        onFilter={setFilter}
        onGroup={(group) => setLook({ group })}
        onBack={() => toText(session)}
        onImport={() => session.store.setState({ importing: { file: null } })}
        onPseudonyms={() => session.store.setState({ pseudonymsOpen: true })}
        onQuickEntry={() => session.store.setState({ entering: true })}
      />
      <div className={styles.body}>
        <div ref={pane} className={styles.tablePane} data-region="evidence">
          <EvidenceTable
            lines={lines}
            framework={framework}
            order={look}
            widths={look.widths}
            selected={selected}
            empty={
              evidence.length === 0
                ? "What inspectors saw, heard and read belongs here. Press Ctrl+E and write the first line."
                : "No item fits the filter."
            }
            onSort={onSort}
            onWidths={onWidths}
            onSelect={onSelect}
            onEdit={onEdit}
            onRemove={askRemoval}
          />
        </div>
        <aside className={styles.details} aria-label="Details" data-region="details">
          {item ? (
            <EvidenceDetails
              key={item.id}
              item={item}
              uses={uses.get(item.id) ?? []}
              onRemove={() => askRemoval(item)}
            />
          ) : (
            <p className={`${panel.body} ${panel.quiet}`}>
              Choose an item to see all of it: notes, files, and where it is cited.
            </p>
          )}
        </aside>
      </div>
      {edited && (
        <CellEditor
          key={`${edited.item.id} ${edited.column}`}
          {...edited}
          onSave={(change) => void changeItem(edited.item, change, COLUMN_WORDS[edited.column].toLowerCase())}
          onClose={closeCell}
        />
      )}
    </main>
  );
}

const NO_LINES: readonly ShownLine[] = [];

const kept = new WeakMap<Evidence, Map<string, ShownLine>>();

/** Lines with their number of uses; one that is as it was stays the same object, so that it is not drawn again. */
function withUses(arranged: readonly EvidenceLine[], uses: ReturnType<typeof usesOf>): ShownLine[] {
  return arranged.map((line) => {
    if (line.kind === "group") return { ...line, cited: 0 };
    const cited = uses.get(line.item.id)?.length ?? 0;
    let known = kept.get(line.item);
    if (!known) kept.set(line.item, (known = new Map()));
    const old = known.get(line.key);
    if (old?.cited === cited) return old;
    const shown = { ...line, cited };
    known.set(line.key, shown);
    return shown;
  });
}

/** The next cell of the row that is written in; null at its end. */
function nextCell({ item, column, cell }: EditedCell, step: -1 | 1): EditedCell | null {
  const row = cell.closest('[role="row"]');
  for (let at = COLUMNS.indexOf(column) + step; at >= 0 && at < COLUMNS.length; at += step) {
    const next = COLUMNS[at]!;
    const found = row
      ?.querySelector(`[data-column="${next}"]`)
      ?.closest<HTMLElement>('[role="gridcell"], [role="rowheader"]');
    if (ENTRIES[next] && found) return { item, column: next, cell: found };
  }
  return null;
}
