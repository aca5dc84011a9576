import { type FileChild, Paragraph, TableRow } from "docx";
import { ControlledParagraph } from "#electron/core/exporters/content-control.ts";
import type { QaAnnex } from "#electron/core/exporters/exporter.ts";
import { cell, spacer } from "#electron/core/exporters/word-body.ts";
import type { WordContext } from "#electron/core/exporters/word-context.ts";
import { named, words } from "#electron/core/exporters/word-runs.ts";
import { DescribedTable } from "#electron/core/exporters/word-table.ts";
import { backingOf } from "#shared/consistency/backing.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import { rules } from "#shared/consistency/registry.ts";
import { isOn } from "#shared/consistency/rule-choice.ts";
import { type Triage, triageOf } from "#shared/consistency/triage.ts";
import { EVIDENCE_KINDS } from "#shared/domain/evidence.ts";
import { findArea } from "#shared/domain/framework.ts";
import { coverageOf } from "#shared/evidence/thread/coverage.ts";
import { KIND_WORDS } from "#shared/evidence/words.ts";

/** What is said on every page of a file that has the annex. */
export const INTERNAL = "For internal use only";
export const ANNEX_TITLE = "Annex: quality assurance";

/** Evidence behind each area, what each grade rests on, and findings with what was decided: never for the public. */
export function annex(context: WordContext, asked: QaAnnex): FileChild[] {
  const { report, framework } = context;
  const snapshot = buildSnapshot(report, framework);
  const on = rules.filter((rule) => isOn(rule, asked.rules));
  const triage = triageOf(check(snapshot, on), asked.dispositions);
  const parts = new Parts(context);
  parts.heading("title", ANNEX_TITLE, "Heading1");
  parts.line(`${INTERNAL}. Take this annex out before the report is sent to anyone outside.`);
  if (framework) {
    parts.heading("matrix", "Evidence by area and kind", "Heading2");
    const coverage = coverageOf(framework, report.blocks, report.evidence);
    const kinds = EVIDENCE_KINDS.filter((kind) => coverage.some(({ cells }) => cells.has(kind)));
    if (kinds.length === 0) parts.line("No item of the evidence log speaks to any area yet.");
    else
      parts.table(
        "Evidence by area and kind",
        ["Judgement area", ...kinds.map((kind) => KIND_WORDS[kind]), "Items"],
        coverage.map(({ area, cells, items }) => [
          area.title,
          ...kinds.map((kind) => (cells.get(kind) ?? []).map(({ reference }) => reference).join(", ") || "–"),
          String(items.length),
        ]),
      );
    parts.heading("backing", "What each grade rests on", "Heading2");
    const judged = snapshot.areas.filter(({ narrative, grade }) => narrative.length > 0 || grade !== null);
    if (judged.length === 0) parts.line("No area has a grade or a narrative yet.");
    else
      parts.table(
        "What each grade rests on",
        ["Judgement area", "Grade", "For", "Against", "Evidence", "In short"],
        judged.map((area) => {
          const { supports, opposes, evidence, summary } = backingOf(snapshot, area);
          return [
            area.area.title,
            area.grade?.label ?? "Not graded",
            String(supports.length),
            String(opposes.length),
            evidence.map(({ reference }) => reference).join(", ") || "–",
            summary,
          ];
        }),
      );
  }
  parts.heading("findings", "Findings and what was decided", "Heading2");
  const all = [...triage.open, ...triage.dismissed, ...triage.questions];
  if (all.length === 0) parts.line("The checker finds nothing.");
  else
    parts.table(
      "Findings and what was decided",
      ["Place", "Finding", "Decision"],
      all.map((finding) => [placeOf(finding, context), finding.message, decisionOf(finding, triage)]),
    );
  return parts.made;
}

function placeOf({ paragraph, areaId }: Finding, { framework }: WordContext): string {
  if (paragraph !== null) return `Paragraph ${paragraph}`;
  const area = framework && areaId ? findArea(framework, areaId) : null;
  return area?.title ?? "The report";
}

const DECISIONS = { accepted: "Accepted", dismissed: "Dismissed", answered: "Looked into" } as const;

function decisionOf({ fingerprint }: Finding, { answers }: Triage): string {
  const answer = answers.get(fingerprint);
  if (!answer) return "Open";
  const reason = answer.reason.trim();
  return `${DECISIONS[answer.state]} by ${answer.by || "somebody"}${reason === "" ? "" : `: ${reason}`}`;
}

/** Everything of the annex is named as drawn from elsewhere, so that it never comes back as text. */
class Parts {
  readonly made: FileChild[] = [];
  readonly #context: WordContext;
  #count = 0;

  constructor(context: WordContext) {
    this.#context = context;
  }

  heading(of: string, text: string, style: "Heading1" | "Heading2"): void {
    this.made.push(
      new ControlledParagraph("annex", {
        style: this.#context.style(style),
        children: named("annex", of, words(text)),
      }),
    );
  }

  line(text: string): void {
    this.made.push(
      new ControlledParagraph("annex", {
        style: this.#context.style("Timescale"),
        children: named("annex", this.#next(), words(text)),
      }),
    );
  }

  table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
    const row = (texts: readonly string[], header: boolean): TableRow => {
      const style = this.#context.style(header ? "TableHeader" : "TableText");
      return new TableRow({
        ...(header && { tableHeader: true }),
        cantSplit: true,
        children: texts.map((text, column) =>
          column === 0
            ? cell(named("annex", this.#next(), words(text)), { style, tag: "annex" })
            : cell(words(text), { style }),
        ),
      });
    };
    this.made.push(
      new DescribedTable(
        { title, columns },
        { rows: [row(columns, true), ...rows.map((texts) => row(texts, false))] },
      ),
      spacer(this.#context),
    );
  }

  #next(): string {
    return String(++this.#count);
  }
}

/** The line under the title of a file that has the annex. */
export const internalNotice = (context: WordContext): Paragraph =>
  new ControlledParagraph("cover", {
    style: context.style("CoverText"),
    children: named(
      "cover",
      "internal",
      words(`${INTERNAL}: it ends with an annex on quality assurance.`, { bold: true }),
    ),
  });
