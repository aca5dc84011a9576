import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { parseChoices, type RuleChoices, RULES_SETTING } from "#shared/consistency/rule-choice.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { Report } from "#shared/domain/report.ts";
import { useApi } from "#renderer/api/client.ts";
import { useFrameworks } from "#renderer/api/use-library.ts";
import { useSettings } from "#renderer/api/use-settings.ts";
import { CommandPalette } from "#renderer/commands/CommandPalette.tsx";
import { useAppCommands } from "#renderer/commands/use-app-commands.ts";
import { useKeys } from "#renderer/commands/use-keys.ts";
import { EvidencePage } from "#renderer/evidence/EvidencePage.tsx";
import { PseudonymsDialog } from "#renderer/evidence/PseudonymsDialog.tsx";
import { QuickEntry } from "#renderer/evidence/QuickEntry.tsx";
import { RemoveEvidence } from "#renderer/evidence/RemoveEvidence.tsx";
import { ExportWordDialog } from "#renderer/export-word/ExportWordDialog.tsx";
import { FactualAccuracyPage } from "#renderer/factual-accuracy/FactualAccuracyPage.tsx";
import { IssueDialog } from "#renderer/factual-accuracy/IssueDialog.tsx";
import { MatrixPage } from "#renderer/matrix/MatrixPage.tsx";
import type { Place } from "#renderer/place.ts";
import { useReadComments } from "#renderer/panels/use-comments.ts";
import { PublicationDialog } from "#renderer/publication/PublicationDialog.tsx";
import { openSession } from "#renderer/report/open-session.ts";
import { ReportDetails } from "#renderer/report/ReportDetails.tsx";
import { ReportHeader } from "#renderer/report/ReportHeader.tsx";
import { ReportLayout } from "#renderer/report/ReportLayout.tsx";
import styles from "#renderer/report/ReportScreen.module.css";
import { SessionContext, useSession, useSessionState } from "#renderer/report/session.ts";
import { StatusBar } from "#renderer/report/StatusBar.tsx";
import { useCommands } from "#renderer/report/use-commands.ts";
import { EvidenceDrop } from "#renderer/thread/EvidenceDrop.tsx";
import { ThreadDialog } from "#renderer/thread/ThreadDialog.tsx";
import { ParagraphMenu } from "#renderer/writing/ParagraphMenu.tsx";
import { useMethodCommands } from "#renderer/writing/use-method.ts";
import { SpellingLayer } from "#renderer/spelling/SpellingLayer.tsx";
import { WordsDialog } from "#renderer/report/WordsDialog.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { useReportDesk } from "#renderer/report/use-report-desk.tsx";

interface Props {
  readonly place: Extract<Place, { screen: "report" }>;
  /** A new number with every visit. */
  readonly visit: number;
  readonly onGo: (place: Place) => void;
}

export function ReportScreen({ place, visit, onGo }: Props) {
  const { reportId } = place;
  const { client } = useApi();
  const frameworks = useFrameworks();
  const settings = useSettings();
  // Never from a cache: what is opened is what the library holds now.
  const report = useQuery({
    queryKey: ["open-report", reportId, visit],
    queryFn: async () => {
      const [opened, dispositions] = await Promise.all([
        client.reports.open({ reportId }),
        client.findings.dispositions({ reportId }),
      ]);
      return { ...opened, dispositions };
    },
    gcTime: 0,
    staleTime: Infinity,
  });
  const error = report.error ?? frameworks.error;
  if (error)
    return (
      <main className={screen.waiting}>
        <FaultNotice error={error} onRetry={() => void report.refetch()} />
        <Button onPress={() => onGo({ screen: "library" })}>Back to the library</Button>
      </main>
    );
  if (!report.data || !frameworks.data || !settings.ready)
    return (
      <main className={screen.waiting}>
        <output>Opening the report…</output>
      </main>
    );
  const { dispositions, ...opened } = report.data;
  const framework = frameworks.data.find(({ id }) => id === opened.frameworkId) ?? null;
  return (
    <OpenReport
      key={report.dataUpdatedAt}
      opened={{
        report: opened,
        framework,
        dispositions,
        choices: parseChoices(settings.read(RULES_SETTING)),
      }}
      place={place}
      onGo={onGo}
      onReload={() => void report.refetch()}
    />
  );
}

