import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { Version, VersionText } from "#shared/api/versions.ts";
import { alignRevisions } from "#shared/document/align-revisions.ts";
import { paragraphNumbers } from "#shared/domain/block.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { Command } from "#renderer/commands/command.ts";
import { CommandPalette } from "#renderer/commands/CommandPalette.tsx";
import { KEYMAP, type KeyName } from "#renderer/commands/keymap.ts";
import { walkRegions } from "#renderer/commands/regions.ts";
import { useAppCommands } from "#renderer/commands/use-app-commands.ts";
import { useKeys } from "#renderer/commands/use-keys.ts";
import styles from "#renderer/compare/ComparePage.module.css";
import { ComparingBar } from "#renderer/compare/ComparingBar.tsx";
import { CompareRow } from "#renderer/compare/CompareRow.tsx";
import { changedRows, shownItems } from "#renderer/compare/folding.ts";
import { GradeChanges } from "#renderer/compare/GradeChanges.tsx";
import { useRecentReports } from "#renderer/library/use-recent-reports.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Choice } from "#renderer/ui/Field.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { Tick } from "#renderer/ui/Tick.tsx";
import { counted, shortDate, timeOfDay } from "#renderer/ui/words.ts";
import { nameOf } from "#renderer/versions/version-words.ts";

interface Props {
  readonly title: string;
  readonly framework: Framework | null;
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly before: VersionText;
  readonly after: VersionText;
  /** True while a dialogue lies over the page. */
  readonly busy: boolean;
  readonly onBefore: (revision: number) => void;
  readonly onAfter: (revision: number) => void;
  readonly onRestore: (version: Version) => void;
  readonly onBack: () => void;
  readonly onLibrary: () => void;
  readonly onOpen: (reportId: ReportId) => void;
}

/** More than the tallest window shows. */
const FIRST_ROWS = 60;
const NONE: ReadonlySet<number> = new Set();

export function Comparison(props: Props) {
  const { title, framework, before, after, busy, onBack, onLibrary, onOpen } = props;
  const [onlyChanges, setOnlyChanges] = useState(true);
  const rows = useMemo(() => alignRevisions(before.blocks, after.blocks), [before, after]);
  const [opened, setOpened] = useStateOf<ReadonlySet<number>>(rows, NONE);
  const changes = useMemo(() => changedRows(rows), [rows]);
  const wanted = useMemo(() => shownItems(rows, onlyChanges, opened), [rows, onlyChanges, opened]);
  // The first screens at once, thousands of rows behind them without holding anything up.
  const items = useDeferredValue(wanted, wanted.slice(0, FIRST_ROWS));
  const numbersBefore = useMemo(() => paragraphNumbers(before.blocks), [before]);
  const numbersAfter = useMemo(() => paragraphNumbers(after.blocks), [after]);
  const { at, step, currentRow } = useStepping(changes, items);

  const [palette, setPalette] = useState(false);
  const go = (id: string, key: KeyName, run: () => void): Command => ({
    id,
    title: KEYMAP[key].does,
    group: "Go",
    key,
    ...(changes.length === 0 &&
      id.endsWith("change") && { whyNot: "These two versions have the same words." }),
    run,
  });
  const commands: Command[] = [
    go("next-change", "nextChange", () => step(1)),
    go("previous-change", "previousChange", () => step(-1)),
    go("back", "toText", onBack),
    go("library", "library", onLibrary),
    go("next-region", "nextRegion", () => walkRegions(1)),
    go("previous-region", "previousRegion", () => walkRegions(-1)),
    {
      id: "only-changes",
      title: onlyChanges ? "Show what did not change too" : "Show only changes",
      group: "View",
      run: () => setOnlyChanges(!onlyChanges),
    },
    ...useRecentReports(onOpen, null),
    ...useAppCommands(() => setPalette(true)),
  ];
  useKeys(commands, !busy && !palette);

  const none = changes.length === 0;
  return (
    <div className={screen.screen}>
      <ComparingBar title={title} changes={changes.length} at={at} onStep={step} onBack={onBack}>
        <Tick isSelected={onlyChanges} onChange={setOnlyChanges}>
          Only changes
        </Tick>
      </ComparingBar>
      <main className={styles.desk} data-region="text" aria-label="Comparison">
        <div className={styles.page}>
          {framework && (
            <GradeChanges framework={framework} before={before.judgements} after={after.judgements} />
          )}
          <table className={styles.table} aria-label="Two versions side by side">
            <Sides {...props} />
            <tbody>
              {items.map((item) =>
                item.kind === "fold" ? (
                  <tr key={`fold-${item.from}`} className={styles.fold}>
                    <td colSpan={3}>
                      <Button look="plain" onPress={() => setOpened(new Set(opened).add(item.from))}>
                        Show {counted(item.count, "unchanged block")}
                      </Button>
                    </td>
                  </tr>
                ) : (
                  <CompareRow
                    key={item.index}
                    ref={changes[at ?? -1] === item.index ? currentRow : null}
                    row={rows[item.index]!}
                    framework={framework}
                    numberBefore={numberIn(numbersBefore, rows[item.index]!.before)}
                    numberAfter={numberIn(numbersAfter, rows[item.index]!.after)}
                    current={changes[at ?? -1] === item.index}
                  />
                ),
              )}
            </tbody>
          </table>
          {none && rows.length > 0 && (
            <p className={styles.none}>
              The text of these two versions is the same, word for word. Choose others above.
            </p>
          )}
        </div>
      </main>
      <CommandPalette commands={commands} isOpen={palette} onOpenChange={setPalette} />
    </div>
  );
}

