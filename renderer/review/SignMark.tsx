import type { SignOff } from "#shared/review/standing.ts";
import styles from "#renderer/review/SignOff.module.css";
import { shortDate } from "#renderer/ui/words.ts";

/** A tick for an area that is signed off; a hollow one where it changed since. */
export function SignMark({ signOff }: { readonly signOff: SignOff | undefined }) {
  if (!signOff) return null;
  const words = signOffWords(signOff);
  return (
    <span className={styles.mark} data-holds={signOff.holds ? "" : undefined} title={words}>
      <svg viewBox="0 0 14 14" width="13" height="13" aria-hidden>
        <circle cx="7" cy="7" r="6" />
        <path d="M4 7.2 6.2 9.4 10 5" />
      </svg>
      <span className="visually-hidden"> {words}</span>
    </span>
  );
}

export const signOffWords = ({ by, at, holds }: SignOff): string =>
  `Signed off by ${by} on ${shortDate(at)}${holds ? "" : ", but changed since: look again"}`;
