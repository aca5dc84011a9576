import { useMemo } from "react";
import { blockText } from "#shared/document/block-text.ts";
import { putsOf, suggestedRuns } from "#shared/document/suggestion.ts";
import {
  FACTUAL_ANSWER_WORDS,
  type FactualCheck,
  type FactualComment,
  type NewFactualComment,
} from "#shared/domain/factual-check.ts";
import type { BlockId, FactualCommentId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useKeepCheck } from "#renderer/factual-accuracy/use-checks.ts";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

type Decision = Partial<Pick<FactualComment, "kind" | "blockIds" | "status" | "reason">>;

/** What is done with the comments of one check. Each says what became of it, with a way back, and answers whether it was done. */
export interface Answers {
  readonly take: (source: string, comments: readonly NewFactualComment[]) => Promise<boolean>;
  readonly remove: (comment: FactualComment) => Promise<boolean>;
  /** @param says what the notice tells */
  readonly revise: (comment: FactualComment, decision: Decision, says: string) => Promise<boolean>;
  readonly changeWords: (comment: FactualComment, blockId: BlockId, words: string) => Promise<boolean>;
  readonly close: (closed: boolean) => Promise<boolean>;
}

export function useAnswers({ id: checkId }: FactualCheck): Answers {
  const { client } = useApi();
  const session = useSession();
  const keep = useKeepCheck();
  return useMemo(() => {
    const { store, autosave } = session;
    const at = () => ({ reportId: store.getState().report.id, checkId });
    const tried = async (work: () => Promise<void>, not: string): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        const { message, remedy } = faultOf(error);
        notify(`${not} ${message} ${remedy}`, { tone: "fault" });
        return false;
      }
    };
    const setRemoved = (ids: readonly FactualCommentId[], removed: boolean): Promise<boolean> =>
      tried(
        async () => keep(await client.factualAccuracy.setRemoved({ ...at(), commentIds: [...ids], removed })),
        "Nothing was changed.",
      );
    const undo = (run: () => Promise<boolean>) => ({ action: { label: "Undo", run: () => void run() } });

    const revise = (comment: FactualComment, decision: Decision, says: string): Promise<boolean> =>
      tried(async () => {
        keep(await client.factualAccuracy.revise({ ...at(), commentId: comment.id, ...decision }));
        const { kind, blockIds, status, reason } = comment;
        const was = { kind, blockIds, status, reason };
        const back = Object.fromEntries(
          Object.keys(decision).map((name) => [name, was[name as keyof typeof was]]),
        );
        notify(
          says,
          undo(() => revise({ ...comment, ...decision }, back, "It is as it was.")),
        );
      }, "Nothing was changed.");

    /** Through the editor, so that its own undo knows it; then the trace, once the words are saved. */
    const changeWords = (comment: FactualComment, blockId: BlockId, words: string): Promise<boolean> =>
      tried(async () => {
        const { editor } = session;
        const from = await autosave.savedRevision();
        const was = blockText(store.getState().blocks, blockId) ?? "";
        const puts = putsOf(suggestedRuns(was, words), new Set(), 0).map((put) => ({
          ...put,
          blockId,
          cell: null,
        }));
        const done = editor?.replaceAll(puts) ?? 0;
        if (done < puts.length) {
          if (done > 0) editor?.undo();
          throw new Fault(
            "bad-input",
            "These words cannot be changed from here.",
            "Go to the paragraph and change them in the text.",
          );
        }
        const { check } = await autosave.exclusively((baseRevision) =>
          client.factualAccuracy.trace({ ...at(), commentId: comment.id, baseRevision, blockId, from }),
        );
        keep(check);
        notify(
          "The text is changed, and the change is kept with the comment.",
          undo(() => changeWords(comment, blockId, was)),
        );
      }, "The change was not kept with the comment.");

    const close = (closed: boolean): Promise<boolean> =>
      tried(async () => {
        const { check } = await autosave.exclusively((baseRevision) =>
          client.factualAccuracy.close({ ...at(), baseRevision, closed }),
        );
        keep(check);
        notify(
          closed ? "The factual accuracy check is closed." : "The factual accuracy check is open again.",
          undo(() => close(!closed)),
        );
      }, "Nothing was changed.");

    return {
      revise,
      changeWords,
      close,
      take: (source, comments) =>
        tried(async () => {
          const { added, check } = await client.factualAccuracy.take({
            ...at(),
            source,
            comments: [...comments],
          });
          keep(check);
          notify(
            source === ""
              ? "The comment is in."
              : `${counted(added.length, "comment")} taken from “${source}”.`,
            undo(() => setRemoved(added, true)),
          );
        }, "Nothing was taken in."),
      remove: async (comment) => {
        if (!(await setRemoved([comment.id], true))) return false;
        notify(
          "The comment is taken out.",
          undo(() => setRemoved([comment.id], false)),
        );
        return true;
      },
    };
  }, [client, session, keep, checkId]);
}

export const answeredAs = (status: FactualComment["status"]): string =>
  status === "open"
    ? "The comment is open again."
    : `Answered: ${FACTUAL_ANSWER_WORDS[status].toLowerCase()}.`;
