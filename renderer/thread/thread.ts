import type { Block } from "#shared/domain/block.ts";
import { paragraphNumbers, textOf } from "#shared/domain/block.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import { listed } from "#shared/listed.ts";
import { EvidenceIndex, type Suggestion } from "#shared/evidence/suggest.ts";
import { type Reason, tiesOf } from "#shared/evidence/thread/leaning.ts";
import type { Command } from "#renderer/commands/command.ts";
import { blockOf } from "#shared/document/block-text.ts";
import type { Session, SessionState } from "#renderer/report/session.ts";
import { shortTitle } from "#renderer/ties/retie.ts";
import { notify } from "#renderer/ui/notify.ts";

const MOST = 5;

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  supports: "supports",
  qualifies: "qualifies",
  contradicts: "contradicts",
};
export const REASONS: readonly Reason[] = ["supports", "qualifies", "contradicts"];

/** A heading says nothing that evidence could bear out, and the record of main findings is drawn from the grades. */
export const restsOnEvidence = ({ kind }: Block): boolean => kind !== "heading" && kind !== "findings-record";

const indexes = new WeakMap<Session, EvidenceIndex>();

/** The evidence that may stand behind a block, without what does already. Empty for headings and empty paragraphs. */
export function suggestionsFor(session: Session, block: Block | null): Suggestion[] {
  if (!block || !restsOnEvidence(block)) return [];
  const index = indexes.get(session) ?? new EvidenceIndex();
  indexes.set(session, index);
  index.update(session.store.getState().evidence);
  const behind = new Set(tiesOf(block).map(({ evidenceId }) => evidenceId));
  return index.suggest({ text: textOf(block), areaIds: block.areaIds }, behind, MOST);
}

/** “Shares waiting, wheelchair and 21; speaks to the same area, Partnerships.” */
export function whySuggested({ words, numbers, areaIds }: Suggestion, { framework }: SessionState): string {
  const shared = `Shares ${listed([...numbers, ...words.slice(0, 4).map((word) => `“${word}”`)])}`;
  const [area] = areaIds;
  return area && framework ? `${shared}; speaks to ${shortTitle(framework, area)} too.` : `${shared}.`;
}

/** Ties an item to a block as one step to undo. */
export function tieItem({ editor }: Session, block: Block, evidenceId: EvidenceId): void {
  if (block.evidenceIds.includes(evidenceId)) return;
  editor?.tie([{ blockId: block.id, evidenceIds: [...block.evidenceIds, evidenceId] }]);
}

export function untieItem({ editor }: Session, block: Block, evidenceId: EvidenceId): void {
  editor?.tie([{ blockId: block.id, evidenceIds: block.evidenceIds.filter((id) => id !== evidenceId) }]);
}

/** Says why an item is tied. */
export function setReason({ editor }: Session, block: Block, evidenceId: EvidenceId, reason: Reason): void {
  const { [evidenceId]: _before, ...others } = block.bearings;
  const bearings = reason === "supports" ? others : { ...others, [evidenceId]: reason };
  editor?.tie([{ blockId: block.id, bearings }]);
}

function acceptFirst(session: Session): void {
  const { blocks, blockId } = session.store.getState();
  const block = blockOf(blocks, blockId);
  const [first] = suggestionsFor(session, block);
  if (!block || !first) {
    notify(
      block
        ? "Nothing in the evidence shares enough words with this paragraph."
        : "Put the caret in a paragraph first.",
    );
    return;
  }
  tieAndTell(session, block, first.item.id);
}

/** Ties an item, says so, and offers the way back. */
export function tieAndTell(session: Session, block: Block, evidenceId: EvidenceId): void {
  const { blocks, evidence } = session.store.getState();
  const item = evidence.find(({ id }) => id === evidenceId);
  if (!item) return;
  const named = `${item.reference} ${item.title}`;
  const number = paragraphNumbers(blocks).get(block.id);
  const place = number === undefined ? "this paragraph" : `paragraph ${number}`;
  if (block.evidenceIds.includes(evidenceId)) {
    notify(`${named} is tied to ${place} already.`);
    return;
  }
  tieItem(session, block, evidenceId);
  notify(`${named} is tied to ${place}.`, {
    action: {
      label: "Undo",
      run: () => {
        const now = blockOf(session.store.getState().blocks, block.id);
        if (now) untieItem(session, now, evidenceId);
      },
    },
  });
}

export function threadCommands(session: Session): Command[] {
  return [
    {
      id: "golden-thread",
      title: "Golden thread",
      group: "Report",
      key: "thread",
      run: () => session.store.setState({ thread: { evidenceId: null } }),
    },
    {
      id: "accept-suggestion",
      title: "Tie the evidence suggested first",
      group: "Text",
      key: "tieSuggested",
      run: () => acceptFirst(session),
    },
  ];
}
