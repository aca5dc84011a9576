import { findArea, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { ReportSummary } from "#shared/domain/report.ts";
import type { ReviewLine } from "#shared/api/review.ts";
import { STAGE_WORDS } from "#shared/review/words.ts";
import { ReportMenu } from "#renderer/library/ReportMenu.tsx";
import styles from "#renderer/library/ReportTable.module.css";
import { isOverdue, type ReviewLines } from "#renderer/library/review-groups.ts";
import type { ShelfGroup } from "#renderer/library/shelf.ts";
import { GradeSquare } from "#renderer/ui/GradeMark.tsx";
import { longDate, shortDate, whenChanged } from "#renderer/ui/words.ts";

interface Props {
  readonly groups: readonly ShelfGroup[];
  readonly reviews: ReviewLines;
  /** ISO date. */
  readonly today: string;
  readonly frameworks: readonly Framework[];
  readonly archived: boolean;
  readonly pinned: readonly string[];
  readonly onOpen: (reportId: ReportId) => void;
  readonly onArchive: (report: ReportSummary) => void;
  readonly onDuplicate: (report: ReportSummary) => void;
  readonly onPin: (report: ReportSummary, pinned: boolean) => void;
}

const COLUMNS = 8;

export function ReportTable({ groups, archived, ...props }: Props) {
  return (
    <table className={styles.table} aria-label={archived ? "Archived reports" : "Reports"}>
      <thead>
        <tr>
          <th scope="col">Report</th>
          <th scope="col">Overall grades</th>
          <th scope="col" className={styles.wide}>
            Framework
          </th>
          <th scope="col" className={styles.wide}>
            Inspection ended
          </th>
          <th scope="col">Stage</th>
          <th scope="col" className={`${styles.number} ${styles.wide}`}>
            Words
          </th>
          <th scope="col">Changed</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      {groups.map(({ title, reports, empty }) => (
        <tbody key={title}>
          {title !== null && (
            <tr className={styles.group}>
              <th colSpan={COLUMNS} scope="rowgroup">
                {title}
              </th>
            </tr>
          )}
          {reports.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={COLUMNS} className={styles.none}>
                {empty}
              </td>
            </tr>
          )}
          {reports.map((report) => (
            <ReportRow key={report.id} report={report} archived={archived} {...props} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type RowProps = Omit<Props, "groups"> & { readonly report: ReportSummary };

function ReportRow({ report, frameworks, reviews, today, archived, pinned, ...on }: RowProps) {
  const framework = frameworks.find(({ id }) => id === report.frameworkId) ?? null;
  const isPinned = pinned.includes(report.id);
  return (
    // The row answers the pointer as a convenience; the keyboard has the title button.
    <tr className={styles.row} onClick={() => on.onOpen(report.id)}>
      <td>
        <button type="button" className={styles.title} onClick={() => on.onOpen(report.id)}>
          {report.title}
        </button>
        <span className={styles.provider}>{report.provider || "No provider named"}</span>
      </td>
      <td>
        <OverallGrades report={report} framework={framework} />
      </td>
      <td className={`${styles.framework} ${styles.wide}`}>
        {framework ? `${framework.family.toUpperCase()} ${framework.edition}` : "Not recognised"}
      </td>
      <td className={`${styles.when} ${styles.wide}`}>
        {report.inspectionDate ? longDate(report.inspectionDate) : "Not stated"}
      </td>
      <td className={styles.when}>
        {STAGE_WORDS[report.stage]}
        <ReviewNote report={report} line={reviews.get(report.id)} today={today} />
      </td>
      <td className={`${styles.number} ${styles.wide}`}>{report.words.toLocaleString("en-GB")}</td>
      <td className={styles.when}>{whenChanged(report.changedAt)}</td>
      {/* What is pressed in the menu is not a press of the row. */}
      <td className={styles.actions} onClick={(event) => event.stopPropagation()}>
        <ReportMenu
          title={report.title}
          archived={archived}
          pinned={isPinned}
          actions={{
            open: () => on.onOpen(report.id),
            duplicate: () => on.onDuplicate(report),
            archive: () => on.onArchive(report),
            pin: () => on.onPin(report, !isPinned),
          }}
        />
      </td>
    </tr>
  );
}

interface NoteProps {
  readonly report: ReportSummary;
  readonly line: ReviewLine | undefined;
  readonly today: string;
}

/** Whose review it is and by when; that it is late is said in words. */
function ReviewNote({ report, line, today }: NoteProps) {
  if (!line || (line.assignedTo === "" && line.dueOn === null)) return null;
  const late = isOverdue(report, line, today);
  return (
    <>
      {line.assignedTo !== "" && <span className={styles.review}>{line.assignedTo}</span>}
      {line.dueOn !== null && (
        <span className={styles.review} data-late={late || undefined}>
          {late ? "overdue since" : "due"} {shortDate(line.dueOn)}
        </span>
      )}
    </>
  );
}

function OverallGrades({ report, framework }: { report: ReportSummary; framework: Framework | null }) {
  if (!framework) return <>None</>;
  const shown = report.overall.filter(({ gradeId }) => gradeId !== null);
  if (shown.length === 0) return <>Not graded yet</>;
  return (
    <span className={styles.grades}>
      {shown.map(({ areaId, gradeId }) => {
        const area = findArea(framework, areaId);
        const named = findArea(framework, area?.parent ?? null) ?? area;
        return (
          <span key={areaId} className={styles.grade}>
            <GradeSquare framework={framework} gradeId={gradeId} />
            {named ? shortTitleOf(named) : areaId}
          </span>
        );
      })}
    </span>
  );
}
