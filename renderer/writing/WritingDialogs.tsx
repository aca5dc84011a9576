import { useState, type FormEvent, type ReactNode } from "react";
import { textOf } from "#shared/domain/block.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { TiesForm } from "#renderer/ties/TiesForm.tsx";
import { afterDialog } from "#renderer/ui/after-dialog.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { FiguresForm } from "#renderer/writing/FiguresForm.tsx";
import type { WritingQuestion } from "#renderer/writing/question.ts";
import styles from "#renderer/writing/WritingDialogs.module.css";

const TITLES: Record<WritingQuestion, string> = {
  link: "Link",
  table: "Insert a table",
  caption: "Caption of the table",
  figures: "Figures of this report",
  ties: "Tie to areas",
};

/** The few questions that writing asks. Each goes back to the text, where the caret was. */
export function WritingDialogs() {
  const { store } = useSession();
  const asking = useSessionState((state) => state.asking);
  const close = (): void => store.setState({ asking: null });
  if (!asking) return null;
  return (
    <ModalDialog
      title={TITLES[asking]}
      size={asking === "figures" ? "large" : "plain"}
      isOpen
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      {asking === "link" && <LinkForm onClose={close} />}
      {asking === "table" && <TableForm onClose={close} />}
      {asking === "caption" && <CaptionForm onClose={close} />}
      {asking === "figures" && <FiguresForm onClose={close} />}
      {asking === "ties" && <TiesForm onClose={close} />}
    </ModalDialog>
  );
}

interface FormProps {
  readonly onClose: () => void;
}

function Form({
  submit,
  ready,
  onSubmit,
  onClose,
  children,
  other,
}: FormProps & {
  readonly submit: string;
  readonly ready: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly other?: ReactNode;
}) {
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    onClose();
    afterDialog(onSubmit);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      {children}
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={!ready}>
          {submit}
        </Button>
        {other}
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** What was typed as an address, made whole; null when it is none that a report may hold. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole) || !/^(https?:|mailto:)/i.test(whole)) return null;
  return /\s/.test(whole) || (!whole.startsWith("mailto:") && !new URL(whole).hostname.includes("."))
    ? null
    : whole;
}

function LinkForm({ onClose }: FormProps) {
  const session = useSession();
  const [at] = useState(() => session.editor?.linkAt() ?? { url: null, words: "" });
  const [typed, setTyped] = useState(at.url ?? "");
  const url = addressOf(typed);
  if (at.url === null && at.words === "")
    return (
      <>
        <p className={styles.note}>Select the words that should be the link first.</p>
        <div className={panel.row}>
          <Button onPress={onClose}>Back to the text</Button>
        </div>
      </>
    );
  return (
    <Form
      submit={at.url === null ? "Add the link" : "Change the link"}
      ready={url !== null}
      onClose={onClose}
      onSubmit={() => session.editor?.linkTo(url)}
      other={
        at.url !== null && (
          <Button
            onPress={() => {
              onClose();
              afterDialog(() => session.editor?.linkTo(null));
            }}
          >
            Remove the link
          </Button>
        )
      }
    >
      <Line
        label="Web or e-mail address"
        // Opened to be typed into.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        inputMode="url"
        maxLength={2000}
        value={typed}
        onChange={setTyped}
      />
      {typed.trim() !== "" && url === null && (
        <p className={styles.note}>That is no web address (https://…) and no e-mail address.</p>
      )}
    </Form>
  );
}

const size = (typed: string, most: number): number | null => {
  const number = Number(typed);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null;
};

function TableForm({ onClose }: FormProps) {
  const session = useSession();
  const [rows, setRows] = useState("3");
  const [columns, setColumns] = useState("3");
  const [r, c] = [size(rows, 200), size(columns, 12)];
  return (
    <Form
      submit="Insert the table"
      ready={r !== null && c !== null}
      onClose={onClose}
      onSubmit={() => {
        if (!session.editor?.insertTable(r!, c!))
          notify("Put the caret in the text first, where the table should be.");
      }}
    >
      <div className={styles.pair}>
        <Line label="Rows (1 to 200)" type="number" min={1} max={200} value={rows} onChange={setRows} />
        <Line
          label="Columns (1 to 12)"
          type="number"
          min={1}
          max={12}
          value={columns}
          onChange={setColumns}
        />
      </div>
    </Form>
  );
}

function CaptionForm({ onClose }: FormProps) {
  const session = useSession();
  const block = useSessionState(({ blocks, blockId }) => blocks.find(({ id }) => id === blockId));
  const [caption, setCaption] = useState(block ? textOf(block) : "");
  return (
    <Form
      submit="Keep the caption"
      ready
      onClose={onClose}
      onSubmit={() => void session.editor?.changeTable({ caption })}
    >
      <Line
        label="Caption, above the table; leave empty for none"
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        maxLength={300}
        value={caption}
        onChange={setCaption}
      />
    </Form>
  );
}
