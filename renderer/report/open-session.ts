import type { RuleChoices } from "#shared/consistency/rule-choice.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { Report } from "#shared/domain/report.ts";
import type { Api } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { Checker, startWorker } from "#renderer/check/checker.ts";
import { Autosave } from "#renderer/report/autosave.ts";
import { createSessionStore, type Session } from "#renderer/report/session.ts";
import { triaged } from "#renderer/report/triage.ts";
import { afterPaint } from "#renderer/ui/after-paint.ts";

/** Opens a report for work: text that saves itself, findings that follow it. `close` lets the last words go out. */
export function openSession(
  api: Api,
  report: Report,
  framework: Framework | null,
  dispositions: readonly Disposition[],
  choices: RuleChoices,
): { session: Session; start: () => () => void } {
  const store = createSessionStore(report, framework, dispositions);
  const autosave = new Autosave(
    {
      apply: (baseRevision, operations) =>
        api.client.reports.apply({ reportId: report.id, baseRevision, operations }),
      faultOf,
      onState: (saveState) => store.setState({ saveState }),
    },
    { revision: report.revision, blocks: report.blocks, savedAt: report.changedAt },
  );
  const session: Session = {
    store,
    autosave,
    gradedHeadings: new Map(),
    editor: null,
    onHistory: new Set(),
    chooseRules() {},
  };

  const start = (): (() => void) => {
    const checker = new Checker(
      startWorker(),
      framework,
      choices,
      ({ blocks, findings: found, backing, grounds, rules }) =>
        store.setState((state) => ({
          ...triaged(state, { found }),
          checkedBlocks: blocks,
          backing,
          grounds,
          rules,
          checked: true,
        })),
    );
    const facts = () => {
      const { judgements, evidence, figures } = store.getState();
      return { title: report.title, inspectionDate: report.inspectionDate, judgements, evidence, figures };
    };
    const check = (soon: boolean): void => checker.changed(store.getState().blocks, facts(), soon);
    session.chooseRules = (next) => checker.choose(next, store.getState().blocks, facts());
    const notYet = afterPaint(() => check(true));
    const flush = (): void => void autosave.flush();
    const onHide = (): void => {
      if (document.visibilityState === "hidden") flush();
    };
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (autosave.isSaved) return;
      flush();
      event.preventDefault();
    };
    window.addEventListener("blur", flush);
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onLeave);
    const unsubscribe = [
      store.subscribe((state, before) => {
        const graded =
          state.judgements !== before.judgements ||
          state.evidence !== before.evidence ||
          state.figures !== before.figures;
        if (graded || state.blocks !== before.blocks) check(graded);
      }),
      api.transport.subscribe(() => {
        if (api.transport.state() === "connected") autosave.retry();
      }),
    ];
    return () => {
      notYet();
      for (const stop of unsubscribe) stop();
      window.removeEventListener("blur", flush);
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onLeave);
      checker.stop();
    };
  };
  return { session, start };
}
