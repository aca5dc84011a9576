import { m0001Initial } from "#electron/core/store/migrations/0001-initial.ts";
import { m0002Dispositions } from "#electron/core/store/migrations/0002-dispositions.ts";
import { m0003Desk } from "#electron/core/store/migrations/0003-desk.ts";
import { m0004EvidenceLog } from "#electron/core/store/migrations/0004-evidence-log.ts";
import { m0005LogCounts } from "#electron/core/store/migrations/0005-log-counts.ts";
import { m0006Exports } from "#electron/core/store/migrations/0006-exports.ts";
import { m0007Review } from "#electron/core/store/migrations/0007-review.ts";
import { m0008Suggestions } from "#electron/core/store/migrations/0008-suggestions.ts";
import { m0009Packages } from "#electron/core/store/migrations/0009-packages.ts";
import { m0010WordTemplates } from "#electron/core/store/migrations/0010-word-templates.ts";
import { m0011ReportFacts } from "#electron/core/store/migrations/0011-report-facts.ts";
import { m0012FactualChecks } from "#electron/core/store/migrations/0012-factual-checks.ts";
import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** In order, versions 1, 2, 3 … with no gap; a test checks it. */
export const migrations: readonly Migration[] = [
  m0001Initial,
  m0002Dispositions,
  m0003Desk,
  m0004EvidenceLog,
  m0005LogCounts,
  m0006Exports,
  m0007Review,
  m0008Suggestions,
  m0009Packages,
  m0010WordTemplates,
  m0011ReportFacts,
  m0012FactualChecks,
];
