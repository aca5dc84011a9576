import { textOf, type Block } from "#shared/domain/block.ts";
import type { SessionState } from "#renderer/report/session.ts";

/** One step of the main job: what to do, and how to see that it was done. */
export interface TourStep {
  readonly title: string;
  readonly says: string;
  /** @param then the report as it was when the step began */
  readonly isDone: (now: SessionState, then: SessionState) => boolean;
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: "See what was found",
    says: "Choose the tab “Findings” on the right. Each card says what does not agree in this report, and where.",
    isDone: ({ panel }) => panel === "findings",
  },
  {
    title: "Go to the words",
    says: "Press a card, or F7 for the next one. Its words are shown in the text and selected.",
    isDone: ({ findingAt }) => findingAt !== null,
  },
  {
    title: "Change the words",
    says: "Type over the selected words, as you would in Word. Ctrl+Z takes it back, and every change is saved as you write.",
    isDone: ({ blocks }, then) => wordsDiffer(blocks, then.blocks),
  },
  {
    title: "See it go",
    says: "The report is checked while you type. A card goes when its fault has gone. One that is no fault here can go too: “Dismiss…”, with a reason.",
    isDone: ({ findingAt, findings }) =>
      findingAt !== null && !findings.some(({ fingerprint }) => fingerprint === findingAt),
  },
  {
    title: "Set a grade",
    says: "Choose the tab “Judgement” and press another grade. Its heading and the record of main findings follow.",
    isDone: ({ judgements }, then) =>
      judgements.some(({ areaId, gradeId }) => gradeId !== gradeIn(then, areaId)),
  },
  {
    title: "See what carries it",
    says: "Below the grade stands what the narrative says for it and against it. Press one of the sentences to go to it.",
    isDone: (now, then) => now.blockId !== then.blockId && carries(now, then),
  },
  {
    title: "Hand it on",
    says: "Press “Export…” at the top right and choose Word, PDF or HTML. The file is in your downloads.",
    isDone: ({ exported }, then) => exported > then.exported,
  },
];

function wordsDiffer(now: readonly Block[], then: readonly Block[]): boolean {
  if (now === then) return false;
  const before = new Map(then.map((block) => [block.id, block]));
  return now.some((block) => {
    const old = before.get(block.id);
    return old === undefined || (old !== block && textOf(old) !== textOf(block));
  });
}

const gradeIn = ({ judgements }: SessionState, areaId: SessionState["areaId"]): string | null =>
  judgements.find((judgement) => judgement.areaId === areaId)?.gradeId ?? null;

/** Whether the caret is in a sentence that the judgement panel quoted. */
function carries(now: SessionState, then: SessionState): boolean {
  return [now.areaId, then.areaId].some((areaId) => {
    const backing = areaId && now.backing.get(areaId);
    if (!backing) return false;
    return [...backing.supports, ...backing.opposes].some(({ blockId }) => blockId === now.blockId);
  });
}
