import type { LetterFormat } from "#shared/api/exports.ts";
import { threadsOf } from "#shared/domain/comment.ts";
import { useApi } from "#renderer/api/client.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { SaveAs } from "#renderer/report/SaveAs.tsx";
import { useMakeFile } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { counted } from "#renderer/ui/words.ts";

/** What was asked of the report as a letter, with the answers beside; opened by the session’s state. */
export function LetterDialog() {
  const { store } = useSession();
  const isOpen = useSessionState(({ internal }) => internal === "letter");
  const close = (): void => store.setState({ internal: null });
  const { client } = useApi();
  const makeFile = useMakeFile();
  const said = useSessionState((state) => state.said);
  const threads = threadsOf((said?.comments ?? []).filter(({ isPrivate }) => !isPrivate));
  const answered = threads.filter(({ answers }) => answers.length > 0).length;
  const save = (format: LetterFormat): void => {
    close();
    void makeFile("QA letter", (reportId) => client.exports.letter({ reportId, format }));
  };
  return (
    <ModalDialog title="QA letter" isOpen={isOpen} onOpenChange={close}>
      {threads.length === 0 ? (
        <p>
          There is nothing to write yet. The letter is made of the comments on this report, but for notes to
          yourself; add some first.
        </p>
      ) : (
        <p>
          {counted(threads.length, "query", "queries")}, {answered === 0 ? "none" : answered} with an answer,
          in the order of the report: the words that are asked about, what was asked and suggested, and the
          answers beside. Notes to yourself and evidence are not in it.
        </p>
      )}
      <div className={panel.row}>
        <SaveAs isDisabled={threads.length === 0} onSave={save} />
        <Button onPress={close}>Cancel</Button>
      </div>
    </ModalDialog>
  );
}
