import { useMemo, useState } from "react";
import { countWords } from "#shared/domain/block.ts";
import { wordsBySection, wordsInReport } from "#shared/document/word-counts.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import styles from "#renderer/report/WordsDialog.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** How many words each section has. */
export function WordsDialog({ isOpen, onOpenChange }: Props) {
  return (
    <ModalDialog title="Words" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Words onClose={() => onOpenChange(false)} />
    </ModalDialog>
  );
}

/** Words of the selection in the text, as it was when the dialogue opened. */
function selectedWords(): number {
  const selection = document.getSelection();
  const text = document.querySelector("[data-region=text]");
  return selection && text?.contains(selection.anchorNode) ? countWords(selection.toString()) : 0;
}

function Words({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const blocks = useSessionState((state) => state.blocks);
  const sections = useMemo(() => wordsBySection(blocks), [blocks]);
  const [selected] = useState(selectedWords);
  return (
    <>
      {selected > 0 && <p className={panel.quiet}>{counted(selected, "word")} selected</p>}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Section</th>
              <th scope="col">Words</th>
            </tr>
          </thead>
          <tbody>
            {sections.map(({ blockId, title, level, words }, index) => (
              <tr key={blockId ?? index} data-level={level}>
                <th scope="row">
                  {blockId === null ? (
                    title
                  ) : (
                    <Button
                      look="plain"
                      className={styles.go!}
                      onPress={() => {
                        onClose();
                        // After the dialogue has given the focus back.
                        setTimeout(() => session.editor?.reveal(blockId, null, true), 40);
                      }}
                    >
                      {title}
                    </Button>
                  )}
                </th>
                <td>{words.toLocaleString("en-GB")}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Whole report</th>
              <td>{wordsInReport(blocks).toLocaleString("en-GB")}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={styles.about}>
        A section counts the sections below it. Tables count; evidence marks and the record of main findings
        do not.
      </p>
      <div className={panel.row}>
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </>
  );
}
