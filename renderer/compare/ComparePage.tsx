import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Version } from "#shared/api/versions.ts";
import { useApi } from "#renderer/api/client.ts";
import { useFrameworks } from "#renderer/api/use-library.ts";
import { Comparison } from "#renderer/compare/Comparison.tsx";
import type { Place } from "#renderer/place.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { RestoreVersion } from "#renderer/versions/RestoreVersion.tsx";
import { useVersionList } from "#renderer/versions/use-version-list.ts";
import { restoredAs, spokenName } from "#renderer/versions/version-words.ts";

interface Props {
  readonly place: Extract<Place, { screen: "compare" }>;
  readonly onGo: (place: Place) => void;
}

/** Two revisions of a report side by side. */
export function ComparePage({ place, onGo }: Props) {
  const { report, blockId } = place;
  const { client } = useApi();
  const [before, setBefore] = useState(place.before);
  const [after, setAfter] = useState(place.after);
  const [restoring, setRestoring] = useState<Version | null>(null);
  const { list } = useVersionList(report.id);
  const frameworks = useFrameworks();
  const textBefore = useVersionText(report.id, before);
  const textAfter = useVersionText(report.id, after);
  const back = useCallback(
    () => onGo({ screen: "report", reportId: report.id, blockId }),
    [onGo, report.id, blockId],
  );
  const error = list.error ?? frameworks.error ?? textBefore.error ?? textAfter.error;
  if (error)
    return (
      <main className={screen.waiting}>
        <FaultNotice error={error} />
        <Button onPress={back}>Back to the text</Button>
      </main>
    );
  if (!list.data || !frameworks.data || !textBefore.data || !textAfter.data)
    return (
      <main className={screen.waiting}>
        <output>Reading both versions…</output>
      </main>
    );
  const newest = list.data[0]!.revision;
  const restore = async (version: Version, grades: boolean): Promise<void> => {
    const answer = await client.versions.restore({
      reportId: report.id,
      baseRevision: newest,
      revision: version.revision,
      grades,
    });
    const restored = restoredAs(spokenName(version), answer.revision - 1, grades);
    onGo({ screen: "report", reportId: report.id, blockId, restored });
  };
  return (
    <>
      <Comparison
        title={report.title}
        framework={frameworks.data.find(({ id }) => id === report.frameworkId) ?? null}
        versions={list.data}
        before={textBefore.data}
        after={textAfter.data}
        busy={restoring !== null}
        onBefore={setBefore}
        onAfter={setAfter}
        onRestore={setRestoring}
        onBack={back}
        onLibrary={() => onGo({ screen: "library" })}
        onOpen={(reportId) => onGo({ screen: "report", reportId, blockId: null })}
      />
      <ModalDialog
        title="Restore a version"
        isOpen={restoring !== null}
        onOpenChange={() => setRestoring(null)}
      >
        {restoring && (
          <RestoreVersion
            name={spokenName(restoring)}
            onRestore={(grades) => restore(restoring, grades)}
            onClose={() => setRestoring(null)}
          />
        )}
      </ModalDialog>
    </>
  );
}

/** A revision never changes, so it is read once; the one before stays on the page while another is read. */
const useVersionText = (reportId: Props["place"]["report"]["id"], revision: number) =>
  useQuery({
    ...useApi().queries.versions.read.queryOptions({ input: { reportId, revision } }),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
