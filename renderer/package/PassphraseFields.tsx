import { useState } from "react";
import styles from "#renderer/package/Package.module.css";
import { Line } from "#renderer/ui/Field.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";

/** Shorter ones can be guessed by trying. */
const SHORTEST = 12;
const LONGEST = 1000;

/** Typed twice, or once where it can be read. Gives null until it can be used. */
export function PassphraseFields({ onChange }: { readonly onChange: (passphrase: string | null) => void }) {
  const [typed, setTyped] = useState({ first: "", again: "", shown: false });
  const { first, again, shown } = typed;
  const become = (change: Partial<typeof typed>): void => {
    const next = { ...typed, ...change };
    setTyped(next);
    const agreed = next.shown || next.first === next.again;
    onChange(next.first.length >= SHORTEST && agreed ? next.first : null);
  };
  const differs = !shown && again !== "" && first !== again;
  const left = SHORTEST - first.length;
  const type = shown ? "text" : "password";
  return (
    <div className={styles.lock}>
      <Line
        label="Passphrase, 12 characters at least"
        type={type}
        autoComplete="new-password"
        maxLength={LONGEST}
        value={first}
        onChange={(value) => become({ first: value })}
      />
      {!shown && (
        <Line
          label="The passphrase again"
          type={type}
          autoComplete="new-password"
          maxLength={LONGEST}
          aria-invalid={differs}
          value={again}
          onChange={(value) => become({ again: value })}
        />
      )}
      <Tick isSelected={shown} onChange={(next) => become({ shown: next })}>
        Show it, and type it once
      </Tick>
      <output className={styles.small}>
        {first !== "" && left > 0
          ? `${left} more ${left === 1 ? "character is" : "characters are"} needed.`
          : differs
            ? "The two are not the same yet."
            : ""}
      </output>
    </div>
  );
}
