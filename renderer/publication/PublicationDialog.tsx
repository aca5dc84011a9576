import { useId, useState, type FormEvent } from "react";
import {
  type CheckedItem,
  heldUpBy,
  holdsUp,
  PUBLICATION_KINDS,
  type PublicationKind,
} from "#shared/publication/publication-item.ts";
import { toPlace } from "#renderer/evidence/evidence-commands.ts";
import panel from "#renderer/panels/Panel.module.css";
import styles from "#renderer/publication/PublicationDialog.module.css";
import type { Leaving } from "#renderer/publication/leaving.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { counted, longDate } from "#renderer/ui/words.ts";

const KIND_WORDS: Record<PublicationKind, string> = {
  "personal-detail": "Personal details",
  "small-number": "Few people, who could be recognised",
  error: "Errors",
  placeholder: "Not yet written",
  section: "Sections the framework asks for",
  comment: "Open comments",
  "factual-check": "Factual accuracy check",
  abbreviation: "Abbreviations nobody explains",
  description: "Tables without a caption",
};

/** What is to be settled before a file leaves the desk, each with its place, and the reason to let it out all the same. */
export function PublicationDialog() {
  const leaving = useSessionState((state) => state.leaving);
  if (!leaving) return null;
  const held = heldUpBy(leaving.items).length;
  return (
    <ModalDialog
      title={
        leaving.name === null
          ? "Publication check"
          : `${counted(held, "thing")} to settle before the ${leaving.name} file leaves the desk`
      }
      size="wide"
      isOpen
      onOpenChange={(open) => {
        if (!open) leaving.answer(null);
      }}
    >
      <Items leaving={leaving} />
      {leaving.name === null ? (
        <div className={panel.row}>
          <Button look="primary" onPress={() => leaving.answer(null)}>
            Close
          </Button>
        </div>
      ) : (
        <LetOutForm name={leaving.name} answer={leaving.answer} />
      )}
    </ModalDialog>
  );
}

function Items({ leaving: { items, answer } }: { readonly leaving: Leaving }) {
  const session = useSession();
  const goTo = (item: CheckedItem): void => {
    answer(null);
    if (item.commentId) session.store.setState({ panel: "comments", commentAt: item.commentId });
    if (item.blockId) toPlace(session, item.blockId);
  };
  if (items.length === 0)
    return (
      <p>
        Nothing was found: no personal details, no open errors or comments, nothing left to write. A person
        reads it once more all the same.
      </p>
    );
  return (
    <div className={styles.items}>
      {PUBLICATION_KINDS.map((kind) => {
        const ofKind = items.filter((item) => item.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} aria-label={KIND_WORDS[kind]}>
            <h3 className={styles.kind}>
              {KIND_WORDS[kind]} <span className={styles.count}>{ofKind.length}</span>
              {!holdsUp(kind) && <span className={styles.advice}>worth a look; holds nothing up</span>}
            </h3>
            <ul>
              {ofKind.map((item) => (
                <li key={item.fingerprint} className={styles.item}>
                  <Place item={item} onGo={() => goTo(item)} />
                  <span>
                    {item.message}
                    {item.letOut && (
                      <span className={styles.letOut}>
                        Let out {longDate(item.letOut.at)}
                        {item.letOut.by && ` by ${item.letOut.by}`}: “{item.letOut.reason}”
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Place({ item, onGo }: { readonly item: CheckedItem; readonly onGo: () => void }) {
  if (item.blockId === null && item.commentId === null)
    return <span className={styles.whole}>Whole report</span>;
  const words =
    item.paragraph !== null ? `Paragraph ${item.paragraph}` : item.blockId === null ? "Comment" : "Text";
  return (
    <Button look="plain" onPress={onGo} aria-label={`${words}: go there`}>
      {words}
    </Button>
  );
}

function LetOutForm({ name, answer }: { readonly name: string; readonly answer: Leaving["answer"] }) {
  const id = useId();
  const [reason, setReason] = useState("");
  const given = reason.trim() !== "";
  const letOut = (event: FormEvent): void => {
    event.preventDefault();
    if (given) answer(reason.trim());
  };
  return (
    <form className={styles.form} onSubmit={letOut}>
      <label className={panel.label} htmlFor={id}>
        Why it may leave the desk as it is. The reason is kept with the report; the same is not asked again.
      </label>
      <input
        id={id}
        className={panel.field}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={panel.row}>
        <Button look="primary" onPress={() => answer(null)}>
          Go back and settle them
        </Button>
        <Button type="submit" isDisabled={!given}>
          Export {name} all the same
        </Button>
      </div>
    </form>
  );
}
