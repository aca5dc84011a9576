import { EvidenceId } from "#shared/domain/ids.ts";

const OWN = "application/x-plumbline-evidence";

/** Hands an item of the log to the pointer. */
export function giveToPointer(transfer: DataTransfer, id: EvidenceId): void {
  transfer.setData(OWN, id);
  transfer.effectAllowed = "link";
}

/** Whether the pointer has an item of the log; which one is told only where it is dropped. */
export const holdsEvidence = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes(OWN) ?? false;

/** @throws ZodError for a drag that holds no item */
export const evidenceIn = (transfer: DataTransfer): EvidenceId => EvidenceId.parse(transfer.getData(OWN));
