import type { ReportId } from "#shared/domain/ids.ts";
import styles from "#renderer/library/ImportList.module.css";
import type { ImportedFile, ImportState } from "#renderer/library/use-import.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly files: readonly ImportedFile[];
  readonly running: boolean;
  readonly onOpen: (reportId: ReportId) => void;
  readonly onCancel: () => void;
  readonly onClear: () => void;
}

export function ImportList({ files, running, onOpen, onCancel, onClear }: Props) {
  return (
    <section className={styles.list} aria-label="Import">
      <div className={styles.head}>
        <h2 className={styles.title}>
          <output>{summary(files, running)}</output>
        </h2>
        {running ? (
          <Button look="plain" onPress={onCancel}>
            Cancel
          </Button>
        ) : (
          <Button look="plain" onPress={onClear}>
            Clear list
          </Button>
        )}
      </div>
      <ul className={styles.files}>
        {files.map((file, index) => (
          <li key={index} className={styles.file}>
            <span className={styles.name} title={file.name}>
              {file.name}
            </span>
            <FileState name={file.name} state={file.state} />
            {file.state.kind === "done" ? (
              <Button
                look="plain"
                aria-label={`Open ${file.name}`}
                onPress={() => file.state.kind === "done" && onOpen(file.state.reportId)}
              >
                Open
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileState({ name, state }: { name: string; state: ImportState }) {
  switch (state.kind) {
    case "waiting":
      return <span className={styles.state}>Waiting</span>;
    case "stopped":
      return <span className={styles.state}>Cancelled; nothing of it was kept</span>;
    case "refused":
      return (
        <span className={styles.state}>
          <span className={styles.refused}>{state.fault.message}</span> {state.fault.remedy}
        </span>
      );
    case "done":
      return (
        <span className={styles.state}>
          {counted(state.paragraphs, "paragraph")} ·{" "}
          {state.frameworkTitle ?? "no framework recognised, text kept as it is"}
          {state.comments > 0 && ` · ${counted(state.comments, "comment")}`}
          {state.pictures > 0 && ` · ${counted(state.pictures, "picture")} left out`}
        </span>
      );
    case "reading":
      return (
        <span className={styles.state}>
          {state.pages > 0 ? `Reading page ${state.page} of ${state.pages}` : "Reading"}
          {state.pages > 0 && (
            <progress
              className={styles.bar}
              aria-label={`Reading ${name}`}
              max={state.pages}
              value={state.page}
            />
          )}
        </span>
      );
  }
}

function summary(files: readonly ImportedFile[], running: boolean): string {
  const count = (kind: ImportState["kind"]): number =>
    files.filter(({ state }) => state.kind === kind).length;
  const done = count("done");
  if (running) return `Importing: ${done + count("refused")} of ${counted(files.length, "file")} finished`;
  const refused = count("refused");
  const stopped = count("stopped");
  return [
    `${counted(done, "report")} imported`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(stopped > 0 ? [`${stopped} cancelled`] : []),
  ].join(", ");
}
