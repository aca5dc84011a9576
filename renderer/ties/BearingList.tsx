import type { Evidence } from "#shared/domain/evidence.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import type { Reason } from "#shared/evidence/thread/leaning.ts";
import { REASON_WORDS, REASONS } from "#renderer/thread/thread.ts";
import type { TiedItem } from "#renderer/ties/bearing-ties.ts";
import panel from "#renderer/panels/Panel.module.css";
import styles from "#renderer/ties/TiesForm.module.css";

interface Props {
  readonly items: readonly TiedItem[];
  readonly evidence: readonly Evidence[];
  /** How many paragraphs are asked about. */
  readonly count: number;
  readonly wanted: ReadonlyMap<EvidenceId, Reason>;
  readonly onWanted: (evidenceId: EvidenceId, reason: Reason) => void;
}

/** Why the evidence behind the selected paragraphs is tied to them; one answer goes for all of them. */
export function BearingList({ items, evidence, count, wanted, onWanted }: Props) {
  const known = items.flatMap((tied) => {
    const item = evidence.find(({ id }) => id === tied.evidenceId);
    return item ? [{ ...tied, item }] : [];
  });
  if (known.length === 0) return null;
  return (
    <section aria-label="Evidence behind them">
      <h3 className={panel.heading}>
        {count === 1 ? "Evidence behind this paragraph" : `Evidence behind these ${count} paragraphs`}
      </h3>
      <ul className={styles.items}>
        {known.map(({ evidenceId, item, blocks, reason }) => (
          <li key={evidenceId} className={styles.item}>
            <span className={styles.reference}>{item.reference}</span>
            <span className={styles.title} title={item.title}>
              {item.title}
            </span>
            <span className={styles.some}>{count > 1 && `${blocks} of ${count}`}</span>
            <select
              className={panel.field}
              aria-label={`Why ${item.reference} is tied`}
              value={wanted.get(evidenceId) ?? reason ?? ""}
              onChange={(event) => onWanted(evidenceId, event.target.value as Reason)}
            >
              {reason === null && !wanted.has(evidenceId) && (
                <option value="" disabled>
                  differs
                </option>
              )}
              {REASONS.map((each) => (
                <option key={each} value={each}>
                  {REASON_WORDS[each]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
