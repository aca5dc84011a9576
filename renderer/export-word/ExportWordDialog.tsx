import { useState, type FormEvent } from "react";
import styles from "#renderer/export-word/ExportWordDialog.module.css";
import { TemplateChoice } from "#renderer/export-word/TemplateChoice.tsx";
import { sinceFor, useWordChoice } from "#renderer/export-word/word-choice.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useExport } from "#renderer/report/use-export.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Choice } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";
import { useVersionList } from "#renderer/versions/use-version-list.ts";
import { nameOf, whoAndWhen } from "#renderer/versions/version-words.ts";
import type { Version } from "#shared/api/versions.ts";

/** What a Word file is to hold. As it opens it makes the plain file, or what was chosen last, with one press. */
export function ExportWordDialog() {
  const { store } = useSession();
  const isOpen = useSessionState((state) => state.exportingWord);
  const close = (): void => store.setState({ exportingWord: false });
  return (
    <ModalDialog title="Export to Word" size="wide" isOpen={isOpen} onOpenChange={close}>
      <Options onClose={close} />
    </ModalDialog>
  );
}

function Options({ onClose }: { readonly onClose: () => void }) {
  const reportId = useSessionState(({ report }) => report.id);
  const { list } = useVersionList(reportId);
  const { last, remember } = useWordChoice();
  const makeFile = useExport();
  // The newest revision is what is exported.
  const versions = list.data?.slice(1) ?? [];
  const [comments, setComments] = useState(last.comments);
  const [annex, setAnnex] = useState(false);
  const [templateId, setTemplateId] = useState(last.templateId);
  const [chosen, setChosen] = useState<string | null>(null);
  const since = chosen ?? String(sinceFor(last, reportId, versions) ?? NONE);
  const changesSince = since === NONE ? null : Number(since);
  const words: Record<string, string> = {
    [NONE]: list.isPending ? "Reading the history…" : "No changes shown",
    ...Object.fromEntries(versions.map((version) => [String(version.revision), versionWords(version)])),
  };
  const make = (event: FormEvent): void => {
    event.preventDefault();
    const kept = changesSince === null ? null : { reportId, revision: changesSince };
    remember({ comments, since: kept, templateId });
    onClose();
    void makeFile("word", { comments, changesSince, annex, templateId });
  };
  return (
    <form className={styles.form} onSubmit={make}>
      <div className={styles.options}>
        <Tick isSelected={comments} onChange={setComments}>
          Reviewers’ comments, as Word comments
        </Tick>
        <Choice
          label="Changes since a version, as tracked changes"
          value={since in words ? since : NONE}
          words={words}
          options={[NONE, ...versions.map(({ revision }) => String(revision))]}
          onChange={setChosen}
        />
        {list.error && (
          <p className={styles.warning}>
            The versions could not be read, so that no changes can be shown. Close this and try again.
          </p>
        )}
        <Tick isSelected={annex} onChange={setAnnex}>
          Annex on quality assurance: evidence, what each grade rests on, findings and decisions
        </Tick>
        {annex && (
          <output className={styles.warning}>
            For internal use only: the file names evidence and people, and says so on every page.
          </output>
        )}
        <TemplateChoice templateId={templateId} onChoose={setTemplateId} />
      </div>
      <div className={panel.row}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the plain file is one press away */}
        <Button look="primary" type="submit" autoFocus>
          Export to Word
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

const NONE = "none";

const versionWords = (version: Version): string => `${nameOf(version)} (${whoAndWhen(version)})`;
