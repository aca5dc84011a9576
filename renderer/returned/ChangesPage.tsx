import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Returned } from "#shared/api/returned.ts";
import { paragraphNumbers } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { listed } from "#shared/listed.ts";
import type { Command } from "#renderer/commands/command.ts";
import { CommandPalette } from "#renderer/commands/CommandPalette.tsx";
import { KEYMAP, type KeyName } from "#renderer/commands/keymap.ts";
import { walkRegions } from "#renderer/commands/regions.ts";
import { useAppCommands } from "#renderer/commands/use-app-commands.ts";
import { useKeys } from "#renderer/commands/use-keys.ts";
import { ComparingBar } from "#renderer/compare/ComparingBar.tsx";
import { ReturnedComments } from "#renderer/returned/ReturnedComments.tsx";
import { ReturnedItem } from "#renderer/returned/ReturnedItem.tsx";
import styles from "#renderer/returned/ReturnedPage.module.css";
import { type Deciding, useReturned } from "#renderer/returned/use-returned.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { counted } from "#renderer/ui/words.ts";

/** What is ticked, in numbers. */
export interface TakenCounts {
  readonly changes: number;
  readonly comments: number;
  /** Of what is decided on beside text and comments. */
  readonly others: number;
}

export interface Taking extends ReturnType<Deciding["taking"]> {
  readonly chosen: ReadonlySet<string>;
  /** “2 changes and 1 comment”; empty where nothing is ticked. */
  readonly words: string;
  readonly counts: TakenCounts;
}

/** Something else that is taken or left, and whether it is taken at first. */
export interface OtherChoice {
  readonly id: string;
  readonly taken: boolean;
}

interface Props {
  readonly title: ReactNode;
  readonly returned: Returned;
  readonly framework: Framework | null;
  readonly others?: readonly OtherChoice[];
  /** What one of the others is called. */
  readonly othersName?: string;
  /** Whether something comes in even when nothing is ticked. */
  readonly takesMore?: boolean;
  /** What is said and decided above the text. */
  readonly children: (deciding: Deciding) => ReactNode;
  /** Said where no words differ. */
  readonly none: string;
  /** Leaves the page once it is taken. */
  readonly onTake: (taking: Taking) => Promise<void>;
  readonly onBack: () => void;
}

/** Three versions of a report, and what of the other is to be taken or left, block by block and word by word. */
export function ChangesPage({ title, returned, framework, onTake, onBack, ...props }: Props) {
  const { others = [], othersName = "", takesMore = false, children, none } = props;
  const deciding = useReturned(returned, others);
  const { items, chosen, choose, taking } = deciding;
  const numbers = useMemo(() => paragraphNumbers(returned.ours), [returned]);
  const authors = useMemo(() => new Map(returned.authors), [returned]);
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [palette, setPalette] = useState(false);

  const [at, setAt] = useState<number | null>(null);
  const rows = useRef<HTMLElement>(null);
  const step = (by: 1 | -1): void => {
    if (items.length === 0) return;
    setAt(at === null ? (by === 1 ? 0 : items.length - 1) : (at + by + items.length) % items.length);
  };
  useEffect(() => {
    const row = at === null ? null : rows.current?.querySelectorAll<HTMLElement>("[data-item]")[at];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
  }, [at]);

  const ticked = (all: readonly { readonly id: string }[]): number =>
    all.filter(({ id }) => chosen.has(id)).length;
  const counts: TakenCounts = {
    changes: items.filter(({ changes }) => ticked(changes) > 0).length,
    comments: ticked(returned.comments),
    others: ticked(others),
  };
  const words = listed(
    [
      counts.changes > 0 && counted(counts.changes, "change"),
      counts.others > 0 && counted(counts.others, othersName),
      counts.comments > 0 && counted(counts.comments, "comment"),
    ].filter((part) => part !== false),
  );
  const nothing = words === "";
  const everything = [...items.flatMap(({ changes }) => changes), ...returned.comments, ...others].map(
    ({ id }) => id,
  );
  const take = async (): Promise<void> => {
    setWorking(true);
    setFault(null);
    try {
      await onTake({ ...taking(), chosen, words, counts });
    } catch (error) {
      setFault(error);
      setWorking(false);
    }
  };

  const go = (id: string, key: KeyName, run: () => void): Command => ({
    id,
    title: KEYMAP[key].does,
    group: "Go",
    key,
    run,
  });
  const commands: Command[] = [
    go("next-change", "nextChange", () => step(1)),
    go("previous-change", "previousChange", () => step(-1)),
    go("back", "toText", onBack),
    go("next-region", "nextRegion", () => walkRegions(1)),
    go("previous-region", "previousRegion", () => walkRegions(-1)),
    { id: "take-all", title: "Take everything", group: "Report", run: () => choose(everything, true) },
    { id: "leave-all", title: "Leave everything", group: "Report", run: () => choose(everything, false) },
    ...useAppCommands(() => setPalette(true)),
  ];
  useKeys(commands, !palette);

  return (
    <div className={screen.screen}>
      <ComparingBar title={title} changes={items.length} at={at} onStep={step} onBack={onBack} />
      <main ref={rows} className={styles.desk} data-region="text" aria-label="What came back">
        <div className={styles.page}>
          {children(deciding)}
          {items.length === 0 && returned.comments.length === 0 && <p className={styles.none}>{none}</p>}
          <ol className={styles.items}>
            {items.map((item, index) => (
              <ReturnedItem
                key={item.key}
                item={item}
                framework={framework}
                numbers={numbers}
                authors={[...new Set(item.blocks.flatMap(({ id }) => authors.get(id) ?? []))]}
                chosen={chosen}
                current={at === index}
                onChoose={choose}
              />
            ))}
          </ol>
          {returned.comments.length > 0 && (
            <ReturnedComments
              comments={returned.comments}
              numbers={numbers}
              chosen={chosen}
              onChoose={choose}
            />
          )}
        </div>
      </main>
      <footer className={styles.foot} data-region="status">
        {fault !== null && <FaultNotice error={fault} />}
        <Button onPress={() => choose(everything, true)} isDisabled={everything.length === 0}>
          Take everything
        </Button>
        <Button onPress={() => choose(everything, false)} isDisabled={nothing}>
          Leave everything
        </Button>
        <span className={screen.grow} />
        <Button look="primary" isDisabled={working || (nothing && !takesMore)} onPress={() => void take()}>
          {working ? "Taking…" : takeLabel(words, takesMore)}
        </Button>
      </footer>
      <CommandPalette commands={commands} isOpen={palette} onOpenChange={setPalette} />
    </div>
  );
}

const takeLabel = (words: string, takesMore: boolean): string =>
  words === "" ? (takesMore ? "Take what else came" : "Nothing to take") : `Take ${words}`;
