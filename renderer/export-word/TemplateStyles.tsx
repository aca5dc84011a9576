import styles from "#renderer/export-word/ExportWordDialog.module.css";
import { Choice } from "#renderer/ui/Field.tsx";
import { counted } from "#renderer/ui/words.ts";
import { STYLE_NAMES, type StyleName } from "#shared/word/style-names.ts";
import {
  missingStyles,
  type StyleChoices,
  templateStyle,
  type WordTemplate,
} from "#shared/word/word-template.ts";

interface Props {
  readonly template: WordTemplate;
  readonly onChoose: (chosen: StyleChoices) => void;
}

const BY_NAME = "by name";
const OURS = "ours";

/** What the template has nothing for, before anything is made of it; and which of its styles stands for which of ours. */
export function TemplateStyles({ template, onChoose }: Props) {
  const missing = missingStyles(template);
  return (
    <>
      {missing.length > 0 ? (
        <div className={styles.warning}>
          <output>
            {counted(missing.length, "style")} of the report {missing.length === 1 ? "is" : "are"} missing in
            this template. The house style is put beside its own for {missing.length === 1 ? "it" : "each"},
            unless you choose another below.
          </output>
          <ul className={styles.missing}>
            {missing.map(({ id, name, use }) => (
              <li key={id}>
                <strong>{name}</strong>: {use}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <output className={styles.fine}>The template has a style for everything in the report.</output>
      )}
      <details>
        <summary className={styles.summary}>Which style stands for which</summary>
        <div className={styles.styles}>
          {STYLE_NAMES.map((style) => (
            <StyleChoice key={style.id} style={style} template={template} onChoose={onChoose} />
          ))}
        </div>
      </details>
    </>
  );
}

function StyleChoice({ style, template, onChoose }: Props & { readonly style: StyleName }) {
  const { chosen } = template;
  const choice = chosen[style.id];
  const { [style.id]: _, ...others } = chosen;
  const found = templateStyle(
    { ...template, chosen: others },
    style.id as (typeof STYLE_NAMES)[number]["id"],
  );
  const value = choice === null ? OURS : (choice ?? BY_NAME);
  const words: Record<string, string> = {
    [BY_NAME]: found ? `Found by name: ${found.name}` : "None found: the house style",
    ...(found && { [OURS]: "The house style" }),
    ...Object.fromEntries(template.styles.map(({ id, name }) => [id, name])),
  };
  const take = (next: string): void =>
    onChoose(next === BY_NAME ? others : { ...others, [style.id]: next === OURS ? null : next });
  return (
    <Choice
      label={`${style.name}: ${style.use}`}
      value={value}
      words={words}
      options={Object.keys(words)}
      onChange={take}
    />
  );
}
