import { os } from "#electron/core/api/procedures.ts";
import { getFramework } from "#electron/core/context.ts";
import { duplicateReport } from "#electron/core/store/duplicate.ts";
import { insertReport, listReports, NO_SOURCE } from "#electron/core/store/reports.ts";
import { search } from "#electron/core/store/search.ts";
import { draftFromFramework } from "#shared/document/draft-from-framework.ts";
import type { ReportId } from "#shared/domain/ids.ts";

export const library = {
  describe: os.library.describe.handler(({ context }) => ({
    name: context.libraryName,
    kept: context.library.path !== ":memory:",
    version: context.version,
  })),
  list: os.library.list.handler(({ input, context }) => listReports(context.library.read, input.archived)),
  create: os.library.create.handler(({ input, context }) => {
    const { frameworkId, ...details } = input;
    const draft = draftFromFramework(getFramework(context, frameworkId), details, () => context.newId());
    const reportId = context.newId() as ReportId;
    insertReport(context.library.write, reportId, draft, NO_SOURCE, context.change(), { kind: "new" });
    return { reportId };
  }),
  duplicate: os.library.duplicate.handler(({ input, context }) =>
    duplicateReport(context.library.write, input.reportId, () => context.newId(), context.change()),
  ),
  frameworks: os.library.frameworks.handler(({ context }) => [...context.frameworks]),
  search: os.library.search.handler(({ input, context }) =>
    search(context.library.read, input.query, input.limit),
  ),
};
