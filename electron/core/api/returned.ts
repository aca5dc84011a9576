import { os } from "#electron/core/api/procedures.ts";
import { compareReturned } from "#electron/core/returned/compare-returned.ts";
import { insertComment } from "#electron/core/store/comments.ts";
import { applyChange } from "#electron/core/store/reports.ts";

export const returned = {
  compare: os.returned.compare.handler(async ({ input, context, signal }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    const file = await context.jail.readReturned({ name: input.file.name, bytes }, signal && { signal });
    return compareReturned(context, input.reportId, file);
  }),
  take: os.returned.take.handler(({ input, context }) => {
    const { reportId, baseRevision, operations, comments } = input;
    const change = context.change();
    const db = context.library.write;
    const revision = applyChange(db, reportId, baseRevision, "returned", operations, change, () => {
      for (const comment of comments) insertComment(db, reportId, comment);
    });
    return { revision, savedAt: change.at };
  }),
};
