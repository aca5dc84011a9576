import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { markWords } from "#renderer/evidence/mark-words.ts";
import { NameCheck } from "#renderer/evidence/NameCheck.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { Field } from "#renderer/ui/Field.tsx";

const MARKS: Readonly<Record<string, "**" | "*">> = { b: "**", i: "*" };

interface Props {
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "date" | "area";
  readonly longest: number;
  /** Looks for personal details and offers pseudonyms below the field. */
  readonly checksNames?: boolean;
  readonly onSave: (text: string) => void;
}

/** A field that saves itself when it is left, by whatever way; Escape puts back what it held. */
export function SavedField({ label, value, type = "text", longest, checksNames = false, onSave }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const latest = useRef({ draft, value, onSave });
  useEffect(() => {
    latest.current = { draft, value, onSave };
  });
  const save = (): void => {
    if (draft !== null && draft !== value) onSave(draft);
    setDraft(null);
  };
  // The pane may close over a field that has the focus: what was typed is kept all the same.
  useEffect(
    () => () => {
      const left = latest.current;
      if (left.draft !== null && left.draft !== left.value) left.onSave(left.draft);
    },
    [],
  );
  // What is offered below the field belongs to it: going there saves no name that is about to be replaced.
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && type !== "area") save();
    const mark =
      type === "area" && (event.ctrlKey || event.metaKey) ? MARKS[event.key.toLowerCase()] : undefined;
    if (mark) {
      event.preventDefault();
      event.stopPropagation();
      const { current } = field;
      const marked = markWords(draft ?? value, current!.selectionStart!, current!.selectionEnd!, mark);
      // The selection is put back once the field has the new words.
      flushSync(() => setDraft(marked.text));
      current!.setSelectionRange(marked.start, marked.end);
    }
    if (event.key !== "Escape" || draft === null) return;
    event.preventDefault();
    setDraft(null);
  };
  const props = {
    className: panel.field,
    value: draft ?? value,
    maxLength: longest,
    ref: field,
    onKeyDown,
  };
  return (
    <div onBlur={onBlur}>
      <Field label={label}>
        {(id) =>
          type === "area" ? (
            <textarea {...props} id={id} rows={7} onChange={(event) => setDraft(event.target.value)} />
          ) : (
            <input {...props} id={id} type={type} onChange={(event) => setDraft(event.target.value)} />
          )
        }
      </Field>
      {checksNames && (
        <NameCheck text={draft ?? value} onText={setDraft} onUsed={() => field.current?.focus()} />
      )}
    </div>
  );
}
