import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { PackagePreview, ReturnedGrade } from "#shared/api/packages.ts";
import { paragraphNumbers } from "#shared/domain/block.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import { type Framework, nameOfArea } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { STAGE_WORDS } from "#shared/review/words.ts";
import { useApi } from "#renderer/api/client.ts";
import { useFrameworks } from "#renderer/api/use-library.ts";
import styles from "#renderer/package/PackagePage.module.css";
import { broughtBy, sentBy } from "#renderer/package/package-words.ts";
import type { Place } from "#renderer/place.ts";
import { ChangesPage, type Taking } from "#renderer/returned/ChangesPage.tsx";
import page from "#renderer/returned/ReturnedPage.module.css";
import type { Deciding } from "#renderer/returned/use-returned.ts";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { Tick } from "#renderer/ui/Tick.tsx";
import { whenChanged } from "#renderer/ui/words.ts";

interface Props {
  readonly place: Extract<Place, { screen: "package" }>;
  readonly onGo: (place: Place) => void;
}

/** What a review package that came back has otherwise. */
export function PackagePage({ place, onGo }: Props) {
  const { report, sealed, preview } = place;
  const { from, grades } = preview;
  const { client } = useApi();
  const framework = useFrameworks().data?.find(({ id }) => id === report.frameworkId) ?? null;
  const back = useCallback(
    () => onGo({ screen: "report", reportId: report.id, blockId: null }),
    [onGo, report.id],
  );
  const others = useMemo(
    () => grades.map(({ areaId, clash }) => ({ id: idOfGrade(areaId), taken: !clash })),
    [grades],
  );
  const returned = preview.returned!;
  const brings = broughtBy(preview);
  const take = async ({ operations, chosen, words }: Taking): Promise<void> => {
    const saved = await client.packages.take({
      ...sealed,
      // Whoever gets here has compared it, or knew the desk.
      trust: true,
      baseRevision: returned.revision,
      operations,
      grades: grades.filter(({ areaId }) => chosen.has(idOfGrade(areaId))).map(({ areaId }) => areaId),
    });
    const what = words === "" ? "The package" : words[0]!.toUpperCase() + words.slice(1);
    const says = `${what} taken in from ${from.name}.`;
    const restored = {
      says: `${says} Undo takes back the text alone.`,
      undone: "The text is as it was before. Grades, comments, answers, evidence, ledger and stage stay.",
      before: saved.revision - 1,
      grades: false,
    };
    const changed = operations.length > 0;
    onGo({ screen: "report", reportId: report.id, blockId: null, ...(changed && { restored }) });
    if (!changed) notify(says);
  };
  return (
    <ChangesPage
      title={
        <>
          <strong>What {from.name} sent</strong> compared with {report.title}
        </>
      }
      returned={returned}
      framework={framework}
      others={others}
      othersName="grade"
      takesMore
      none="No words differ from those that stand here."
      onTake={take}
      onBack={back}
    >
      {(deciding) => (
        <>
          <p className={page.lead}>
            {sentBy(preview)} What is ticked is taken; press marked words to take or leave them by themselves.
            What you leave stays as it is here.
          </p>
          <section aria-labelledby="package-brings">
            <h2 id="package-brings" className={page.heading}>
              What comes with it
            </h2>
            <ul className={styles.brings}>
              {brings.map((words) => (
                <li key={words}>{words}</li>
              ))}
              {brings.length === 0 && (
                <li>No comments, answers, evidence or lines of the ledger that are new</li>
              )}
              <li>There, the report is “{STAGE_WORDS[preview.stage]}”</li>
            </ul>
            <p className={page.quiet}>
              All this comes in when you take the package. An approval counts only for the words it was given
              for.
            </p>
          </section>
          {grades.length > 0 && framework && (
            <Grades grades={grades} framework={framework} from={from.name} deciding={deciding} />
          )}
          <Clashes preview={preview} />
          {deciding.items.length > 0 && <h2 className={page.heading}>Text</h2>}
        </>
      )}
    </ChangesPage>
  );
}

const idOfGrade = (areaId: AreaId): string => `grade:${areaId}`;

interface GradesProps {
  readonly grades: readonly ReturnedGrade[];
  readonly framework: Framework;
  readonly from: string;
  readonly deciding: Deciding;
}

function Grades({ grades, framework, from, deciding: { chosen, choose } }: GradesProps) {
  return (
    <section aria-labelledby="package-grades">
      <h2 id="package-grades" className={page.heading}>
        Grades
      </h2>
      <ul className={page.items}>
        {grades.map(({ areaId, ours, theirs, reason, clash }) => {
          const id = idOfGrade(areaId);
          return (
            <li key={areaId} className={page.item}>
              <div className={page.head}>
                <Tick isSelected={chosen.has(id)} onChange={(next) => choose([id], next)}>
                  <strong>{nameOfArea(framework, areaId)}</strong>
                </Tick>
                {clash && <span className={page.clash}>Moved here too since it was sent</span>}
              </div>
              <p className={styles.grades}>
                <span>here</span> <GradeChip framework={framework} gradeId={ours} />{" "}
                <span>at the desk of {from}</span> <GradeChip framework={framework} gradeId={theirs} />
              </p>
              <p className={page.notes}>{reason === "" ? "No reason was given." : `Reason: ${reason}`}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Findings that were answered at both desks, the two answers beside each other. */
function Clashes({ preview: { answers, from, returned } }: { readonly preview: PackagePreview }) {
  const both = answers.flatMap(({ theirs, ours }) => (ours ? [{ theirs, ours }] : []));
  const numbers = useMemo(() => paragraphNumbers(returned!.ours), [returned]);
  const titles = useRuleTitles(both.length > 0);
  if (both.length === 0) return null;
  return (
    <section aria-labelledby="package-answers">
      <h2 id="package-answers" className={page.heading}>
        Findings answered at both desks
      </h2>
      <p className={page.quiet}>The newer answer stands; the older stays in the record.</p>
      <table className={styles.answers}>
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col">Here</th>
            <th scope="col">At the desk of {from.name}</th>
          </tr>
        </thead>
        <tbody>
          {both.map(({ theirs, ours }) => {
            const number = theirs.blockId === null ? undefined : numbers.get(theirs.blockId);
            return (
              <tr key={theirs.fingerprint}>
                <th scope="row">
                  {titles?.get(theirs.rule) ?? theirs.rule}
                  {number !== undefined && `, paragraph ${number}`}
                </th>
                <Answer answer={ours} stands={ours.at > theirs.at} />
                <Answer answer={theirs} stands={theirs.at >= ours.at} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const ANSWER_WORDS: Record<Disposition["state"], string> = {
  accepted: "Accepted",
  dismissed: "Dismissed",
  answered: "Looked into",
};

const Answer = ({ answer, stands }: { readonly answer: Disposition; readonly stands: boolean }) => (
  <td>
    {ANSWER_WORDS[answer.state]}
    {answer.reason !== "" && `: “${answer.reason}”`}
    <span className={styles.when}>
      {answer.by || "Somebody"}, {whenChanged(answer.at)}
      {stands && " · stands"}
    </span>
  </td>
);

/** What the rules say is wrong, by their names; only read where it is needed, for the rules are many. */
function useRuleTitles(needed: boolean): ReadonlyMap<string, string> | null {
  const { data } = useQuery({
    queryKey: ["rule-titles"],
    queryFn: async () => {
      const { rules } = await import("#shared/consistency/registry.ts");
      return new Map<string, string>(rules.map(({ id, title }) => [id, title]));
    },
    enabled: needed,
    staleTime: Infinity,
  });
  return data ?? null;
}
