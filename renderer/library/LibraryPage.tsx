import { useRef, useState } from "react";
import { DropZone, FileTrigger, Input, SearchField } from "react-aria-components";
import type { BlockId, ReportId } from "#shared/domain/ids.ts";
import { useFrameworks, useLibraryFacts, useReportList } from "#renderer/api/use-library.ts";
import { useConnection } from "#renderer/api/use-connection.ts";
import { CommandPalette } from "#renderer/commands/CommandPalette.tsx";
import type { Command } from "#renderer/commands/command.ts";
import { useAppCommands } from "#renderer/commands/use-app-commands.ts";
import { useKeys } from "#renderer/commands/use-keys.ts";
import { HelpButton } from "#renderer/help/HelpButton.tsx";
import { READABLE } from "#renderer/library/import-elsewhere.ts";
import { ImportList } from "#renderer/library/ImportList.tsx";
import { useImports } from "#renderer/library/ImportProvider.tsx";
import styles from "#renderer/library/LibraryPage.module.css";
import { NewReport } from "#renderer/library/NewReport.tsx";
import { ReportTable } from "#renderer/library/ReportTable.tsx";
import { reviewGroups } from "#renderer/library/review-groups.ts";
import { useReviews } from "#renderer/library/use-reviews.ts";
import { SearchHits } from "#renderer/library/SearchHits.tsx";
import { shelfGroups, useShelf } from "#renderer/library/shelf.ts";
import { useRecentReports } from "#renderer/library/use-recent-reports.ts";
import { useReportActions } from "#renderer/library/use-report-actions.ts";
import { useDroppedPackage, useOpenPackage } from "#renderer/package/use-open-package.tsx";
import type { Place } from "#renderer/place.ts";
import { DeskDialog } from "#renderer/review/DeskDialog.tsx";
import { ROLE_WORDS } from "#shared/review/words.ts";
import { useDesk } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { PlumbSign } from "#renderer/ui/PlumbSign.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { ThemeMenu } from "#renderer/ui/ThemeMenu.tsx";
import { counted, isoToday } from "#renderer/ui/words.ts";

interface Props {
  readonly onOpen: (reportId: ReportId, blockId?: BlockId | null) => void;
  readonly onGo: (place: Place) => void;
}

export function LibraryPage({ onOpen, onGo }: Props) {
  const toPortfolio = (): void => onGo({ screen: "portfolio" });
  const [archived, setArchived] = useState(false);
  const [query, setQuery] = useState("");
  const [making, setMaking] = useState(false);
  const imports = useImports();
  const choose = (list: FileList | null): void => void imports.start([...(list ?? [])]);
  const [palette, setPalette] = useState(false);
  const [desk, setDesk] = useState(false);
  const packages = useOpenPackage(onGo);
  const drop = useDroppedPackage(packages.open, (files) => void imports.start(files));
  const picker = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const importing = imports.running ? "Another import is still going on. Wait for it, or cancel it." : null;
  const commands: Command[] = [
    { id: "new", title: "New report…", group: "Library", key: "newReport", run: () => setMaking(true) },
    {
      id: "import",
      title: "Import reports…",
      group: "Library",
      whyNot: importing,
      run: () => picker.current?.click(),
    },
    { id: "open-package", title: "Open a review package…", group: "Library", run: packages.choose },
    { id: "desk", title: "This desk…", group: "Library", run: () => setDesk(true) },
    {
      id: "search",
      title: "Search all reports",
      group: "Library",
      key: "search",
      run: () => search.current?.focus(),
    },
    { id: "portfolio", title: "Portfolio: all reports as one", group: "Library", run: toPortfolio },
    {
      id: "archived",
      title: archived ? "Back to reports" : "Show archived",
      group: "Library",
      run: () => setArchived(!archived),
    },
    ...useRecentReports(onOpen, null),
    ...useAppCommands(() => setPalette(true)),
  ];
  useKeys(commands, !palette && !making && !desk && !packages.busy);
  return (
    <div className={screen.screen}>
      <header className={screen.bar}>
        <span className={screen.brand}>
          <PlumbSign /> Plumbline
        </span>
        <span className={screen.grow} />
        <SearchField
          className={styles.search!}
          aria-label="Search all reports"
          value={query}
          onChange={setQuery}
        >
          <Input ref={search} placeholder="Search all reports" />
        </SearchField>
        <Button onPress={() => setPalette(true)}>
          Go to or do anything <kbd>Ctrl K</kbd>
        </Button>
        <ThemeMenu />
        <HelpButton />
        <Button onPress={packages.choose}>Open a review package…</Button>
        <FileTrigger ref={picker} allowsMultiple acceptedFileTypes={READABLE} onSelect={choose}>
          <Button isDisabled={imports.running}>Import reports…</Button>
        </FileTrigger>
        <Button look="primary" onPress={() => setMaking(true)}>
          New report…
        </Button>
      </header>
      <DropZone
        className={styles.desk!}
        aria-label="Drop reports here to import them, or a review package to open it"
        isDisabled={imports.running}
        onDrop={({ items }) => {
          const dropped = items.filter((item) => item.kind === "file");
          void Promise.all(dropped.map((item) => item.getFile())).then(drop);
        }}
      >
        <main className={styles.shelf}>
          {imports.files.length > 0 && (
            <ImportList {...imports} onOpen={onOpen} onCancel={imports.cancel} onClear={imports.clear} />
          )}
          {query.trim().length >= 2 ? (
            <SearchHits query={query.trim()} onOpen={onOpen} />
          ) : (
            <Reports
              archived={archived}
              onSwitch={() => setArchived(!archived)}
              onOpen={onOpen}
              onNew={() => setMaking(true)}
              onPortfolio={toPortfolio}
            />
          )}
        </main>
      </DropZone>
      <LibraryStatus onDesk={() => setDesk(true)} />
      <DeskDialog isOpen={desk} onOpenChange={setDesk} />
      {packages.dialog}
      <NewReport isOpen={making} onOpenChange={setMaking} onMade={onOpen} />
      <CommandPalette commands={commands} isOpen={palette} onOpenChange={setPalette} />
    </div>
  );
}

