import { oc } from "@orpc/contract";
import { comments } from "#shared/api/comments.ts";
import { desktop } from "#shared/api/desktop.ts";
import { dictionary } from "#shared/api/dictionary.ts";
import { evidenceImport } from "#shared/api/evidence-import.ts";
import { evidence } from "#shared/api/evidence.ts";
import { exports } from "#shared/api/exports.ts";
import { figures } from "#shared/api/figures.ts";
import { findings } from "#shared/api/findings.ts";
import { imports } from "#shared/api/imports.ts";
import { library } from "#shared/api/library.ts";
import { pseudonyms } from "#shared/api/pseudonyms.ts";
import { reports } from "#shared/api/reports.ts";
import { versions } from "#shared/api/versions.ts";

/** The only description of what the renderer may ask for. Every door mounts one router that implements it. */
export const contract = oc.router({
  library,
  reports,
  versions,
  imports,
  evidence,
  evidenceImport,
  figures,
  findings,
  comments,
  exports,
  desktop,
  dictionary,
  pseudonyms,
});
