import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asReport } from "#electron/cli/export.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { openJail } from "#electron/core/importers/jail.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { Report } from "#shared/domain/report.ts";

export const SAMPLE = join(import.meta.dirname, "../../resources/sample/cornwall-2009.txt");

/** The sample report, read as the program reads it. */
export async function readSample(): Promise<{ report: Report; framework: Framework }> {
  const frameworks = loadFrameworks();
  const jail = openJail({ frameworks });
  try {
    const draft = await jail.read({ name: "cornwall-2009.txt", bytes: readFileSync(SAMPLE) }, {});
    return { report: asReport(draft), framework: frameworks.find(({ id }) => id === draft.frameworkId)! };
  } finally {
    jail.close();
  }
}
