/**
 * What the rules say of published reports, to be read and judged: node tools/sample-findings.ts [--reports folder]
 * [--files 20] [--each 10] [--rule id …] [--cache file] [--counts] [--cost]
 *
 * Takes `--files` reports spread over the folder (by default ../shared/corpus/reports beside the project), and of each
 * rule `--each` findings spread over those reports, always the same; prints each with the words around it.
 * `--counts` prints only how often each rule speaks, over all reports; `--cost` what each rule takes.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { alignmentModel } from "#electron/core/alignment-model.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import { rules } from "#shared/consistency/registry.ts";
import { runRule } from "#shared/consistency/run-rule.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";
import { readDrafts } from "#tools/alignment/examples.ts";
import { median } from "#tools/bench/times.ts";

const { values: options } = parseArgs({
  options: {
    reports: { type: "string" },
    files: { type: "string", default: "20" },
    each: { type: "string", default: "10" },
    rule: { type: "string", multiple: true },
    cache: { type: "string" },
    counts: { type: "boolean" },
    cost: { type: "boolean" },
  },
});
const folder = options.reports ?? fileURLToPath(new URL("../../shared/corpus/reports", import.meta.url));
if (!existsSync(folder)) {
  console.error(
    `This needs a folder of published reports, and ${folder} is not there. Name one with --reports.`,
  );
  process.exit(2);
}
const frameworks = new Map(loadFrameworks().map((framework) => [framework.id, framework]));
const drafts = [...(await readDrafts(folder, options.cache ?? null))];
const chosen = rules.filter(({ id }) => options.rule === undefined || options.rule.includes(id));
const snapshotOf = ([, draft]: (typeof drafts)[number]): Snapshot =>
  buildSnapshot(
    draft,
    draft.frameworkId === null ? null : (frameworks.get(draft.frameworkId) ?? null),
    null,
    alignmentModel(),
  );

if (options.cost) cost();
else if (options.counts) counts();
else samples();

function samples(): void {
  const reports = spread(drafts, Number(options.files)).map((draft) => {
    const snapshot = snapshotOf(draft);
    return { name: draft[0], snapshot, findings: check(snapshot, chosen) };
  });
  for (const rule of chosen) {
    const found = reports.flatMap((report) =>
      report.findings.filter((finding) => finding.rule === rule.id).map((finding) => ({ report, finding })),
    );
    console.log(`\n## ${rule.id}: ${found.length} findings in ${reports.length} reports`);
    for (const { report, finding } of spread(found, Number(options.each)))
      console.log(shown(report.name, report.snapshot, finding));
  }
}

function shown(name: string, snapshot: Snapshot, finding: Finding): string {
  const text = (finding.blockId && snapshot.blockById.get(finding.blockId)?.text) || "";
  const [from, to] = finding.span ?? [0, text.length];
  const around = `${text.slice(Math.max(0, from - 160), from)}⟦${text.slice(from, to)}⟧${text.slice(to, to + 160)}`;
  const place = `${name} ¶${finding.paragraph ?? "–"} ${finding.areaId ?? "–"} ${finding.severity}`;
  return `- ${place}\n  ${finding.message}\n  ${around.slice(0, 900)}`;
}

function counts(): void {
  const total = new Map<string, number>();
  for (const draft of drafts)
    for (const { rule, severity } of check(snapshotOf(draft), chosen))
      total.set(`${rule} ${severity}`, (total.get(`${rule} ${severity}`) ?? 0) + 1);
  for (const [what, times] of [...total].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      `${(times / drafts.length).toFixed(2).padStart(8)} a report  ${String(times).padStart(6)}  ${what}`,
    );
}

/** Milliseconds on the report with the median number of blocks, warm, analyses made anew each time. */
function cost(): void {
  const middle = drafts.toSorted(([, a], [, b]) => a.blocks.length - b.blocks.length)[drafts.length >> 1]!;
  const times = new Map<string, number[]>();
  const add = (what: string, work: () => void): void => {
    const started = performance.now();
    work();
    times.set(what, [...(times.get(what) ?? []), performance.now() - started]);
  };
  for (let round = 0; round < 40; round++) {
    let snapshot: Snapshot | null = null;
    add("(analysis)", () => (snapshot = snapshotOf(middle)));
    for (const rule of chosen) add(rule.id, () => void [...runRule(rule, snapshot!)]);
  }
  for (const [what, each] of times) console.log(`${median(each).toFixed(3).padStart(9)} ms  ${what}`);
}

/** Evenly from the whole, in order. */
function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / most)]!);
}
