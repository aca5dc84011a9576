import { os } from "#electron/core/api/procedures.ts";
import { listDispositions, putDisposition, withdrawDisposition } from "#electron/core/store/dispositions.ts";
import { getReportHead } from "#electron/core/store/reports.ts";

export const findings = {
  dispositions: os.findings.dispositions.handler(({ input, context }) =>
    listDispositions(context.library.read, input.reportId),
  ),
  dispose: os.findings.dispose.handler(({ input: { reportId, disposition }, context }) => {
    // Refuses a report that is gone, in words, before the foreign key does.
    getReportHead(context.library.read, reportId);
    return putDisposition(context.library.write, reportId, disposition, context.change());
  }),
  reopen: os.findings.reopen.handler(({ input: { reportId, fingerprint }, context }) =>
    withdrawDisposition(context.library.write, reportId, fingerprint, context.change()),
  ),
};
