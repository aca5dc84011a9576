import { useState } from "react";
import { type Evidence, fieldsOf } from "#shared/domain/evidence.ts";
import { LogMenu } from "#renderer/evidence-import/LogMenu.tsx";
import { EvidenceForm, emptyEvidence } from "#renderer/panels/EvidenceForm.tsx";
import styles from "#renderer/panels/EvidencePanel.module.css";
import { EvidenceItem } from "#renderer/panels/EvidenceItem.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { usePutEvidence } from "#renderer/panels/use-evidence.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { ParagraphEvidence } from "#renderer/thread/ParagraphEvidence.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { counted } from "#renderer/ui/words.ts";

export function EvidencePanel() {
  const { store } = useSession();
  const evidence = useSessionState((state) => state.evidence);
  const areaId = useSessionState((state) => state.areaId);
  const [edited, setEdited] = useState<Evidence | "new" | null>(null);
  const put = usePutEvidence();
  if (edited !== null) {
    const item = edited === "new" ? null : edited;
    return (
      <div className={panel.body}>
        <EvidenceForm
          heading={item ? `Evidence ${item.reference}` : "New evidence"}
          start={item ? fieldsOf(item) : emptyEvidence(areaId ? [areaId] : [])}
          onSave={(saved) => put(item?.id ?? null, saved)}
          onClose={() => setEdited(null)}
        />
      </div>
    );
  }
  return (
    <div className={panel.body}>
      <div className={styles.head}>
        <span className={styles.count}>{evidence.length > 0 && counted(evidence.length, "item")}</span>
        <Button onPress={() => store.setState({ view: "evidence" })}>Table</Button>
        <Button onPress={() => setEdited("new")}>Add evidence…</Button>
      </div>
      <div className={styles.log}>
        <Button look="plain" onPress={() => store.setState({ importing: { file: null } })}>
          Import evidence…
        </Button>
        {evidence.length > 0 && <LogMenu label="Export log…" />}
        {evidence.length > 0 && (
          <Button look="plain" onPress={() => store.setState({ thread: { evidenceId: null } })}>
            Golden thread…
          </Button>
        )}
      </div>
      <ParagraphEvidence />
      {evidence.length === 0 ? (
        <p className={panel.say}>
          What inspectors saw, heard and read belongs here: interviews, case files, data. Add the first item,
          or import a log kept in a spreadsheet, then tie items to the paragraphs that rest on them. Evidence
          is never exported with the report.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Evidence items">
          {evidence.map((item) => (
            <EvidenceItem key={item.id} item={item} onEdit={() => setEdited(item)} />
          ))}
        </ul>
      )}
    </div>
  );
}
