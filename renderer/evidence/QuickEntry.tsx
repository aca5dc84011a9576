import { useEffect, useRef, useState, type FormEvent } from "react";
import { rootOf, shortTitleOf, type Area, judgementAreas } from "#shared/domain/framework.ts";
import {
  areaBegun,
  findAreas,
  type QuickEntry as Read,
  readQuickEntry,
} from "#shared/evidence/quick-entry.ts";
import { areaWords } from "#renderer/evidence/arrange.ts";
import styles from "#renderer/evidence/EvidencePage.module.css";
import { NameCheck } from "#renderer/evidence/NameCheck.tsx";
import { DIRECTION_WORDS, KIND_WORDS } from "#shared/evidence/words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { usePutEvidence } from "#renderer/panels/use-evidence.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Field } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { isoToday, longDate } from "#renderer/ui/words.ts";

/** One line an item, from wherever one is in the report. */
export function QuickEntry() {
  const { store } = useSession();
  const entering = useSessionState((state) => state.entering);
  return (
    <ModalDialog
      title="Write evidence down"
      size="wide"
      isOpen={entering}
      onOpenChange={(open) => store.setState({ entering: open })}
    >
      <Entry onClose={() => store.setState({ entering: false })} />
    </ModalDialog>
  );
}

/** So many areas are offered for what was begun after `#`. */
const OFFERED = 6;

const NO_AREAS: readonly Area[] = [];

function Entry({ onClose }: { readonly onClose: () => void }) {
  const framework = useSessionState((state) => state.framework);
  const put = usePutEvidence();
  const { store } = useSession();
  const [line, setLine] = useState("");
  const [saved, setSaved] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const areas = judgementAreas(framework);
  const read = readQuickEntry(line, areas, isoToday());
  const begun = areaBegun(line);
  const offered = begun
    ? (begun.name === "" ? areas : findAreas(begun.name, areas)).slice(0, OFFERED)
    : NO_AREAS;
  const take = (area: Area): void => {
    if (!begun) return;
    const name = shortTitleOf(area);
    const alone = findAreas(name, areas).length === 1;
    setLine(`${line.slice(0, begun.from)}${alone ? `"${name}"` : area.id} `);
    field.current?.focus();
  };
  /** Areas of two trees may have one name; each then says whose it is. */
  const labelOf = (area: Area): string => {
    const name = shortTitleOf(area);
    const twice = offered.some((other) => other !== area && shortTitleOf(other) === name);
    return twice && framework ? `${name} (${shortTitleOf(rootOf(framework, area))})` : name;
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (read.fields.title === "" || read.unknownAreas.length > 0 || busy) return;
    setBusy(true);
    const done = await put(null, read.fields);
    setBusy(false);
    if (!done) return;
    const reference = store.getState().evidence.at(-1)?.reference ?? "";
    setSaved([`${reference} ${read.fields.title}`, ...saved].slice(0, 3));
    setLine("");
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <Field label="What was seen, heard or read">
        {(id) => (
          <input
            id={id}
            ref={field}
            className={styles.typed}
            value={line}
            autoComplete="off"
            placeholder="Focus group with 12 parents at Redruth today #safe @parents +"
            onChange={(event) => setLine(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Tab" || event.shiftKey || !offered[0] || begun?.name === "") return;
              event.preventDefault();
              // The dialogue would take the Tab as well, and the focus with it.
              event.stopPropagation();
              take(offered[0]);
            }}
          />
        )}
      </Field>
      <NameCheck text={line} onText={setLine} onUsed={() => field.current?.focus()} />
      {offered.length > 0 && (
        <ul className={styles.offers} aria-label="Areas that begin so">
          {offered.map((area, index) => (
            <li key={area.id}>
              <Button look="plain" onPress={() => take(area)}>
                {labelOf(area)}
                {index === 0 && begun?.name !== "" && <kbd>Tab</kbd>}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {line.trim() === "" ? (
        <p className={panel.quiet}>
          # names an area, @ the source, + a strength, - a weakness, ± both. Kind, people and day are read
          from the words. Enter saves, and the line is free for the next.
        </p>
      ) : (
        <Understood read={read} framework={framework} />
      )}
      {saved.length > 0 && (
        <output className={panel.quiet}>
          {saved.map((words) => (
            <span key={words} className={styles.saved}>
              Saved: {words}
            </span>
          ))}
        </output>
      )}
      <div className={panel.row}>
        <Button
          look="primary"
          type="submit"
          isDisabled={busy || read.fields.title === "" || read.unknownAreas.length > 0}
        >
          {busy ? "Saving…" : "Save"}
        </Button>
        <Button onPress={onClose}>Close</Button>
      </div>
    </form>
  );
}

function Understood({
  read,
  framework,
}: {
  readonly read: Read;
  readonly framework: Parameters<typeof areaWords>[0];
}) {
  const { fields, said, unknownAreas } = read;
  return (
    <dl className={styles.read} aria-label="As it is understood">
      <dt>Title</dt>
      <dd>{fields.title || "Nothing yet: write what was seen, heard or read."}</dd>
      <dt>Kind</dt>
      <dd>
        {KIND_WORDS[fields.kind]}
        {!said.has("kind") && " (no word says which)"}
      </dd>
      <dt>Areas</dt>
      <dd>
        {areaWords(framework, fields.areaIds) || (unknownAreas.length === 0 ? "None" : "")}
        {unknownAreas.map((name) => (
          <span key={name} className={styles.unknown}>
            {" "}
            “{name}” names no single area of this framework. Choose one as you type, or write more of its
            name.
          </span>
        ))}
      </dd>
      <dt>Source</dt>
      <dd>{fields.source || "Not said"}</dd>
      <dt>Direction</dt>
      <dd>{DIRECTION_WORDS[fields.direction]}</dd>
      <dt>People</dt>
      <dd>{fields.people ?? "Not said"}</dd>
      <dt>Date</dt>
      <dd>{fields.date ? longDate(fields.date) : "Not said"}</dd>
    </dl>
  );
}
