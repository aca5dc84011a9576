import { useApi } from "#renderer/api/client.ts";
import { ancestorsOf, findArea, findGrade, type Area, type Framework } from "#shared/domain/framework.ts";
import { gradeOf } from "#shared/domain/report.ts";
import { AreaPicker } from "#renderer/panels/AreaPicker.tsx";
import { Backing } from "#renderer/panels/Backing.tsx";
import { Descriptors } from "#renderer/panels/Descriptors.tsx";
import { FindingCard } from "#renderer/panels/FindingCard.tsx";
import findingStyles from "#renderer/panels/FindingsPanel.module.css";
import { GradeHistory } from "#renderer/panels/GradeHistory.tsx";
import { GradeRadios } from "#renderer/panels/GradeRadios.tsx";
import styles from "#renderer/panels/JudgementPanel.module.css";
import { Limits } from "#renderer/panels/Limits.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { ReadsLike } from "#renderer/panels/ReadsLike.tsx";
import { TieToArea } from "#renderer/panels/TieToArea.tsx";
import { Rationale } from "#renderer/panels/Rationale.tsx";
import { goToArea } from "#renderer/report/places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { setGrade } from "#renderer/report/set-grade.ts";
import { SignOffBar } from "#renderer/review/SignOffBar.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { GradeSquare } from "#renderer/ui/GradeMark.tsx";

/** More of one area are read in the panel of findings: here each would be drawn anew with every answer of the checker. */
const MOST_FINDINGS = 20;

export function JudgementPanel() {
  const framework = useSessionState((state) => state.framework);
  const areaId = useSessionState((state) => state.areaId);
  if (!framework)
    return (
      <div className={panel.body}>
        <p className={panel.say}>
          No framework was recognised in this report, so there is nothing to grade against. Its text, findings
          about figures and quotations, and exports all work.
        </p>
      </div>
    );
  const area = findArea(framework, areaId) ?? framework.areas[0]!;
  return <AreaJudgement key={area.id} framework={framework} area={area} />;
}

function AreaJudgement({ framework, area }: { framework: Framework; area: Area }) {
  const session = useSession();
  const { client } = useApi();
  const judgement = useSessionState((state) => state.judgements.find(({ areaId }) => areaId === area.id));
  const allFindings = useSessionState((state) => state.findings);
  const findings = allFindings.filter(({ areaId }) => areaId === area.id);
  const gradeId = judgement?.gradeId ?? null;
  const rationale = judgement?.rationale ?? "";
  const grade = findGrade(framework, gradeId);
  return (
    <div className={panel.body}>
      <div>
        <p className={panel.crumb}>
          {ancestorsOf(framework, area)
            .map(({ title }) => title)
            .join(" · ") || framework.title}
        </p>
        <AreaPicker framework={framework} area={area} />
      </div>
      {area.kind !== "group" && <SignOffBar area={area} />}
      {area.kind === "graded" ? (
        <>
          <div>
            <GradeRadios
              framework={framework}
              gradeId={gradeId}
              areaTitle={area.title}
              onChange={(next) => void setGrade(client, session, { areaId: area.id, gradeId: next })}
            />
            <Descriptors framework={framework} grade={grade} />
          </div>
          <Rationale key={rationale} areaId={area.id} rationale={rationale} />
          <TieToArea framework={framework} area={area} />
          <Backing framework={framework} area={area} grade={grade} />
          <Limits framework={framework} area={area} />
          <ReadsLike framework={framework} area={area} grade={grade} />
        </>
      ) : (
        <p className={panel.quiet}>
          {area.kind === "group"
            ? "This groups the areas below it and has no grade of its own."
            : "This area is written about and not graded."}
        </p>
      )}
      {findings.length > 0 && (
        <section aria-label="Findings in this area">
          <h3 className={panel.heading}>Findings here</h3>
          <ul className={findingStyles.list}>
            {findings.slice(0, MOST_FINDINGS).map((finding) => (
              <li key={finding.fingerprint}>
                <FindingCard finding={finding} />
              </li>
            ))}
          </ul>
          {findings.length > MOST_FINDINGS && (
            <Button look="plain" onPress={() => session.store.setState({ panel: "findings" })}>
              All {findings.length} under Findings
            </Button>
          )}
        </section>
      )}
      <Children framework={framework} area={area} />
      {area.kind === "graded" && <GradeHistory framework={framework} areaId={area.id} />}
    </div>
  );
}

function Children({ framework, area }: { framework: Framework; area: Area }) {
  const session = useSession();
  const judgements = useSessionState((state) => state.judgements);
  const children = framework.areas.filter(({ parent }) => parent === area.id);
  if (children.length === 0) return null;
  return (
    <section aria-label="Areas below this one">
      <h3 className={panel.heading}>Areas below this one</h3>
      <ul className={styles.children}>
        {children.map((child) => (
          <li key={child.id}>
            <button type="button" className={styles.child} onClick={() => goToArea(session, child.id)}>
              <span>{child.title}</span>
              {child.kind === "graded" && (
                <GradeSquare framework={framework} gradeId={gradeOf({ judgements }, child.id)} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
