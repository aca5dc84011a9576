import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import { findArea, findGrade } from "#shared/domain/framework.ts";
import type { Judgement } from "#shared/domain/report.ts";
import type { Client } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import type { Session } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

/** What an area is given; what is left out stays as it is by the time this is its turn. */
interface Given {
  readonly areaId: AreaId;
  readonly gradeId?: GradeId | null;
  readonly rationale?: string;
}

/**
 * Gives an area a grade or a reason. The text is saved first; headings that show the grade change in place, and
 * the caret stays where it is.
 */
export async function setGrade(
  client: Client,
  session: Session,
  { areaId, ...given }: Given,
  quiet = false,
): Promise<boolean> {
  const { store, autosave } = session;
  const { report, framework } = store.getState();
  const now = (): Pick<Judgement, "gradeId" | "rationale"> =>
    store.getState().judgements.find((each) => each.areaId === areaId) ?? { gradeId: null, rationale: "" };
  let before = now();
  try {
    const { changedBlocks } = await autosave.exclusively(async (baseRevision) => {
      // A reason may come while the grade it is for is still on its way.
      before = now();
      const { gradeId, rationale } = { ...before, ...given };
      const whole = { reportId: report.id, baseRevision, areaId, gradeId, rationale };
      const answer = await client.reports.setGrade(whole);
      store.setState((state) => ({ judgements: withJudgement(state.judgements, answer.judgement) }));
      return answer;
    });
    for (const block of changedBlocks)
      if (block.kind === "heading") session.gradedHeadings.set(block.id, block.printedGrade);
    session.editor?.takeOver(changedBlocks);
  } catch (error) {
    const fault = faultOf(error);
    notify(`The grade was not changed. ${fault.message} ${fault.remedy}`, { tone: "fault" });
    return false;
  }
  if (!quiet && framework && given.gradeId !== undefined && before.gradeId !== given.gradeId) {
    const word = findGrade(framework, given.gradeId)?.label ?? "not graded";
    notify(`${findArea(framework, areaId)?.title ?? "Area"}: ${word}.`, {
      action: {
        label: "Undo",
        run: () =>
          void setGrade(
            client,
            session,
            { areaId, gradeId: before.gradeId, rationale: before.rationale },
            true,
          ),
      },
    });
  }
  return true;
}

const withJudgement = (judgements: readonly Judgement[], judgement: Judgement): Judgement[] => [
  ...judgements.filter(({ areaId }) => areaId !== judgement.areaId),
  judgement,
];
