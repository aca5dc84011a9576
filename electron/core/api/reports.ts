import { os, osParsed } from "#electron/core/api/procedures.ts";
import { getFramework } from "#electron/core/context.ts";
import { setGrade } from "#electron/core/store/grades.ts";
import { listGradeChanges } from "#electron/core/store/judgements.ts";
import {
  applyChange,
  archiveReport,
  describeReport,
  getReport,
  getReportHead,
} from "#electron/core/store/reports.ts";

export const reports = {
  open: osParsed.reports.open.handler(({ input, context }) =>
    getReport(context.library.read, input.reportId),
  ),
  apply: os.reports.apply.handler(({ input, context }) => {
    const change = context.change();
    const { reportId, baseRevision, operations } = input;
    const revision = applyChange(context.library.write, reportId, baseRevision, "edit", operations, change);
    return { revision, savedAt: change.at };
  }),
  setGrade: os.reports.setGrade.handler(({ input, context }) => {
    const { reportId, baseRevision, ...given } = input;
    const change = context.writer();
    const framework = getFramework(context, getReportHead(context.library.read, reportId).frameworkId);
    const saved = setGrade(context.library.write, framework, reportId, baseRevision, given, change);
    return { ...saved, savedAt: change.at };
  }),
  gradeHistory: os.reports.gradeHistory.handler(({ input, context }) =>
    listGradeChanges(context.library.read, input.reportId, input.areaId),
  ),
  describe: os.reports.describe.handler(({ input, context }) => {
    const { reportId, baseRevision, ...fields } = input;
    const change = context.change();
    return {
      revision: describeReport(context.library.write, reportId, baseRevision, fields, change),
      savedAt: change.at,
    };
  }),
  archive: os.reports.archive.handler(({ input, context }) =>
    archiveReport(context.library.write, input.reportId, input.archived),
  ),
};
