import { lazy, Suspense } from "react";
import {
  DIRECTIONS,
  EVIDENCE_KINDS,
  type Evidence,
  LONGEST_NOTES,
  LONGEST_SOURCE,
  LONGEST_TITLE,
  SENSITIVITIES,
} from "#shared/domain/evidence.ts";
import { type Block, paragraphNumbers } from "#shared/domain/block.ts";
import { AreaTicks } from "#renderer/evidence/AreaTicks.tsx";
import { type Column, COLUMN_WORDS } from "#renderer/evidence/arrange.ts";
import { Attachments } from "#renderer/evidence/Attachments.tsx";
import { changeFrom, entryText } from "#renderer/evidence/cell-values.ts";
import styles from "#renderer/evidence/EvidencePage.module.css";
import { toPlace } from "#renderer/evidence/evidence-commands.ts";
import { SavedField } from "#renderer/evidence/SavedField.tsx";
import { useChangeEvidence } from "#renderer/evidence/use-change-evidence.ts";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Choice } from "#renderer/ui/Field.tsx";

/** What reads Markdown is fetched when the first item is looked at, not when the program starts. */
const NotesAsRead = lazy(async () => ({
  default: (await import("#renderer/evidence/NotesAsRead.tsx")).NotesAsRead,
}));

interface Props {
  readonly item: Evidence;
  readonly uses: readonly Block[];
  readonly onRemove: () => void;
}

/** Everything that is known of one item. Each field saves itself. */
export function EvidenceDetails({ item, uses, onRemove }: Props) {
  const changeItem = useChangeEvidence();
  const save = (column: Column) => (text: string) => {
    const change = changeFrom(column, text);
    if (change) void changeItem(item, change, COLUMN_WORDS[column].toLowerCase());
  };
  return (
    <div className={panel.body}>
      <div className={panel.row}>
        <h2 className={styles.heading}>{item.reference}</h2>
        <span className={panel.grow} />
        <Button look="plain" aria-label={`Remove ${item.reference}`} onPress={onRemove}>
          Remove…
        </Button>
      </div>
      <SavedField
        label="Title"
        checksNames
        longest={LONGEST_TITLE}
        value={item.title}
        onSave={save("title")}
      />
      <div className={styles.pair}>
        <Choice
          label="Kind"
          value={item.kind}
          options={EVIDENCE_KINDS}
          words={KIND_WORDS}
          onChange={save("kind")}
        />
        <SavedField
          label="Date"
          type="date"
          longest={10}
          value={entryText(item, "date")}
          onSave={save("date")}
        />
        <SavedField
          label="Source"
          checksNames
          longest={LONGEST_SOURCE}
          value={item.source}
          onSave={save("source")}
        />
        <SavedField label="People" longest={6} value={entryText(item, "people")} onSave={save("people")} />
        <Choice
          label="Direction"
          value={item.direction}
          options={DIRECTIONS}
          words={DIRECTION_WORDS}
          onChange={save("direction")}
        />
        <Choice
          label="Sensitivity"
          value={item.sensitivity}
          options={SENSITIVITIES}
          words={SENSITIVITY_WORDS}
          onChange={save("sensitivity")}
        />
      </div>
      <SavedField
        label="Notes (Markdown)"
        type="area"
        checksNames
        longest={LONGEST_NOTES}
        value={item.notes}
        onSave={(notes) => void changeItem(item, { notes }, "notes")}
      />
      <Suspense fallback={null}>
        <NotesAsRead notes={item.notes} />
      </Suspense>
      <Attachments item={item} />
      <section aria-label="Cited by">
        <h3 className={panel.heading}>Cited by</h3>
        <CitedBy uses={uses} />
      </section>
      <section aria-label="Areas">
        <h3 className={panel.heading}>Areas it speaks to</h3>
        <AreaTicks
          areaIds={item.areaIds}
          onChange={(areaIds) => void changeItem(item, { areaIds }, "areas")}
        />
      </section>
    </div>
  );
}

function CitedBy({ uses }: { readonly uses: readonly Block[] }) {
  const session = useSession();
  const blocks = useSessionState((state) => state.blocks);
  if (uses.length === 0) return <p className={panel.quiet}>No paragraph rests on it yet.</p>;
  const numbers = paragraphNumbers(blocks);
  return (
    <div className={panel.row}>
      {uses.map((block) => (
        <Button key={block.id} look="plain" onPress={() => toPlace(session, block.id)}>
          {numbers.has(block.id) ? `Paragraph ${numbers.get(block.id)}` : "Text without a number"}
        </Button>
      ))}
    </div>
  );
}
