import { os } from "#electron/core/api/procedures.ts";
import { listDispositions, putDisposition, withdrawDispositions } from "#electron/core/store/dispositions.ts";
import { getReportHead } from "#electron/core/store/reports.ts";

export const findings = {
  dispositions: os.findings.dispositions.handler(({ input, context }) =>
    listDispositions(context.library.read, input.reportId),
  ),
  dispose: os.findings.dispose.handler(({ input: { reportId, dispositions }, context }) => {
    // Refuses a report that is gone, in words, before the foreign key does.
    getReportHead(context.library.read, reportId);
    const db = context.library.write;
    const change = context.change();
    return db.transaction(() => dispositions.map((given) => putDisposition(db, reportId, given, change)))();
  }),
  reopen: os.findings.reopen.handler(({ input: { reportId, fingerprints }, context }) => {
    const db = context.library.write;
    const change = context.change();
    db.transaction(() => withdrawDispositions(db, reportId, fingerprints, change))();
  }),
};
