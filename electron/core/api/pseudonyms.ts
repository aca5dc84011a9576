import { os } from "#electron/core/api/procedures.ts";
import { getReportHead } from "#electron/core/store/reports.ts";

export const pseudonyms = {
  list: os.pseudonyms.list.handler(({ input, context }) => context.pseudonyms.list(input.reportId)),
  keep: os.pseudonyms.keep.handler(({ input: { reportId, entries }, context }) => {
    getReportHead(context.library.read, reportId);
    context.pseudonyms.keep(reportId, entries);
    return context.pseudonyms.list(reportId);
  }),
  purge: os.pseudonyms.purge.handler(({ context }) => ({ purged: context.pseudonyms.purge() })),
};