const numberIn = (
  numbers: ReturnType<typeof paragraphNumbers>,
  block: { readonly id: VersionText["blocks"][number]["id"] } | null,
): number | undefined => (block ? numbers.get(block.id) : undefined);

/** Which two versions, each to be chosen anew or restored. */
function Sides({ versions, before, after, onBefore, onAfter, onRestore }: Props) {
  const newest = versions[0]!.revision;
  const side = (label: string, revision: number, choose: (revision: number) => void) => {
    const version = versions.find((each) => each.revision === revision);
    const words: Record<string, string> = Object.fromEntries(
      versions.map((each) => [
        each.revision,
        `${nameOf(each, each.revision === newest)} – ${shortDate(each.at)}, ${timeOfDay(each.at)}`,
      ]),
    );
    // One that is not on the list of versions: what somebody signed off.
    words[revision] ??= `Revision ${revision}`;
    return (
      <th scope="col" className={styles.side}>
        <Choice
          label={label}
          value={String(revision)}
          options={Object.keys(words).toReversed()}
          words={words}
          onChange={(value) => choose(Number(value))}
        />
        {version && revision !== newest && (
          <Button look="plain" aria-label={`Restore ${nameOf(version)}`} onPress={() => onRestore(version)}>
            Restore…
          </Button>
        )}
      </th>
    );
  };
  return (
    <thead className={styles.sides}>
      <tr className={styles.heads}>
        {side("Before", before.revision, onBefore)}
        <th scope="col">
          <span className="visually-hidden">What changed</span>
        </th>
        {side("After", after.revision, onAfter)}
      </tr>
    </thead>
  );
}

/** State that belongs to one value of `owner`, and starts afresh with the next. */
function useStateOf<T>(owner: unknown, start: T): readonly [T, (value: T) => void] {
  const [kept, setKept] = useState({ owner, value: start });
  const set = useCallback((value: T) => setKept({ owner, value }), [owner]);
  return [kept.owner === owner ? kept.value : start, set];
}

/** Steps through the changes, round and round; the one stepped to comes into view and takes the focus. */
function useStepping(changes: readonly number[], items: readonly unknown[]) {
  const [at, setAt] = useStateOf<number | null>(changes, null);
  const step = useCallback(
    (by: 1 | -1) => {
      if (changes.length === 0) return;
      const first = by === 1 ? 0 : changes.length - 1;
      setAt(at === null ? first : (at + by + changes.length) % changes.length);
    },
    [changes, at, setAt],
  );
  const row = useRef<HTMLTableRowElement>(null);
  const shown = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    // A row far down may come a moment after the step; one that is there already is not gone to twice.
    if (row.current === shown.current) return;
    shown.current = row.current;
    row.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: "center" });
  }, [at, items]);
  return { at, step, currentRow: row };
}