interface ReportsProps {
  readonly archived: boolean;
  readonly onSwitch: () => void;
  readonly onOpen: (reportId: ReportId) => void;
  readonly onNew: () => void;
  readonly onPortfolio: () => void;
}

function Reports({ archived, onSwitch, onOpen, onNew, onPortfolio }: ReportsProps) {
  const reports = useReportList(archived);
  const frameworks = useFrameworks();
  const shelf = useShelf();
  const desk = useDesk();
  const reviews = useReviews();
  const [today] = useState(isoToday);
  const { setArchived, duplicate } = useReportActions(onOpen);
  const error = reports.error ?? frameworks.error ?? reviews.error;
  const again = (): void => void (reports.refetch(), frameworks.refetch(), reviews.refetch());
  if (error) return <FaultNotice error={error} onRetry={again} />;
  if (!reports.data || !frameworks.data || !reviews.data || !desk || !shelf.ready)
    return <output>Reading the library…</output>;
  const list = reports.data;
  const above = archived ? [] : reviewGroups(list, reviews.data, desk, today);
  return (
    <>
      <div className={styles.head}>
        <h1>{archived ? "Archived reports" : "Reports"}</h1>
        <span className={styles.count}>{list.length > 0 && counted(list.length, "report")}</span>
        <Button look="plain" onPress={onSwitch}>
          {archived ? "Back to reports" : "Show archived"}
        </Button>
        {!archived && list.length > 0 && (
          <Button look="plain" onPress={onPortfolio}>
            Portfolio
          </Button>
        )}
      </div>
      {list.length > 0 ? (
        <div className={styles.scroll}>
          <ReportTable
            groups={
              archived
                ? [{ title: null, reports: list }]
                : shelfGroups(list, shelf.pinned, shelf.recent, above)
            }
            reviews={reviews.data}
            today={today}
            frameworks={frameworks.data}
            archived={archived}
            pinned={shelf.pinned}
            onOpen={onOpen}
            onArchive={(report) => setArchived(report, !archived)}
            onDuplicate={duplicate}
            onPin={(report, pinned) => {
              if (!shelf.pin(report.id, pinned))
                notify("There is no room for another pinned report. Unpin one first.", { tone: "fault" });
            }}
          />
        </div>
      ) : archived ? (
        <div className={styles.empty}>
          <p>Nothing is archived. Reports you archive come here, whole, and can be brought back.</p>
        </div>
      ) : (
        <NothingListed onNew={onNew} />
      )}
    </>
  );
}

/** No report is at hand: because all of them are archived, or because the library never had one. */
function NothingListed({ onNew }: { readonly onNew: () => void }) {
  const { data: archived, error, refetch } = useReportList(true);
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />;
  if (!archived) return <output>Reading the library…</output>;
  if (archived.length === 0) return <FirstSteps onNew={onNew} />;
  return (
    <div className={styles.empty}>
      <h2>Every report is archived</h2>
      <p>
        {`${counted(archived.length, "report")} ${archived.length === 1 ? "is" : "are"} kept in the archive, whole, and can be brought back.`}
      </p>
      <p className={styles.hint}>
        Choose “Show archived” above to see {archived.length === 1 ? "it" : "them"}.
      </p>
    </div>
  );
}

function FirstSteps({ onNew }: { readonly onNew: () => void }) {
  return (
    <div className={styles.empty}>
      <h2>This library is empty</h2>
      <p>
        Inspection reports belong here: drafts you are writing and published ones to compare with. Import one
        from Word, PDF or plain text; its grades, numbered paragraphs and areas are recognised, and the first
        findings are there when it opens.
      </p>
      <p className={styles.hint}>Choose “Import reports…” above, or drop files anywhere on this page.</p>
      <p>Or begin one of your own with the headings and standing sentences of its framework.</p>
      <Button onPress={onNew}>New report…</Button>
    </div>
  );
}

function LibraryStatus({ onDesk }: { readonly onDesk: () => void }) {
  const desk = useDesk();
  const { data } = useLibraryFacts();
  const connection = useConnection();
  return (
    <footer className={styles.status}>
      {connection === "lost" ? (
        <output>The program behind this window has stopped. Trying to reach it again…</output>
      ) : (
        <>
          <span>{data ? (data.kept ? `Library: ${data.name}` : `${data.name}, not kept`) : ""}</span>
          <Button look="plain" className={styles.plain!} onPress={onDesk}>
            This desk… {desk && `${desk.name}, ${ROLE_WORDS[desk.role]}`}
          </Button>
          <span className={screen.grow} />
          <span>{data ? `Plumbline ${data.version}` : ""}</span>
        </>
      )}
    </footer>
  );
}
