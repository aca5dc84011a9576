import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DropZone, FileTrigger, Input, SearchField } from "react-aria-components";
import type { BlockId, ReportId } from "#shared/domain/ids.ts";
import type { ReportSummary } from "#shared/domain/report.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useFrameworks, useLibraryFacts, useReportList } from "#renderer/api/use-library.ts";
import { useConnection } from "#renderer/api/use-connection.ts";
import { ImportList } from "#renderer/library/ImportList.tsx";
import styles from "#renderer/library/LibraryPage.module.css";
import { ReportTable } from "#renderer/library/ReportTable.tsx";
import { SearchHits } from "#renderer/library/SearchHits.tsx";
import { useImport } from "#renderer/library/use-import.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { PlumbSign } from "#renderer/ui/PlumbSign.tsx";
import { ThemeMenu } from "#renderer/ui/ThemeMenu.tsx";
import { counted } from "#renderer/ui/words.ts";

const READABLE = [".pdf", ".docx", ".txt"];

export function LibraryPage({
  onOpen,
}: {
  readonly onOpen: (reportId: ReportId, blockId?: BlockId | null) => void;
}) {
  const [archived, setArchived] = useState(false);
  const [query, setQuery] = useState("");
  const imports = useImport();
  const choose = (list: FileList | null): void => void imports.start([...(list ?? [])]);
  return (
    <div className={styles.screen}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <PlumbSign /> Plumbline
        </span>
        <span className={styles.grow} />
        <SearchField
          className={styles.search!}
          aria-label="Search all reports"
          value={query}
          onChange={setQuery}
        >
          <Input placeholder="Search all reports" />
        </SearchField>
        <ThemeMenu />
        <FileTrigger allowsMultiple acceptedFileTypes={READABLE} onSelect={choose}>
          <Button look="primary" isDisabled={imports.running}>
            Import reports…
          </Button>
        </FileTrigger>
      </header>
      <DropZone
        className={styles.desk!}
        aria-label="Drop reports here to import them"
        isDisabled={imports.running}
        onDrop={({ items }) => {
          const dropped = items.filter((item) => item.kind === "file");
          void Promise.all(dropped.map((item) => item.getFile())).then(imports.start);
        }}
      >
        <main className={styles.shelf}>
          {imports.files.length > 0 && (
            <ImportList {...imports} onOpen={onOpen} onCancel={imports.cancel} onClear={imports.clear} />
          )}
          {query.trim().length >= 2 ? (
            <SearchHits query={query.trim()} onOpen={onOpen} />
          ) : (
            <Shelf archived={archived} onSwitch={() => setArchived(!archived)} onOpen={onOpen} />
          )}
        </main>
      </DropZone>
      <LibraryStatus />
    </div>
  );
}

interface ShelfProps {
  readonly archived: boolean;
  readonly onSwitch: () => void;
  readonly onOpen: (reportId: ReportId) => void;
}

function Shelf({ archived, onSwitch, onOpen }: ShelfProps) {
  const reports = useReportList(archived);
  const frameworks = useFrameworks();
  const archive = useArchive();
  const error = reports.error ?? frameworks.error;
  if (error)
    return <FaultNotice error={error} onRetry={() => void (reports.refetch(), frameworks.refetch())} />;
  if (!reports.data || !frameworks.data) return <output>Reading the library…</output>;
  const list = reports.data;
  return (
    <>
      <div className={styles.head}>
        <h1>{archived ? "Archived reports" : "Reports"}</h1>
        <span className={styles.count}>{list.length > 0 && counted(list.length, "report")}</span>
        <Button look="plain" onPress={onSwitch}>
          {archived ? "Back to reports" : "Show archived"}
        </Button>
      </div>
      {list.length > 0 ? (
        <div className={styles.scroll}>
          <ReportTable
            reports={list}
            frameworks={frameworks.data}
            archived={archived}
            onOpen={onOpen}
            onArchive={(report) => archive(report, !archived)}
          />
        </div>
      ) : archived ? (
        <div className={styles.empty}>
          <p>Nothing is archived. Reports you archive come here, whole, and can be brought back.</p>
        </div>
      ) : (
        <FirstSteps />
      )}
    </>
  );
}

function FirstSteps() {
  return (
    <div className={styles.empty}>
      <h2>This library is empty</h2>
      <p>
        Inspection reports belong here: drafts you are writing and published ones to compare with. Import one
        from Word, PDF or plain text; its grades, numbered paragraphs and areas are recognised, and the first
        findings are there when it opens.
      </p>
      <p className={styles.hint}>Choose “Import reports…” above, or drop files anywhere on this page.</p>
    </div>
  );
}

function LibraryStatus() {
  const { data } = useLibraryFacts();
  const connection = useConnection();
  return (
    <footer className={styles.status}>
      {connection === "lost" ? (
        <output>The program behind this window has stopped. Trying to reach it again…</output>
      ) : (
        <>
          <span>{data ? (data.kept ? `Library: ${data.name}` : `${data.name}, not kept`) : ""}</span>
          <span className={styles.grow} />
          <span>{data ? `Plumbline ${data.version}` : ""}</span>
        </>
      )}
    </footer>
  );
}

/** Archives or brings back, and offers the way back. */
function useArchive(): (report: ReportSummary, archived: boolean) => void {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const set = async (report: ReportSummary, archived: boolean): Promise<void> => {
    try {
      await client.reports.archive({ reportId: report.id, archived });
      notify(archived ? `“${report.title}” is archived.` : `“${report.title}” is back.`, {
        action: { label: "Undo", run: () => void set(report, !archived) },
      });
    } catch (error) {
      const fault = faultOf(error);
      notify(`${fault.message} ${fault.remedy}`, { tone: "fault" });
    } finally {
      void queryClient.invalidateQueries({ queryKey: queries.library.list.key() });
    }
  };
  return (report, archived) => void set(report, archived);
}
