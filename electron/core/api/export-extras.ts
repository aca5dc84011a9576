import type { CoreContext } from "#electron/core/context.ts";
import type { ExportExtras } from "#electron/core/exporters/exporter.ts";
import { listComments } from "#electron/core/store/comments.ts";
import { listDispositions } from "#electron/core/store/dispositions.ts";
import { readSettings } from "#electron/core/store/settings.ts";
import { readVersion } from "#electron/core/store/versions.ts";
import type { ExportOptions } from "#shared/api/exports.ts";
import { parseChoices } from "#shared/consistency/rule-choice.ts";
import type { ReportId } from "#shared/domain/ids.ts";

/**
 * What the options ask for beside the report. What is not asked for is never read, and so cannot be in the file.
 *
 * @throws Fault `not-found` for a revision that the report never had
 */
export function exportExtras(
  { library: { read } }: CoreContext,
  reportId: ReportId,
  { comments, changesSince, annex }: ExportOptions,
): ExportExtras {
  return {
    ...(comments && { comments: listComments(read, reportId) }),
    ...(changesSince !== null && { before: readVersion(read, reportId, changesSince).blocks }),
    ...(annex && {
      annex: {
        dispositions: listDispositions(read, reportId),
        rules: parseChoices(readSettings(read)["rules"] ?? null),
      },
    }),
  };
}
