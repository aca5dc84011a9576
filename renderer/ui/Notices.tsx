import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { Button } from "#renderer/ui/Button.tsx";
import { closeNotice, notices, type Notice } from "#renderer/ui/notify.ts";
import styles from "#renderer/ui/Notices.module.css";

const STAYS_MS = 10_000;

export function Notices() {
  const shown = useStore(notices);
  return (
    <output className={styles.corner} aria-label="Notices">
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </output>
  );
}

/** Leaves by itself, but never under the pointer or while it holds the focus, and never when it tells of a fault. */
function NoticeLine({ notice }: { notice: Notice }) {
  const [held, setHeld] = useState(false);
  const leaves = !held && notice.progress === null && notice.tone === "plain";
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(() => closeNotice(notice.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [leaves, notice.id, notice.text]);
  const { action } = notice;
  return (
    <div
      className={styles.notice}
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{notice.text}</span>
      {action && (
        <Button
          look="plain"
          onPress={() => {
            closeNotice(notice.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button look="plain" aria-label={`Close: ${notice.text}`} onPress={() => closeNotice(notice.id)}>
        Close
      </Button>
      {notice.progress !== null && (
        <progress className={styles.bar} aria-label={notice.text} max={1} value={notice.progress} />
      )}
    </div>
  );
}
