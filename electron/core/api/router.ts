import { comments } from "#electron/core/api/comments.ts";
import { desktop } from "#electron/core/api/desktop.ts";
import { dictionary } from "#electron/core/api/dictionary.ts";
import { evidenceImport } from "#electron/core/api/evidence-import.ts";
import { evidence } from "#electron/core/api/evidence.ts";
import { exports } from "#electron/core/api/exports.ts";
import { factualAccuracy } from "#electron/core/api/factual-accuracy.ts";
import { figures } from "#electron/core/api/figures.ts";
import { findings } from "#electron/core/api/findings.ts";
import { imports } from "#electron/core/api/imports.ts";
import { library } from "#electron/core/api/library.ts";
import { os } from "#electron/core/api/procedures.ts";
import { packages } from "#electron/core/api/packages.ts";
import { portfolio } from "#electron/core/api/portfolio.ts";
import { pseudonyms } from "#electron/core/api/pseudonyms.ts";
import { reports } from "#electron/core/api/reports.ts";
import { review } from "#electron/core/api/review.ts";
import { returned } from "#electron/core/api/returned.ts";
import { templates } from "#electron/core/api/templates.ts";
import { versions } from "#electron/core/api/versions.ts";

/** Implements the contract; leave a procedure out and this does not compile. Every door mounts it. */
export const router = os.router({
  library,
  reports,
  versions,
  returned,
  review,
  imports,
  evidence,
  evidenceImport,
  figures,
  findings,
  comments,
  factualAccuracy,
  exports,
  templates,
  desktop,
  dictionary,
  pseudonyms,
  packages,
  portfolio,
});
