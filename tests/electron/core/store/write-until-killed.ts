/** Saves one edit after another and acknowledges each revision to its parent, until it is killed. */
import { openLibrary } from "#electron/core/store/database.ts";
import { applyChange, getReport } from "#electron/core/store/reports.ts";
import { plain } from "#shared/domain/block.ts";
import { ReportId } from "#shared/domain/ids.ts";

const [path = "", key = "", id = ""] = process.argv.slice(2);
const library = openLibrary(path, key);
const reportId = ReportId.parse(id);
const { blocks, revision: from } = getReport(library.read, reportId);

for (let revision = from; ; revision += 1) {
  const block = { ...blocks[1]!, inlines: plain(`Edit ${revision + 1}`) } as (typeof blocks)[number];
  const operations = [{ op: "put" as const, block, afterId: blocks[0]!.id }];
  applyChange(library.write, reportId, revision, "edit", operations, {
    by: "a.tester",
    at: new Date().toISOString(),
  });
  process.send?.(revision + 1);
}
