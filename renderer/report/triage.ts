import { useMemo } from "react";
import type { Finding } from "#shared/consistency/finding.ts";
import { frameworkQuestions } from "#shared/consistency/framework-questions.ts";
import { basisOf, type Triage, triageOf } from "#shared/consistency/triage.ts";
import type { Disposition, DispositionState } from "#shared/domain/disposition.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSession, type SessionState } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

type Known = Pick<SessionState, "found" | "dispositions" | "triage" | "findings">;
type Before = Known & Pick<SessionState, "framework">;

/** What the screen shows of the findings, once something is new among them or among their answers. */
export function triaged(state: Before, change: Partial<Pick<Known, "found" | "dispositions">>): Known {
  const { found, dispositions } = { ...state, ...change };
  if (found === state.found && dispositions === state.dispositions) return state;
  const triage = triageOf([...found, ...frameworkQuestions(state.framework)], dispositions);
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
  /** The same of many at once, taken back at once. */
  readonly answerAll: (
    findings: readonly Answerable[],
    state: DispositionState,
    reason?: string,
  ) => Promise<boolean>;
  /** Takes the answer back. */
  readonly reopen: (fingerprint: string) => Promise<boolean>;
}

const SAID: Record<DispositionState, string> = {
  accepted: "Accepted: it stays on the list until the words are put right.",
  dismissed: "Dismissed. It comes back if the words it is about change.",
  answered: "Answered.",
};

const saidOfAll = (count: number, state: DispositionState): string =>
  `${counted(count, "finding")} ${state}.${state === "dismissed" ? " Each comes back if its words change." : ""}`;

/** Answers to findings are kept with the report, and can be taken back. */
export function useAnswers(): Answers {
  const { client } = useApi();
  const { store } = useSession();
  return useMemo((): Answers => {
    const { id: reportId } = store.getState().report;
    /** Without the answers of those findings, and with these. */
    const put = (fingerprints: readonly string[], saved: readonly Disposition[]): void => {
      const gone = new Set(fingerprints);
      store.setState((state) =>
        triaged(state, {
          dispositions: [...state.dispositions.filter((each) => !gone.has(each.fingerprint)), ...saved],
        }),
      );
    };
    const reopenAll = (fingerprints: readonly string[]): Promise<boolean> =>
      attempt(async () => {
        await client.findings.reopen({ reportId, fingerprints: [...fingerprints] });
        put(fingerprints, []);
      });
    const answerAll = (
      findings: readonly Answerable[],
      state: DispositionState,
      reason = "",
    ): Promise<boolean> =>
      attempt(async () => {
        const saved = await client.findings.dispose({
          reportId,
          dispositions: findings.map((finding) => ({
            fingerprint: finding.fingerprint,
            basis: basisOf(finding),
            rule: finding.rule,
            areaId: finding.areaId,
            blockId: finding.blockId,
            state,
            reason: reason.trim(),
          })),
        });
        const fingerprints = saved.map(({ fingerprint }) => fingerprint);
        put(fingerprints, saved);
        notify(saved.length === 1 ? SAID[state] : saidOfAll(saved.length, state), {
          action: { label: "Undo", run: () => void reopenAll(fingerprints) },
        });
      });
    return {
      answer: (finding, state, reason) => answerAll([finding], state, reason),
      answerAll,
      reopen: (fingerprint) => reopenAll([fingerprint]),
    };
  }, [client, store]);
}

async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const fault = faultOf(error);
    notify(`The answer was not kept. ${fault.message} ${fault.remedy}`, { tone: "fault" });
    return false;
  }
}

const NONE: readonly Finding[] = [];
const unanswered = new WeakMap<Triage, ReadonlyMap<string, readonly Finding[]>>();

/** What a rule found that nobody has answered. Gathered once for all findings. */
export function unansweredOf(triage: Triage, rule: string): readonly Finding[] {
  let byRule = unanswered.get(triage);
  if (!byRule)
    unanswered.set(
      triage,
      (byRule = Map.groupBy(
        triage.open.filter(({ fingerprint }) => !triage.answers.has(fingerprint)),
        (finding) => finding.rule,
      )),
    );
  return byRule.get(rule) ?? NONE;
}
