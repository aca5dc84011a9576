import { useCallback } from "react";
import { useApi } from "#renderer/api/client.ts";
import { useFrameworks } from "#renderer/api/use-library.ts";
import type { Place } from "#renderer/place.ts";
import { ChangesPage, type Taking } from "#renderer/returned/ChangesPage.tsx";
import styles from "#renderer/returned/ReturnedPage.module.css";
import { shortDate, timeOfDay } from "#renderer/ui/words.ts";

interface Props {
  readonly place: Extract<Place, { screen: "returned" }>;
  readonly onGo: (place: Place) => void;
}

/** What a Word file that came back has otherwise. */
export function ReturnedPage({ place, onGo }: Props) {
  const { report, fileName, returned, blockId } = place;
  const { client } = useApi();
  const framework = useFrameworks().data?.find(({ id }) => id === report.frameworkId) ?? null;
  const back = useCallback(
    () => onGo({ screen: "report", reportId: report.id, blockId }),
    [onGo, report.id, blockId],
  );
  const take = async ({ operations, comments, words, counts }: Taking): Promise<void> => {
    const saved = await client.returned.take({
      reportId: report.id,
      baseRevision: returned.revision,
      operations,
      comments,
    });
    const restored = {
      says: `${words} taken from “${fileName}”.`,
      undone: `The text is as it was before the changes${counts.comments > 0 ? "; the comments are still here" : ""}.`,
      before: saved.revision - 1,
      grades: false,
    };
    onGo({ screen: "report", reportId: report.id, blockId, restored });
  };
  return (
    <ChangesPage
      title={
        <>
          <strong>{fileName}</strong> compared with {report.title}
        </>
      }
      returned={returned}
      framework={framework}
      none="Nothing in this file differs from what was sent, or all of it is in the report already."
      onTake={take}
      onBack={back}
    >
      {() => (
        <>
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
        </>
      )}
    </ChangesPage>
  );
}
