import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import { findArea, findGrade } from "#shared/domain/framework.ts";
import type { Judgement } from "#shared/domain/report.ts";
import type { Client } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import type { Session } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

/**
 * Gives an area a grade or a reason. The text is saved first; headings that show the grade change in place, and
 * the caret stays where it is.
 */
export async function setGrade(
  client: Client,
  session: Session,
  given: { areaId: AreaId; gradeId: GradeId | null; rationale: string },
  quiet = false,
): Promise<boolean> {
  const { store, autosave } = session;
  const { report, framework, judgements } = store.getState();
  const before = judgements.find(({ areaId }) => areaId === given.areaId) ?? null;
  try {
    const answer = await autosave.exclusively((baseRevision) =>
      client.reports.setGrade({ reportId: report.id, baseRevision, ...given }),
    );
    for (const block of answer.changedBlocks)
      if (block.kind === "heading") session.gradedHeadings.set(block.id, block.printedGrade);
    session.editor?.takeOver(answer.changedBlocks);
    store.setState((state) => ({ judgements: withJudgement(state.judgements, answer.judgement) }));
  } catch (error) {
    const fault = faultOf(error);
    notify(`The grade was not changed. ${fault.message} ${fault.remedy}`, { tone: "fault" });
    return false;
  }
  if (!quiet && framework && (before?.gradeId ?? null) !== given.gradeId) {
    const word = findGrade(framework, given.gradeId)?.label ?? "not graded";
    notify(`${findArea(framework, given.areaId)?.title ?? "Area"}: ${word}.`, {
      action: {
        label: "Undo",
        run: () =>
          void setGrade(
            client,
            session,
            { areaId: given.areaId, gradeId: before?.gradeId ?? null, rationale: before?.rationale ?? "" },
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
