import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { paragraphNumbers } from "#shared/domain/block.ts";
import { useApi } from "#renderer/api/client.ts";
import { useFrameworks } from "#renderer/api/use-library.ts";
import type { Command } from "#renderer/commands/command.ts";
import { CommandPalette } from "#renderer/commands/CommandPalette.tsx";
import { KEYMAP, type KeyName } from "#renderer/commands/keymap.ts";
import { walkRegions } from "#renderer/commands/regions.ts";
import { useAppCommands } from "#renderer/commands/use-app-commands.ts";
import { useKeys } from "#renderer/commands/use-keys.ts";
import { ComparingBar } from "#renderer/compare/ComparingBar.tsx";
import type { Place } from "#renderer/place.ts";
import { ReturnedComments } from "#renderer/returned/ReturnedComments.tsx";
import { ReturnedItem } from "#renderer/returned/ReturnedItem.tsx";
import styles from "#renderer/returned/ReturnedPage.module.css";
import { useReturned } from "#renderer/returned/use-returned.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { counted, shortDate, timeOfDay } from "#renderer/ui/words.ts";

interface Props {
  readonly place: Extract<Place, { screen: "returned" }>;
  readonly onGo: (place: Place) => void;
}

/** What a Word file that came back has otherwise, to be taken or left, block by block and word by word. */
export function ReturnedPage({ place, onGo }: Props) {
  const { report, fileName, returned, blockId } = place;
  const { client } = useApi();
  const framework = useFrameworks().data?.find(({ id }) => id === report.frameworkId) ?? null;
  const { items, chosen, choose, taking } = useReturned(returned);
  const numbers = useMemo(() => paragraphNumbers(returned.ours), [returned]);
  const authors = useMemo(() => new Map(returned.authors), [returned]);
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [palette, setPalette] = useState(false);
  const back = useCallback(
    () => onGo({ screen: "report", reportId: report.id, blockId }),
    [onGo, report.id, blockId],
  );

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

  const takenItems = items.filter(({ changes }) => changes.some(({ id }) => chosen.has(id))).length;
  const takenComments = returned.comments.filter(({ id }) => chosen.has(id)).length;
  const everything = [...items.flatMap(({ changes }) => changes), ...returned.comments].map(({ id }) => id);
  const take = async (): Promise<void> => {
    setWorking(true);
    setFault(null);
    try {
      const { operations, comments } = taking();
      const saved = await client.returned.take({
        reportId: report.id,
        baseRevision: returned.revision,
        operations,
        comments,
      });
      const restored = {
        says: `${took(takenItems, takenComments)} taken from “${fileName}”.`,
        undone: `The text is as it was before the changes${takenComments > 0 ? "; the comments are still here" : ""}.`,
        before: saved.revision - 1,
        grades: false,
      };
      onGo({ screen: "report", reportId: report.id, blockId, restored });
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
    { ...go("back", "toText", back), title: "Back to the report" },
    go("next-region", "nextRegion", () => walkRegions(1)),
    go("previous-region", "previousRegion", () => walkRegions(-1)),
    { id: "take-all", title: "Take everything", group: "Report", run: () => choose(everything, true) },
    { id: "leave-all", title: "Leave everything", group: "Report", run: () => choose(everything, false) },
    ...useAppCommands(() => setPalette(true)),
  ];
  useKeys(commands, !palette);

  const none = items.length === 0;
  const nothing = takenItems + takenComments === 0;
  return (
    <div className={screen.screen}>
      <ComparingBar
        title={
          <>
            <strong>{fileName}</strong> compared with {report.title}
          </>
        }
        changes={items.length}
        at={at}
        onStep={step}
        onBack={back}
      />
      <main ref={rows} className={styles.desk} data-region="text" aria-label="What came back">
        <div className={styles.page}>
          <p className={styles.lead}>
            Sent as it stood on {shortDate(returned.sent.at)}, {timeOfDay(returned.sent.at)}. What is ticked
            is taken; press marked words to take or leave them by themselves. What you leave stays as it is
            here.
          </p>
          {returned.remarks.map((remark, index) => (
            <p key={index} className={styles.remark} role="note">
              {remark.kind === "title"
                ? `The title was changed to “${remark.now}”. It is given in Report details, and stays as it is.`
                : `A grade in a heading was changed from ${remark.was} to ${remark.now}. Grades are given in the Judgement panel, and stay as they are.`}
            </p>
          ))}
          {none && returned.comments.length === 0 && (
            <p className={styles.none}>
              Nothing in this file differs from what was sent, or all of it is in the report already.
            </p>
          )}
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
        <Button look="primary" isDisabled={working || nothing} onPress={() => void take()}>
          {working ? "Taking…" : nothing ? "Nothing to take" : `Take ${took(takenItems, takenComments)}`}
        </Button>
      </footer>
      <CommandPalette commands={commands} isOpen={palette} onOpenChange={setPalette} />
    </div>
  );
}

const took = (changes: number, comments: number): string =>
  [changes > 0 && counted(changes, "change"), comments > 0 && counted(comments, "comment")]
    .filter((words) => words !== false)
    .join(" and ");
