import { useEffect, useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover, Separator, Text } from "react-aria-components";
import { reportBasis } from "#shared/review/basis.ts";
import type { ReviewState } from "#shared/api/review.ts";
import type { Stage } from "#shared/domain/report.ts";
import { movesFrom, type StageMove } from "#shared/review/stages.ts";
import { approvers } from "#shared/review/standing.ts";
import { ROLE_WORDS, STAGE_WORDS } from "#shared/review/words.ts";
import { useCheckNote } from "#renderer/factual-accuracy/use-check-note.ts";
import { ReasonForm } from "#renderer/panels/ReasonForm.tsx";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { DeskDialog } from "#renderer/review/DeskDialog.tsx";
import styles from "#renderer/review/StageMenu.module.css";
import { useDecide, useDesk, useReviewState } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import menu from "#renderer/ui/Menu.module.css";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

/** The stage of the report, and the steps that this desk may take from it. */
export function StageMenu({ onDetails }: { readonly onDetails: () => void }) {
  const stage = useSessionState((state) => state.report.stage);
  const desk = useDesk();
  const state = useReviewState();
  const { store } = useSession();
  const facts = useCheckNote();
  const { move, approve } = useSteps();
  const [asking, setAsking] = useState<StageMove | null>(null);
  const [deskOpen, setDeskOpen] = useState(false);
  useBrokenNotice(state);
  const moves = desk ? movesFrom(stage, desk.role) : [];
  const canApprove = desk?.role === "reviewer" && stage === "in-review";
  const act = (key: string): void => {
    if (key === "desk") setDeskOpen(true);
    else if (key === "details") onDetails();
    else if (key === "ledger") store.setState({ internal: "ledger" });
    else if (key === "issue") store.setState({ issuing: true });
    else if (key === "factual-accuracy") store.setState({ view: "factual-accuracy" });
    else if (key === "pack") store.setState({ packing: true });
    else if (key === "approve") void approve();
    else {
      const chosen = moves.find(({ to }) => to === key);
      if (chosen?.needsReason) setAsking(chosen);
      else if (chosen) void move(chosen, "");
    }
  };
  return (
    <>
      <MenuTrigger>
        <Button className={styles.stage!}>
          {STAGE_WORDS[stage]}
          <span className="visually-hidden">: stage and details of the report</span>
        </Button>
        <Popover className={menu.popover!} placement="bottom start">
          <Menu className={menu.menu!} aria-label="Stage" onAction={(key) => act(String(key))}>
            {canApprove && (
              <Item id="approve" label="Approve" note={neededWords(state?.approvalsNeeded ?? 1)} />
            )}
            {moves.map(({ to, label, needsReason }) => (
              <Item key={to} id={to} label={label} note={needsReason ? "With a reason" : ""} />
            ))}
            {(canApprove || moves.length > 0) && <Separator className={menu.separator!} />}
            <Item id="pack" label={PACK} note="A locked file for the other desk" />
            <Item id="ledger" label="Ledger…" note={ledgerNote(state)} />
            {facts ? (
              <Item id="factual-accuracy" label="Factual accuracy" note={facts} />
            ) : (
              <Item
                id="issue"
                label="Issue for factual accuracy…"
                note="A locked copy for the inspected body"
              />
            )}
            <Item id="details" label="Report details…" note="" />
            <Item id="desk" label="This desk…" note={desk ? `${desk.name}, ${ROLE_WORDS[desk.role]}` : ""} />
          </Menu>
        </Popover>
      </MenuTrigger>
      <ModalDialog title={asking?.label ?? ""} isOpen={asking !== null} onOpenChange={() => setAsking(null)}>
        {asking && (
          <ReasonForm
            label="Why. The reason is kept in the ledger."
            verb={asking.label}
            required
            onClose={() => setAsking(null)}
            onGive={(reason) => move(asking, reason)}
          />
        )}
      </ModalDialog>
      <DeskDialog isOpen={deskOpen} onOpenChange={setDeskOpen} />
    </>
  );
}

function ledgerNote(state: ReviewState | null): string {
  if (!state) return "";
  return state.broken ? "Not as it was written" : counted(state.ledger.length, "line");
}

/** Says once that the ledger of the report is not as it was written, with the way to where it fails. */
function useBrokenNotice(state: ReviewState | null): void {
  const { store } = useSession();
  const number = state?.broken?.number;
  useEffect(() => {
    if (number === undefined) return;
    notify(`The ledger of this report is not as it was written: line ${number} fails first.`, {
      tone: "fault",
      action: { label: "See the ledger", run: () => store.setState({ internal: "ledger" }) },
    });
  }, [number, store]);
}

/** Stages in which the other desk has the next step. */
const GOES_ON: ReadonlySet<Stage> = new Set(["in-review", "returned"]);

const neededWords = (needed: number): string =>
  needed === 1 ? "One approval is needed" : `${needed} approvals are needed`;

function Item({ id, label, note }: { readonly id: string; readonly label: string; readonly note: string }) {
  return (
    <MenuItem id={id} className={`${menu.item} ${menu.plain_item}`} textValue={label}>
      <Text slot="label">{label}</Text>
      {note && (
        <Text slot="description" className={menu.note}>
          {note}
        </Text>
      )}
    </MenuItem>
  );
}

const PACK = "Send as a review package…";

/** Moves and approvals, each saying what became of it, and the way to the other desk where the report goes there next. */
function useSteps() {
  const decide = useDecide();
  const { store } = useSession();
  const packing = { label: PACK, run: () => store.setState({ packing: true }) };
  const move = async ({ to, label }: StageMove, reason: string): Promise<boolean> => {
    const state = await decide((client, at) => client.review.move({ ...at, to, reason }));
    if (!state) return false;
    notify(`${label}: the report is now “${STAGE_WORDS[state.stage]}”.`, {
      action: GOES_ON.has(state.stage) ? packing : null,
    });
    return true;
  };
  const approve = async (): Promise<void> => {
    const state = await decide((client, at) => client.review.approve(at));
    if (!state) return;
    const { blocks, judgements } = store.getState();
    const left = state.approvalsNeeded - approvers(state.ledger, reportBasis({ blocks, judgements })).length;
    notify(
      state.stage === "approved"
        ? "The report is approved."
        : `Your approval is kept. ${counted(left, "more approval")} needed.`,
      { action: packing },
    );
  };
  return { move, approve };
}
