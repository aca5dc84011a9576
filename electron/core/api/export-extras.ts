import type { CoreContext } from "#electron/core/context.ts";
import type { ExportExtras } from "#electron/core/exporters/exporter.ts";
import { listComments } from "#electron/core/store/comments.ts";
import { listDispositions } from "#electron/core/store/dispositions.ts";
import { readSettings } from "#electron/core/store/settings.ts";
import { readVersion } from "#electron/core/store/versions.ts";
import type { ExportOptions } from "#shared/api/exports.ts";
import { getTemplate } from "#electron/core/store/word-templates.ts";
import { readTemplate } from "#electron/core/importers/word/template.ts";
import type { ReadDb } from "#electron/core/store/database.ts";
import type { TemplateId } from "#shared/word/word-template.ts";
import { parseChoices, RULES_SETTING } from "#shared/consistency/rule-choice.ts";
import type { ReportId } from "#shared/domain/ids.ts";

/**
 * What the options ask for beside the report. What is not asked for is never read, and so cannot be in the file.
 *
 * @throws Fault `not-found` for a revision that the report never had, or a template that is gone
 */
export function exportExtras(
  { library: { read } }: CoreContext,
  reportId: ReportId,
  { comments, changesSince, annex, templateId }: ExportOptions,
): ExportExtras {
  return {
    // Notes to oneself are nobody else’s, whatever is asked for.
    ...(comments && { comments: listComments(read, reportId).filter(({ isPrivate }) => !isPrivate) }),
    ...(changesSince !== null && { before: readVersion(read, reportId, changesSince).blocks }),
    ...(templateId !== null && { template: templateOf(read, templateId) }),
    ...(annex && {
      annex: {
        dispositions: listDispositions(read, reportId),
        rules: parseChoices(readSettings(read)[RULES_SETTING]),
      },
    }),
  };
}

function templateOf(db: ReadDb, id: TemplateId): NonNullable<ExportExtras["template"]> {
  const { template, bytes } = getTemplate(db, id);
  return { template, parts: readTemplate(bytes) };
}
