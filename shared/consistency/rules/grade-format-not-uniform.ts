import { defineRule } from "#shared/consistency/rule.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";
import { findGrade, type Framework } from "#shared/domain/framework.ts";
import type { GradeId } from "#shared/domain/ids.ts";

/** So many headings must agree on one form before another stands out. */
const ENOUGH_ALIKE = 2;

export const gradeFormatNotUniform = defineRule({
  id: "grade/format-not-uniform",
  number: 9,
  severity: "warning",
  mode: "deterministic",
  title: "Grades beside headings are written in different ways",
  why: "A reader compares grades at a glance; one that is written differently looks as if it meant something else.",
  remedy: "Write this one like the others.",
  source: "Ofsted house style: one form throughout a report",
  guards: [
    "A grade that opens with a small letter ends a sentence (“… adoption performance is good”) and is left alone.",
    "Speaks only where most headings share one form, and compares form alone, not the grade.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "# overall [Grade 4 (Inadequate)] Overall effectiveness",
          "# money [Grade 4 (Inadequate)] Value for money",
          "# help [Grade 2 (good)] Help and protection",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "# overall [Inadequate] Overall effectiveness",
          "# money [Inadequate] Value for money",
          "# help [good] The graded judgement for help and protection",
        ],
      },
      {
        lines: [
          "# overall [Grade 4 (Inadequate)] Overall effectiveness",
          "# money [Grade 1 (Outstanding)] Value for money",
          "# help [Grade 2 (Good)] Help and protection",
        ],
      },
      { lines: ["# overall [Good] Overall effectiveness", "# money [inadequate] Value for money"] },
    ],
  },
  over: "area",
  *check(area, report) {
    if (!area.headings.some(({ printedGrade }) => printedGrade)) return;
    const form = usualForm(report);
    if (!form) return;
    for (const { id, printedGrade } of area.headings) {
      if (!printedGrade || endsSentence(printedGrade) || formOf(printedGrade, report.framework) === form.form)
        continue;
      yield {
        areaId: area.id,
        blockId: id,
        span: null,
        message: `This heading writes its grade “${printedGrade.wording}”; the others write it like “${form.wording}”. Write it the same way.`,
      };
    }
  },
});

const endsSentence = ({ wording }: { wording: string }): boolean => /^\p{Ll}/u.test(wording.trim());

interface Form {
  readonly form: string;
  readonly wording: string;
}

/** One answer for all areas of a report. */
const usual = new WeakMap<Snapshot["areas"], { readonly form: Form | null }>();

function usualForm(report: Snapshot): Form | null {
  let known = usual.get(report.areas);
  if (!known) usual.set(report.areas, (known = { form: findUsual(report) }));
  return known.form;
}

/** The form that most graded headings share, and one wording of it; null where none has the majority. */
function findUsual(report: Snapshot): Form | null {
  const forms = new Map<string, { count: number; wording: string }>();
  let headings = 0;
  for (const { printedGrade } of report.areas.flatMap((area) => area.headings)) {
    if (!printedGrade || endsSentence(printedGrade)) continue;
    headings++;
    const form = formOf(printedGrade, report.framework);
    const known = forms.get(form);
    forms.set(form, { count: (known?.count ?? 0) + 1, wording: known?.wording ?? printedGrade.wording });
  }
  const most = [...forms].toSorted(([, a], [, b]) => b.count - a.count)[0];
  if (!most || most[1].count < ENOUGH_ALIKE || most[1].count * 2 <= headings) return null;
  return { form: most[0], wording: most[1].wording };
}

/** “Grade 3 (adequate)” → “Grade # (lower)”. */
function formOf(printed: { gradeId: GradeId; wording: string }, framework: Framework): string {
  const grade = findGrade(framework, printed.gradeId);
  const wordings = grade ? [grade.label, ...grade.aliases].toSorted((a, b) => b.length - a.length) : [];
  let form = printed.wording.trim().replace(/\s+/g, " ");
  for (const wording of wordings) {
    const at = form.toLowerCase().indexOf(wording.toLowerCase());
    if (at < 0) continue;
    const written = form.slice(at, at + wording.length);
    form = `${form.slice(0, at)}<${caseOf(written)}>${form.slice(at + wording.length)}`;
    break;
  }
  return form.replace(/\d+/g, "#");
}

const caseOf = (written: string): string =>
  written === written.toUpperCase() ? "capitals" : /^\p{Lu}/u.test(written) ? "capital" : "lower";