interface Opened {
  readonly report: Report;
  readonly framework: Framework | null;
  readonly dispositions: readonly Disposition[];
  readonly choices: RuleChoices;
}

interface OpenProps extends Omit<Props, "visit"> {
  readonly opened: Opened;
  readonly onReload: () => void;
}

function OpenReport({ opened, place, onGo, onReload }: OpenProps) {
  const startAt = place.blockId;
  const api = useApi();
  // What it was opened with; what changes later is told to the session.
  const [{ report, framework, dispositions, choices }] = useState(opened);
  const { session, start } = useMemo(
    () => openSession(api, report, framework, dispositions, choices),
    [api, report, framework, dispositions, choices],
  );
  useEffect(() => start(), [start]);
  useEffect(() => {
    if (startAt) session.editor?.reveal(startAt, null, true);
    return () => {
      void session.autosave.flush();
    };
  }, [session, startAt]);
  useEffect(() => {
    document.title = `${report.title} – Plumbline`;
    return () => {
      document.title = "Plumbline";
    };
  }, [report.title]);
  return (
    <SessionContext value={session}>
      <Workplace place={place} onGo={onGo} onReload={onReload} />
    </SessionContext>
  );
}

function Workplace({ place, onGo, onReload }: Omit<OpenProps, "opened">) {
  const { autosave } = useSession();
  useReadComments();
  const [palette, setPalette] = useState(false);
  const [details, setDetails] = useState(false);
  const [words, setWords] = useState(false);
  const go = useCallback(
    (to: Place) => {
      void autosave.flush().then(() => {
        if (autosave.isSaved) onGo(to);
        else
          notify("Your last changes are not saved, and leaving would lose them.", {
            tone: "fault",
            action: { label: "Leave anyway", run: () => onGo(to) },
          });
      });
    },
    [autosave, onGo],
  );
  const leave = useCallback(() => go({ screen: "library" }), [go]);
  const method = useMethodCommands();
  const desk = useReportDesk(go, place.restored);
  const openPalette = useCallback(() => setPalette(true), []);
  const openDetails = useCallback(() => setDetails(true), []);
  const openWords = useCallback(() => setWords(true), []);
  const commands = [
    ...useCommands({ leave, openDetails, openWords }, palette),
    ...desk.commands,
    ...method,
    ...useAppCommands(openPalette),
  ];
  const asking = useSessionState(
    (state) => state.entering || state.removing !== null || state.leaving !== null,
  );
  useKeys(commands, !asking && !palette && !details && !words && !desk.busy);
  return (
    <div className={`${screen.screen} ${screen.scrolling}`}>
      <ReportHeader onLeave={leave} onReload={onReload} onDetails={openDetails} onPalette={openPalette} />
      <Middle />
      <StatusBar onWords={openWords} />
      <RemoveEvidence />
      <ExportWordDialog />
      <IssueDialog />
      <PublicationDialog />
      <QuickEntry />
      <PseudonymsDialog />
      <ThreadDialog />
      <EvidenceDrop />
      <WordsDialog isOpen={words} onOpenChange={setWords} />
      <SpellingLayer />
      {/* After the spelling: a marked word answers first. */}
      <ParagraphMenu commands={commands} />
      {desk.dialogs}
      <ReportDetails isOpen={details} onOpenChange={setDetails} />
      <CommandPalette commands={commands} isOpen={palette} onOpenChange={setPalette} />
    </div>
  );
}

/** The tables lie over the text, which keeps its place, its caret and its undo behind them. */
function Middle() {
  const view = useSessionState((state) => state.view);
  const away = view !== "text";
  return (
    <div className={styles.middle}>
      <div className={styles.behind} inert={away} data-away={away ? "" : undefined}>
        <ReportLayout />
      </div>
      {view === "evidence" && <EvidencePage />}
      {view === "matrix" && <MatrixPage />}
      {view === "factual-accuracy" && <FactualAccuracyPage />}
    </div>
  );
}
