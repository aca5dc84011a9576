import type { Evidence } from "#shared/domain/evidence.ts";
import { DIRECTION_WORDS, KIND_WORDS } from "#shared/evidence/words.ts";
import { EvidenceTitle } from "#renderer/evidence/EvidenceTitle.tsx";
import { useAskRemoval } from "#renderer/evidence/use-removal.ts";
import styles from "#renderer/panels/EvidencePanel.module.css";
import { blockOf } from "#shared/document/block-text.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { counted, shortDate } from "#renderer/ui/words.ts";

export function EvidenceItem({ item, onEdit }: { item: Evidence; readonly onEdit: () => void }) {
  const session = useSession();
  const askRemoval = useAskRemoval();
  const blockId = useSessionState((state) => state.blockId);
  const structure = useSessionState((state) => state.structure);
  const block = blockOf(structure, blockId);
  const uses = structure.filter(
    ({ evidenceIds, inlines }) =>
      evidenceIds.includes(item.id) ||
      inlines.some((inline) => inline.kind === "evidence" && inline.evidenceId === item.id),
  ).length;
  const tied = block?.evidenceIds.includes(item.id) ?? false;
  const tie = (): void => {
    if (!block) return;
    const evidenceIds = tied
      ? block.evidenceIds.filter((id) => id !== item.id)
      : [...block.evidenceIds, item.id];
    session.editor?.tie([{ blockId: block.id, evidenceIds }]);
  };
  const cite = (): void => {
    if (!session.editor?.cite(item.id)) notify("Put the caret where the reference belongs, then cite again.");
  };
  return (
    <li className={styles.item}>
      <EvidenceTitle item={item} />
      <p className={styles.facts}>
        {[
          KIND_WORDS[item.kind],
          ...(item.date ? [shortDate(item.date)] : []),
          ...(item.people === null ? [] : [counted(item.people, "person", "people")]),
          DIRECTION_WORDS[item.direction].toLowerCase(),
          uses === 0
            ? "no paragraph rests on it"
            : `${counted(uses, "paragraph")} ${uses === 1 ? "rests" : "rest"} on it`,
        ].join(" · ")}
      </p>
      <div className={styles.actions}>
        <Button
          look="plain"
          isDisabled={!block}
          aria-label={`${tied ? "Untie from paragraph" : "Tie to paragraph"}: ${item.reference}`}
          onPress={tie}
        >
          {tied ? "Untie from paragraph" : "Tie to paragraph"}
        </Button>
        <Button look="plain" aria-label={`Cite here: ${item.reference}`} onPress={cite}>
          Cite here
        </Button>
        <Button look="plain" aria-label={`Edit… ${item.reference}`} onPress={onEdit}>
          Edit…
        </Button>
        <Button look="plain" aria-label={`Remove ${item.reference}`} onPress={() => askRemoval(item)}>
          Remove
        </Button>
      </div>
    </li>
  );
}
