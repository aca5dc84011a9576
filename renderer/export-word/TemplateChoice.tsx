import { useRef, useState } from "react";
import { FileTrigger } from "react-aria-components";
import styles from "#renderer/export-word/ExportWordDialog.module.css";
import { TemplateStyles } from "#renderer/export-word/TemplateStyles.tsx";
import { useTemplates } from "#renderer/export-word/use-templates.ts";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Choice } from "#renderer/ui/Field.tsx";
import type { TemplateId, WordTemplate } from "#shared/word/word-template.ts";

interface Props {
  readonly templateId: TemplateId | null;
  readonly onChoose: (id: TemplateId | null) => void;
}

const HOUSE = "house";

/** The look of the file: ours, or a template somebody brought; and what that template lacks. */
export function TemplateChoice({ templateId, onChoose }: Props) {
  const { list, add, choose, remove, restore } = useTemplates();
  const [fault, setFault] = useState<unknown>(null);
  // Said here and not in a notice, which could not be reached while this lies over the screen.
  const [removed, setRemoved] = useState<WordTemplate | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const templates = list.data ?? [];
  const template = templates.find(({ id }) => id === templateId) ?? null;
  const tell = (work: Promise<void>): void => {
    setFault(null);
    void work.catch(setFault);
  };
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const added = await add(file);
    setRemoved(null);
    onChoose(added.id);
  };
  const takeOut = async (gone: WordTemplate): Promise<void> => {
    await remove(gone.id);
    setRemoved(gone);
    onChoose(null);
  };
  const bringBack = async ({ id }: WordTemplate): Promise<void> => {
    await restore(id);
    // The button that was pressed goes: the focus stays beside it.
    addButton.current?.focus();
    setRemoved(null);
    onChoose(id);
  };
  return (
    <div className={styles.template}>
      <Choice
        label="Template"
        value={template?.id ?? HOUSE}
        words={{ [HOUSE]: "House style", ...Object.fromEntries(templates.map(({ id, name }) => [id, name])) }}
        options={[HOUSE, ...templates.map(({ id }) => id)]}
        onChange={(id) => onChoose(templates.find((each) => each.id === id)?.id ?? null)}
      />
      <div className={panel.row}>
        <FileTrigger acceptedFileTypes={[".dotx", ".docx"]} onSelect={(files) => tell(bring(files?.[0]))}>
          <Button ref={addButton}>Add a template…</Button>
        </FileTrigger>
        {template && (
          <Button look="plain" onPress={() => tell(takeOut(template))}>
            Remove this template
          </Button>
        )}
      </div>
      {removed && (
        <output className={panel.row}>
          The template “{removed.name}” is removed.
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone */}
          <Button look="plain" autoFocus onPress={() => tell(bringBack(removed))}>
            Undo
          </Button>
        </output>
      )}
      {(fault ?? list.error) !== null && <FaultNotice error={fault ?? list.error} />}
      {template && (
        <TemplateStyles
          key={template.id}
          template={template}
          onChoose={(chosen) => tell(choose(template.id, chosen))}
        />
      )}
    </div>
  );
}
