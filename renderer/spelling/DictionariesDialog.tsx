import { useState } from "react";
import { DictionaryWord } from "#shared/domain/word-list.ts";
import type { DictionaryName } from "#shared/api/dictionary.ts";
import { useSettings } from "#renderer/api/use-settings.ts";
import panel from "#renderer/panels/Panel.module.css";
import styles from "#renderer/spelling/DictionariesDialog.module.css";
import { SPELLING_SETTING } from "#renderer/spelling/spelling.ts";
import { useDictionaries } from "#renderer/spelling/use-dictionaries.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The words that spelling takes as right, and the switch of it. */
export function DictionariesDialog({ isOpen, onOpenChange }: Props) {
  return (
    <ModalDialog title="Spelling and dictionaries" size="wide" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Body onClose={() => onOpenChange(false)} />
    </ModalDialog>
  );
}

function Body({ onClose }: { readonly onClose: () => void }) {
  const settings = useSettings();
  const { dictionaries, error } = useDictionaries();
  return (
    <>
      <Tick
        isSelected={settings.read(SPELLING_SETTING) !== "off"}
        onChange={(on) => settings.write(SPELLING_SETTING, on ? "on" : "off")}
      >
        Mark spelling and grammar while I write (English, UK; nothing leaves this computer)
      </Tick>
      {error && <FaultNotice error={error} />}
      {dictionaries && (
        <div className={styles.lists}>
          <WordList
            dictionary="personal"
            title="Your dictionary"
            about="Goes with you: a text file in your own folder."
            words={dictionaries.personal}
          />
          <WordList
            dictionary="shared"
            title="This library’s dictionary"
            about="Goes with the library, for everybody who opens it."
            words={dictionaries.shared}
          />
        </div>
      )}
      <div className={panel.row}>
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </>
  );
}

interface ListProps {
  readonly dictionary: DictionaryName;
  readonly title: string;
  readonly about: string;
  readonly words: readonly string[];
}

function WordList({ dictionary, title, about, words }: ListProps) {
  const { add, remove } = useDictionaries();
  const [word, setWord] = useState("");
  const [isWrong, setWrong] = useState(false);
  return (
    <section aria-label={title} className={styles.list}>
      <h3 className={panel.heading}>{title}</h3>
      <p className={styles.about}>{about}</p>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          const parsed = DictionaryWord.safeParse(word);
          setWrong(!parsed.success);
          if (!parsed.success) return;
          add(dictionary, parsed.data);
          setWord("");
        }}
      >
        <Line
          label="Word to add"
          value={word}
          maxLength={60}
          spellCheck={false}
          onChange={setWord}
          aria-invalid={isWrong}
        />
        <Button type="submit">Add</Button>
      </form>
      {isWrong && (
        <p role="alert" className={styles.wrong}>
          One word, without spaces: letters, figures, hyphens and apostrophes.
        </p>
      )}
      {words.length === 0 ? (
        <p className={panel.quiet}>No words yet. Add them here, or with Shift+F10 on a marked word.</p>
      ) : (
        <ul className={styles.words}>
          {words.map((known) => (
            <li key={known} className={styles.word}>
              <span>{known}</span>
              <Button look="plain" aria-label={`Remove ${known}`} onPress={() => remove(dictionary, known)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
