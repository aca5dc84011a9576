import { useCallback } from "react";
import type { Finding } from "#shared/consistency/finding.ts";
import { basisOf, triageOf } from "#shared/consistency/triage.ts";
import type { DispositionState } from "#shared/domain/disposition.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSession, type SessionState } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

type Known = Pick<SessionState, "found" | "dispositions" | "triage" | "findings">;

/** What the screen shows of the findings, once something is new among them or among their answers. */
export function triaged(state: Known, change: Partial<Pick<Known, "found" | "dispositions">>): Known {
  const { found, dispositions } = { ...state, ...change };
  if (found === state.found && dispositions === state.dispositions) return state;
  const triage = triageOf(found, dispositions);
  const same =
    triage.open.length === state.findings.length &&
    triage.open.every((finding, index) => finding === state.findings[index]);
  return { found, dispositions, triage, findings: same ? state.findings : triage.open };
}

/** What an answer is given to. */
export type Answerable = Pick<Finding, "fingerprint" | "rule" | "areaId" | "blockId" | "quote" | "message">;

export interface Answers {
  /** Records what was decided of a finding; false, with a notice, when that failed. */
  readonly answer: (finding: Answerable, state: DispositionState, reason?: string) => Promise<boolean>;
  /** Takes the answer back. */
  readonly reopen: (fingerprint: string) => Promise<boolean>;
}

const SAID: Record<DispositionState, string> = {
  accepted: "Accepted: it stays on the list until the words are put right.",
  dismissed: "Dismissed. It comes back if the words it is about change.",
  answered: "Answered.",
};

/** Answers to findings are kept with the report, and can be taken back. */
export function useAnswers(): Answers {
  const { client } = useApi();
  const { store } = useSession();
  const reopen = useCallback(
    async (fingerprint: string): Promise<boolean> => {
      try {
        await client.findings.reopen({ reportId: store.getState().report.id, fingerprint });
      } catch (error) {
        failed(error);
        return false;
      }
      store.setState((state) =>
        triaged(state, {
          dispositions: state.dispositions.filter((each) => each.fingerprint !== fingerprint),
        }),
      );
      return true;
    },
    [client, store],
  );
  const answer = useCallback(
    async (finding: Answerable, given: DispositionState, reason = ""): Promise<boolean> => {
      const { fingerprint, rule, areaId, blockId } = finding;
      try {
        const saved = await client.findings.dispose({
          reportId: store.getState().report.id,
          disposition: {
            fingerprint,
            basis: basisOf(finding),
            rule,
            areaId,
            blockId,
            state: given,
            reason: reason.trim(),
          },
        });
        store.setState((state) =>
          triaged(state, {
            dispositions: [...state.dispositions.filter((each) => each.fingerprint !== fingerprint), saved],
          }),
        );
      } catch (error) {
        failed(error);
        return false;
      }
      notify(SAID[given], { action: { label: "Undo", run: () => void reopen(fingerprint) } });
      return true;
    },
    [client, store, reopen],
  );
  return { answer, reopen };
}

function failed(error: unknown): void {
  const fault = faultOf(error);
  notify(`The answer was not kept. ${fault.message} ${fault.remedy}`, { tone: "fault" });
}
