import { readFileSync } from "node:fs";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { reportText } from "#electron/core/importers/report-text.ts";

/** The founding report, read as a user would import it. */
export async function readSeed() {
  const frameworks = loadFrameworks();
  const draft = await reportText.read(new Uint8Array(readFileSync("resources/sample/cornwall-2009.txt")), {
    frameworks,
    onPage() {},
  });
  return { draft, framework: frameworks.find(({ id }) => id === draft.frameworkId)! };
}
