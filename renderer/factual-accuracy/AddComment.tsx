import { useEffect, useRef, useState } from "react";
import {
  FACTUAL_KIND_WORDS,
  FACTUAL_KINDS,
  type FactualKind,
  type NewFactualComment,
} from "#shared/domain/factual-check.ts";
import { proposeKind } from "#shared/factual-accuracy/classify.ts";
import { type IssuedCopy, placeComment, placeNames } from "#shared/factual-accuracy/place-comment.ts";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { Choice, Field, Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";

interface Props {
  readonly copy: IssuedCopy;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onAdd: (comment: NewFactualComment) => Promise<boolean>;
}

/** A comment that came by letter or telephone. */
export function AddComment({ isOpen, onClose, ...form }: Props) {
  return (
    <ModalDialog title="Add a comment" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <CommentForm {...form} onClose={onClose} />
    </ModalDialog>
  );
}

function CommentForm({ copy, onClose, onAdd }: Omit<Props, "isOpen">) {
  const [said, setSaid] = useState({ place: "", quote: "", text: "", shows: "" });
  const [chosen, setChosen] = useState<FactualKind | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const set = (name: keyof typeof said) => (value: string) => setSaid({ ...said, [name]: value });
  const placed = placeComment(said, copy);
  const kind = chosen ?? proposeKind(said);
  const asked = said.place.trim() !== "" || said.quote.trim() !== "";
  const ready = said.text.trim() !== "" && !busy;
  const add = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    const kindBy = chosen ? "desk" : "proposed";
    const added = await onAdd({ ...said, text: said.text.trim(), kind, kindBy, ...placed, key: null });
    setBusy(false);
    if (added) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Line
        label="Paragraph"
        value={said.place}
        maxLength={1000}
        placeholder="14, bullet 2"
        ref={first}
        onChange={set("place")}
      />
      <Line label="What the report says" value={said.quote} maxLength={20_000} onChange={set("quote")} />
      {asked && (
        <output className={panel.quiet}>
          {placeNames(placed.blockIds, copy)}
          {placed.note && `. ${placed.note}`}
        </output>
      )}
      <Field label="What they say is wrong">
        {(id) => (
          <textarea
            id={id}
            className={panel.field}
            rows={3}
            required
            maxLength={20_000}
            value={said.text}
            onChange={(event) => set("text")(event.target.value)}
          />
        )}
      </Field>
      <Line label="What shows it" value={said.shows} maxLength={20_000} onChange={set("shows")} />
      <Choice
        label={chosen ? "Kind" : "Kind, proposed from their words"}
        value={kind}
        options={FACTUAL_KINDS}
        words={FACTUAL_KIND_WORDS}
        onChange={setChosen}
      />
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={!ready}>
          Add the comment
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
