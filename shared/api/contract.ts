import { oc } from "@orpc/contract";
import { comments } from "#shared/api/comments.ts";
import { desktop } from "#shared/api/desktop.ts";
import { dictionary } from "#shared/api/dictionary.ts";
import { evidenceImport } from "#shared/api/evidence-import.ts";
import { evidence } from "#shared/api/evidence.ts";
import { exports } from "#shared/api/exports.ts";
import { factualAccuracy } from "#shared/api/factual-accuracy.ts";
import { figures } from "#shared/api/figures.ts";
import { findings } from "#shared/api/findings.ts";
import { imports } from "#shared/api/imports.ts";
import { library } from "#shared/api/library.ts";
import { packages } from "#shared/api/packages.ts";
import { portfolio } from "#shared/api/portfolio.ts";
import { pseudonyms } from "#shared/api/pseudonyms.ts";
import { reports } from "#shared/api/reports.ts";
import { review } from "#shared/api/review.ts";
import { returned } from "#shared/api/returned.ts";
import { templates } from "#shared/api/templates.ts";
import { versions } from "#shared/api/versions.ts";

const routes = oc.router({
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
type Routes = typeof routes;

/** Has a name, so that what is made of it is written down by that and not at full length each time. */
// oxlint-disable-next-line typescript/no-empty-object-type -- only to give it a name
export interface Contract extends Routes {}

/** The only description of what the renderer may ask for. Every door mounts one router that implements it. */
export const contract: Contract = routes;
