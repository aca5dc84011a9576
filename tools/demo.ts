import { mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { checkDraft } from "#electron/cli/check-record.ts";
import { checkText } from "#electron/cli/check-text.ts";
import { openApp } from "#electron/core/app.ts";
import { addToLibrary } from "#electron/core/api/imports.ts";
import { exporters } from "#electron/core/exporters/registry.ts";
import { resourcePath, ROOT } from "#electron/core/paths.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { writeFileAtomically } from "#electron/core/write-file.ts";

const steps: [string, number][] = [];

/** Runs one step and notes how long it took, in milliseconds. */
async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  steps.push([name, performance.now() - started]);
  return result;
}

const out = join(ROOT, "out");
mkdirSync(out, { recursive: true });
const path = resourcePath("sample", "cornwall-2009.txt");

const app = await step("open a library in memory", () => openApp({ path: null }));
const { context } = app;
const bytes = readFileSync(path);
const draft = await step("read the report in its own process", () =>
  context.jail.read({ name: basename(path), bytes }, {}),
);
const reportId = await step("store it with its ties", () =>
  addToLibrary(context, draft, { name: basename(path), bytes }),
);
const report = getReport(context.library.read, reportId);
const framework = context.frameworks.find(({ id }) => id === report.frameworkId) ?? null;
await step("check it", () => checkDraft(path, report, context.frameworks));
const checked = await step("check it again", () => checkDraft(path, report, context.frameworks));
console.log(checkText(checked));

for (const exporter of Object.values(exporters)) {
  const file = join(out, `cornwall-2009${exporter.extension}`);
  await step(`write ${file.slice(ROOT.length)}`, async () =>
    writeFileAtomically(file, await exporter.write({ report, framework })),
  );
}
app.close();

console.log("How long each step took:");
for (const [name, ms] of steps) console.log(`  ${name.padEnd(40)} ${ms.toFixed(0).padStart(6)} ms`);
process.exit(0);
