import { os } from "#electron/core/api/procedures.ts";
import { refuseIssued } from "#electron/core/store/factual-checks.ts";
import { getReportHead } from "#electron/core/store/reports.ts";
import { restoreVersion } from "#electron/core/store/restore.ts";
import { findFramework } from "#shared/domain/framework.ts";
import { listVersions, nameVersion, readVersion, removeVersionName } from "#electron/core/store/versions.ts";

export const versions = {
  list: os.versions.list.handler(({ input, context }) => listVersions(context.library.read, input.reportId)),
  name: os.versions.name.handler(({ input, context }) =>
    nameVersion(context.library.write, input.reportId, input.revision, input.name, context.change()),
  ),
  removeName: os.versions.removeName.handler(({ input, context }) => {
    refuseIssued(context.library.read, input.reportId, input.revision);
    removeVersionName(context.library.write, input.reportId, input.revision);
  }),
  read: os.versions.read.handler(({ input, context }) =>
    readVersion(context.library.read, input.reportId, input.revision),
  ),
  restore: os.versions.restore.handler(({ input, context }) => {
    const { reportId, baseRevision, ...wanted } = input;
    const change = context.writer();
    const { frameworkId } = getReportHead(context.library.read, reportId);
    const framework = findFramework(context.frameworks, frameworkId);
    const revision = restoreVersion(context.library.write, framework, reportId, baseRevision, wanted, change);
    return { revision, savedAt: change.at };
  }),
};
