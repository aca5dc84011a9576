import { useEffect, useState } from "react";
import { useSettings } from "#renderer/api/use-settings.ts";
import { useSession } from "#renderer/report/session.ts";
import { SAMPLE_SETTING, TOUR_SETTING } from "#renderer/tour/tour-setting.ts";
import { TOUR_STEPS } from "#renderer/tour/tour-steps.ts";
import styles from "#renderer/tour/Tour.module.css";
import { Button } from "#renderer/ui/Button.tsx";

/** Stands beside the sample the first time, and beside any report when it is asked for; in nobody’s way. */
export function Tour() {
  const settings = useSettings();
  const { store } = useSession();
  const wanted = settings.read(TOUR_SETTING);
  const isSample = settings.read(SAMPLE_SETTING) === store.getState().report.id;
  if (wanted === "closed" || (wanted !== "on" && !isSample)) return null;
  return <Steps onEnd={() => settings.write(TOUR_SETTING, "closed")} />;
}

/** One step at a time; each sees for itself when it was done. */
function Steps({ onEnd }: { readonly onEnd: () => void }) {
  const { store } = useSession();
  const [at, setAt] = useState(0);
  const [done, setDone] = useState<string | null>(null);
  const step = TOUR_STEPS[at];
  useEffect(() => {
    if (!step) return;
    const then = store.getState();
    const look = (): void => {
      if (!step.isDone(store.getState(), then)) return;
      setDone(step.title);
      setAt(at + 1);
    };
    look();
    return store.subscribe(look);
  }, [store, step, at]);
  return (
    <section className={styles.card} aria-label="Tour" data-region="tour">
      <output className={styles.words}>
        {done !== null && <span className={styles.done}>✓ {done}</span>}
        <b className={styles.title}>{step ? step.title : "That is the main job"}</b>
        <span>
          {step
            ? step.says
            : "Everything else is in the manual: F1 opens it, and this tour can be had again there."}
        </span>
      </output>
      <div className={styles.row}>
        <span className={styles.count}>{step ? `${at + 1} of ${TOUR_STEPS.length}` : ""}</span>
        {step && (
          <Button
            look="plain"
            onPress={() => {
              setDone(null);
              setAt(at + 1);
            }}
          >
            Skip this step
          </Button>
        )}
        <Button look="plain" onPress={onEnd}>
          End the tour
        </Button>
      </div>
    </section>
  );
}
