import { useConnection } from "#renderer/api/use-connection.ts";
import styles from "#renderer/report/SavedMark.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { timeOfDay } from "#renderer/ui/words.ts";

/** What has happened to the words typed last: never more than is true. */
export function SavedMark({ onReload }: { readonly onReload: () => void }) {
  const state = useSessionState((session) => session.saveState);
  const connection = useConnection();
  const lost = connection === "lost" && state.kind !== "saved";
  const words = lost
    ? "Not saved: the program has stopped. Your text is kept in this window."
    : state.kind === "saved"
      ? `Saved ${timeOfDay(state.at)}`
      : state.kind === "saving"
        ? "Saving…"
        : `Not saved: ${state.fault.message}`;
  return (
    <span className={styles.mark} data-state={lost ? "unsaved" : state.kind}>
      <span className={styles.dot} aria-hidden />
      <output aria-label="Saving state">{words}</output>
      {state.kind === "unsaved" && state.fault.code === "conflict" && (
        <Button look="plain" onPress={onReload}>
          Reload the report
        </Button>
      )}
    </span>
  );
}
