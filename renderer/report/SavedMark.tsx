import { textOf } from "#shared/domain/block.ts";
import { useConnection } from "#renderer/api/use-connection.ts";
import styles from "#renderer/report/SavedMark.module.css";
import { useSession, useSessionState, type Session } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { timeOfDay } from "#renderer/ui/words.ts";

/** What has happened to the words typed last: never more than is true. */
export function SavedMark({ onReload }: { readonly onReload: () => void }) {
  const state = useSessionState(({ saveState }) => saveState);
  const session = useSession();
  const connection = useConnection();
  const lost = connection === "lost" && state.kind !== "saved";
  const conflict = !lost && state.kind === "unsaved" && state.fault.code === "conflict";
  const words = lost
    ? "Not saved: the program has stopped"
    : conflict
      ? "Not saved: changed elsewhere"
      : state.kind === "saved"
        ? `Saved ${timeOfDay(state.at)}`
        : state.kind === "saving"
          ? "Saving…"
          : `Not saved: ${state.fault.message}`;
  return (
    <span className={styles.mark} data-state={lost ? "unsaved" : state.kind}>
      <span className={styles.dot} aria-hidden />
      <span>{words}</span>
      {/* Spoken only when something is wrong: “Saving” and “Saved” at every pause would drown the writing. */}
      <output className="visually-hidden" aria-label="Saving state">
        {lost || state.kind === "unsaved" ? words : ""}
      </output>
      {(lost || conflict) && (
        <Button look="plain" onPress={() => void copyText(session)}>
          Copy the text
        </Button>
      )}
      {conflict && (
        <Button look="plain" onPress={onReload}>
          Reload
        </Button>
      )}
    </span>
  );
}

/** The way out when the program is gone for good: the words, at least, go along. */
async function copyText({ store }: Session): Promise<void> {
  await navigator.clipboard.writeText(store.getState().blocks.map(textOf).join("\n\n"));
  notify("The whole text of the report is on the clipboard.");
}
