/**
 * Scores how published reports are read: node tools/score-reading.ts [part of a file's name] [folder of reports]
 *
 * Needs ../shared/corpus: reports/*.pdf, and gold.json with the grades of each. For every report it compares the
 * grades with the gold, the grades beside headings with the table's, and the printed paragraph numbers with the
 * count; it tells the paragraphs without an area, and the time.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { textOf, type Block } from "#shared/domain/block.ts";
import { gradeOf, type ReportDraft } from "#shared/domain/report.ts";

interface Gold {
  readonly form: string;
  readonly grades?: Record<string, string>;
}

const corpus = fileURLToPath(new URL("../../shared/corpus/", import.meta.url));
if (!existsSync(corpus)) throw new Error(`This script needs the reports in ${corpus}`);
const gold = JSON.parse(readFileSync(`${corpus}gold.json`, "utf8")) as Record<string, Gold>;
const wanted = process.argv[2] ?? "";
const folder = process.argv[3] ?? `${corpus}reports`;
const frameworks = loadFrameworks();
const forms: Record<string, { reports: number; whole: number; areas: number; right: number }> = {};
const complaints: string[] = [];
const times: number[] = [];
let recommendations = 0;

for (const name of readdirSync(folder).toSorted()) {
  if (!name.includes(wanted)) continue;
  const id = name.replace(/(?:-layout)?\.\w+$/, "");
  const started = performance.now();
  try {
    const draft = await readReport(`${folder}/${name}`, { frameworks, onPage: () => {} });
    times.push(performance.now() - started);
    score(id, draft);
  } catch (error) {
    complaints.push(`${id}: not read: ${String(error)}`);
  }
}

for (const complaint of complaints) console.log(complaint);
for (const [form, { reports, whole, areas, right }] of Object.entries(forms))
  console.log(`${form}: ${right} of ${areas} areas, ${whole} of ${reports} reports whole`);
const ordered = times.toSorted((a, b) => a - b);
const total = times.reduce((sum, time) => sum + time, 0);
console.log(
  `${times.length} reports, ${recommendations} recommendations; ${(total / times.length).toFixed(0)} ms each, ` +
    `median ${ordered[Math.floor(times.length / 2)]?.toFixed(0)}, slowest ${ordered.at(-1)?.toFixed(0)}; ` +
    `${((1000 * times.length) / total).toFixed(1)} reports a second`,
);

function score(id: string, draft: ReportDraft): void {
  const { form = "unknown", grades = {} } = gold[id] ?? {};
  const totals = (forms[form] ??= { reports: 0, whole: 0, areas: 0, right: 0 });
  totals.reports++;
  const wrong = Object.entries(grades).filter(
    ([area, grade]) => readGrade(draft, area) !== grade.replaceAll(" ", "-"),
  );
  totals.areas += Object.keys(grades).length;
  totals.right += Object.keys(grades).length - wrong.length;
  if (wrong.length === 0) totals.whole++;
  else
    complaints.push(
      `${id}: ${draft.frameworkId}: ${wrong.map(([area]) => `${area} ${readGrade(draft, area)}`).join(", ")}`,
    );
  if (draft.inspectionDate === null) complaints.push(`${id}: no inspection date`);
  recommendations += draft.blocks.filter(({ kind }) => kind === "recommendation").length;
  complaints.push(...structureComplaints(draft).map((complaint) => `${id}: ${complaint}`));
}

function readGrade(draft: ReportDraft, area: string): string | null {
  return draft.judgements.find(({ areaId }) => areaId === area)?.gradeId ?? null;
}

function* structureOf(draft: ReportDraft): Generator<string> {
  if (!draft.provider) yield `no provider in “${draft.title}”`;
  for (const block of draft.blocks)
    if (block.kind === "heading" && block.printedGrade) {
      const [area] = block.areaIds;
      const grade = area ? gradeOf(draft, area) : null;
      if (grade !== block.printedGrade.gradeId)
        yield `heading “${textOf(block)}” says ${block.printedGrade.gradeId}, the table ${grade}`;
    }
  const numbered = draft.blocks.filter((block) => block.kind === "paragraph" && block.numbered);
  if (numbered.length < 15) yield `only ${numbered.length} numbered paragraphs`;
  const framework = frameworks.find(({ id }) => id === draft.frameworkId);
  if (framework?.family === "ilacs") {
    const untied = numbered.filter((block) => block.areaIds.length === 0);
    if (untied.length > 0) yield `${untied.length} numbered paragraphs without an area`;
    for (const area of framework.areas)
      if (!area.overall && !numbered.some((block) => block.areaIds.includes(area.id)))
        yield `nothing under ${area.id}`;
    const bare = draft.blocks.filter((block) => block.areaIds.length > 0 && isBare(block));
    if (bare.length > 0)
      yield `${bare.length} unnumbered paragraphs under areas: “${textOf(bare[0] as Block).slice(0, 60)}”`;
    if (!draft.blocks.some(({ kind }) => kind === "recommendation")) yield "no recommendations";
  }
  for (const block of numbered) {
    const text = textOf(block);
    if (!/[.:;?!]["'’”)]*$/.test(text)) yield `paragraph stops short: “…${text.slice(-50)}”`;
    if (!/^["'‘“(]?[\p{Lu}\d]/u.test(text)) yield `paragraph begins oddly: “${text.slice(0, 50)}…”`;
    if (/\n|\s{2}|Inspection of [\p{L} ]{3,40} local authority children’s services/u.test(text))
      yield `residue in “${text.slice(0, 50)}…”`;
    const inner = /[.!?] (\d{1,2})\. \p{Lu}/u.exec(text);
    if (inner) yield `a number within a paragraph: “${text.slice(inner.index, inner.index + 40)}”`;
  }
}

function isBare(block: Block): boolean {
  return block.kind === "paragraph" && !block.numbered && !block.areaIds.some((id) => id === "overall");
}

function structureComplaints(draft: ReportDraft): string[] {
  return [...structureOf(draft)];
}
