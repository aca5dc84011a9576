import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import {
  Autocomplete,
  Dialog,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import type { Command } from "#renderer/commands/command.ts";
import { CommandPalette } from "#renderer/commands/CommandPalette.tsx";
import { useAppCommands } from "#renderer/commands/use-app-commands.ts";
import { useKeys } from "#renderer/commands/use-keys.ts";
import styles from "#renderer/help/HelpDialog.module.css";
import { useHelp } from "#renderer/help/help-context.ts";
import { MANUAL, pageNamed, passagesOf } from "#renderer/help/manual.ts";
import { ManualText } from "#renderer/help/ManualText.tsx";
import { searchManual, type ManualHit } from "#renderer/help/search-manual.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { pointTruly } from "#renderer/ui/point-truly.ts";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  /** The page it was left at. */
  readonly page: string | null;
  readonly onPage: (page: string) => void;
  readonly onClose: () => void;
  readonly inReport: boolean;
}

const passages = passagesOf(MANUAL);

/** The manual: its pages on the left, or what a search finds in them; the page chosen on the right. */
export function HelpDialog({ page, onPage, onClose, inReport }: Props) {
  const { startTour } = useHelp();
  const [query, setQuery] = useState("");
  const [palette, setPalette] = useState(false);
  const article = useRef<HTMLElement>(null);
  const [heading, setHeading] = useState<string | null>(null);
  const shown = pageNamed(page);
  const searching = query.trim() !== "";
  const lines = useMemo(
    () => (query.trim() === "" ? CONTENTS : searchManual(passages, query).map(lineOf)),
    [query],
  );

  useEffect(() => {
    const at = heading && article.current?.querySelector(`[id="help-${heading}"]`);
    if (at) at.scrollIntoView({ block: "start" });
    else article.current?.scrollTo(0, 0);
  }, [shown.name, heading]);

  const turnTo = (name: string, headingId: string | null = null): void => {
    onPage(name);
    setHeading(headingId);
  };
  const follow = (name: string): void => {
    turnTo(name);
    article.current?.focus();
  };
  const app = useAppCommands(() => setPalette(true));
  const commands: Command[] = [
    ...app,
    { id: "close-help", title: "Close help", group: "Go", run: onClose },
    ...MANUAL.map(({ name, title }) => ({
      id: `help-${name}`,
      title,
      group: "Pages of the manual",
      run: () => follow(name),
    })),
  ];
  useKeys(commands, !palette, true);

  return (
    <ModalOverlay
      className={styles.shade!}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className={styles.modal!}>
        <Dialog className={styles.dialog!}>
          <header className={styles.top}>
            <Heading slot="title" className={styles.name!}>
              Help
            </Heading>
            <Button onPress={startTour}>{inReport ? "Take the tour" : "Take the tour on the sample"}</Button>
            <Button onPress={onClose}>Close</Button>
          </header>
          <div className={styles.body}>
            <nav ref={pointTruly} className={styles.contents} aria-label="Manual">
              <Autocomplete inputValue={query} onInputChange={setQuery}>
                {/* Opened to look something up. */}
                {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
                <SearchField className={styles.search!} aria-label="Search the manual" autoFocus>
                  <Input placeholder="Search the manual" />
                </SearchField>
                <output className={searching ? styles.tally : "visually-hidden"}>
                  {searching ? counted(lines.length, "place") : ""}
                </output>
                <ListBox
                  className={styles.list!}
                  aria-label={searching ? "Found in the manual" : "Contents"}
                  selectionMode="single"
                  disallowEmptySelection
                  selectedKeys={searching ? [] : [shown.name]}
                  onSelectionChange={(keys) => {
                    const [key] = keys === "all" ? [] : keys;
                    const line = lines.find(({ id }) => id === key);
                    if (line) turnTo(line.page, line.headingId);
                  }}
                  renderEmptyState={() => (
                    <p className={styles.none}>
                      Nothing has all these words. Try fewer, or the beginning of one.
                    </p>
                  )}
                >
                  {lines.map(({ id, title, hit }) => (
                    <ListBoxItem key={id} id={id} className={styles.item!} textValue={title}>
                      <span className={hit ? styles.where : undefined}>{title}</span>
                      {hit && hit.quote !== "" && <span className={styles.quote}>{marked(hit)}</span>}
                    </ListBoxItem>
                  ))}
                </ListBox>
              </Autocomplete>
            </nav>
            {/* Scrolls by the arrow keys, so it takes the focus. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <article ref={article} className={styles.page} tabIndex={0} aria-label={shown.title}>
              <div className={styles.text}>
                <h2 className={styles.title}>{shown.title}</h2>
                <ManualText parts={shown.parts} onPage={follow} />
              </div>
            </article>
          </div>
          <CommandPalette commands={commands} isOpen={palette} onOpenChange={setPalette} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** One line of the list on the left: a page, or a place in one. */
interface Line {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly headingId: string | null;
  readonly hit: ManualHit | null;
}

const CONTENTS: readonly Line[] = MANUAL.map(({ name, title }) => ({
  id: name,
  title,
  page: name,
  headingId: null,
  hit: null,
}));

function lineOf(hit: ManualHit): Line {
  const { page, title, headingId, heading } = hit.passage;
  return {
    id: `${page}#${headingId ?? ""}`,
    title: heading === "" ? title : `${title}: ${heading}`,
    page,
    headingId,
    hit,
  };
}

function marked({ quote, marks }: ManualHit): ReactNode[] {
  let at = 0;
  const pieces: ReactNode[] = [];
  for (const [start, end] of marks) {
    if (start < at) continue;
    pieces.push(quote.slice(at, start), <mark key={start}>{quote.slice(start, end)}</mark>);
    at = end;
  }
  return [...pieces, quote.slice(at)];
}
