import { useEffect, useMemo, useRef, useState } from "react";
import { type DetailKind, findPersonalDetails } from "#shared/evidence/personal-details.ts";
import { nameKey, type Offer, offerPseudonyms, replaceDetails } from "#shared/evidence/pseudonyms.ts";
import styles from "#renderer/evidence/NameCheck.module.css";
import { usePseudonyms } from "#renderer/evidence/use-pseudonyms.ts";
import { useSession } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { counted } from "#renderer/ui/words.ts";

/** A name is looked for once it is written, not letter by letter. */
const SETTLES_MS = 500;

const LOOKS_LIKE: Readonly<Record<DetailKind, string>> = {
  name: "Looks like a name",
  "nhs-number": "Looks like an NHS number",
  upn: "Looks like a pupil number",
  "birth-date": "Looks like a date of birth",
  address: "Looks like an address",
};

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The button that was pressed is gone: the focus belongs in the field again. */
  readonly onUsed: () => void;
}

/** Below a field: what in it looks personal, each with what may stand for it. It holds nothing up. */
export function NameCheck({ text, onText, onUsed }: Props) {
  const { store } = useSession();
  const { table, keep } = usePseudonyms();
  const [settled, setSettled] = useState(text);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [used, setUsed] = useState<{ readonly before: string; readonly after: string } | null>(null);
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
    const timer = setTimeout(() => setSettled(text), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const known = table?.entries ?? null;
  const offersIn = useMemo(
    () =>
      (words: string, names = known): readonly Offer[] => {
        const details = names ? findPersonalDetails(words) : [];
        if (!names || details.length === 0) return [];
        const said = store.getState().evidence.flatMap(({ title, source, notes }) => [title, source, notes]);
        return offerPseudonyms(words, details, names, said);
      },
    [known, store],
  );
  const offers = useMemo(() => {
    const distinct = new Map(offersIn(settled).map((offer) => [nameKey(offer.real), offer]));
    return [...distinct].flatMap(([key, offer]) => (left.has(key) ? [] : offer));
  }, [offersIn, settled, left]);

  const use = async (chosen: readonly Offer[]): Promise<void> => {
    const keys = new Set(chosen.map(({ real }) => nameKey(real)));
    const names = chosen.filter(({ kind }) => kind === "name");
    let after;
    try {
      after = await keep(names.map(({ real, pseudonym }) => ({ real, pseudonym })));
    } catch {
      // Said in a notice; a pseudonym that is not in the table would not be the same the next time.
      return;
    }
    const before = latest.current;
    const wanted = offersIn(before, after.entries).filter(({ real }) => keys.has(nameKey(real)));
    const replaced = replaceDetails(before, wanted);
    setUsed({ before, after: replaced });
    setSettled(replaced);
    onText(replaced);
    onUsed();
  };
  const canPutBack = used !== null && used.after === text;
  return (
    <div className={styles.check} data-empty={offers.length === 0 && !canPutBack ? true : undefined}>
      <output className={styles.says}>
        {offers.length > 0 &&
          `${counted(offers.length, "personal detail")} may be in this text. It can be saved as it is.`}
      </output>
      {offers.length > 0 && (
        <ul className={styles.offers} aria-label="Personal details">
          {offers.map((offer) => (
            <li key={nameKey(offer.real)}>
              <span className={styles.words}>
                {LOOKS_LIKE[offer.kind]}: <b>{offer.real}</b> → {offer.pseudonym}
              </span>
              <Button
                look="plain"
                aria-label={`Use ${offer.pseudonym} for ${offer.real}`}
                onPress={() => void use([offer])}
              >
                Use
              </Button>
            </li>
          ))}
        </ul>
      )}
      {(offers.length > 0 || canPutBack) && (
        <div className={styles.ways}>
          {offers.length > 1 && <Button onPress={() => void use(offers)}>Use all</Button>}
          {offers.length > 0 && (
            <Button
              onPress={() => {
                setLeft(new Set([...left, ...offers.map(({ real }) => nameKey(real))]));
                onUsed();
              }}
            >
              Leave as it is
            </Button>
          )}
          {canPutBack && (
            <Button
              look="plain"
              onPress={() => {
                onText(used.before);
                setUsed(null);
                onUsed();
              }}
            >
              Put the words back
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
