import { os } from "#electron/core/api/procedures.ts";
import { listEvidence, nextReference, putEvidence, removeEvidence } from "#electron/core/store/evidence.ts";
import { getReportHead } from "#electron/core/store/reports.ts";
import { Evidence } from "#shared/domain/evidence.ts";

export const evidence = {
  put: os.evidence.put.handler(({ input, context }) => {
    const { reportId } = input;
    // Refuses a report that is gone, in words, before the foreign key does.
    getReportHead(context.library.read, reportId);
    const old = listEvidence(context.library.read, reportId).find((item) => item.id === input.evidence.id);
    const item = Evidence.parse({
      ...input.evidence,
      id: old?.id ?? context.newId(),
      reference: old?.reference ?? nextReference(context.library.read, reportId),
    });
    putEvidence(context.library.write, reportId, item);
    return listEvidence(context.library.read, reportId).find(({ id }) => id === item.id) ?? item;
  }),
  remove: os.evidence.remove.handler(({ input, context }) =>
    removeEvidence(context.library.write, input.reportId, input.evidenceId),
  ),
};
