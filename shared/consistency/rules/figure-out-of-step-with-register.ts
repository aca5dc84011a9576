import { timeOfDay } from "#shared/consistency/analysis/dates.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";
import { Figure } from "#shared/domain/figure.ts";
import { type Citation, citationsIn } from "#shared/figures/citations.ts";
import { printedNumber } from "#shared/figures/printed-number.ts";

const figure = (fields: Partial<Figure>): Figure =>
  Figure.parse({ id: "f1", label: "children looked after", value: "469", ...fields });

/** In years: what was true longer ago than this is no longer the time of the inspection. */
const STALE = 1;

export const figureOutOfStepWithRegister = defineRule({
  id: "figure/out-of-step-with-register",
  number: null,
  severity: "advice",
  mode: "deterministic",
  title: "A cited figure is not as the register has it, or the register lacks what it needs",
  why: "The register is what the report’s figures are checked against: it must agree with the text, and say of when and of whom.",
  remedy: "Open the register of figures, and settle the value, its day or its population there.",
  source: "Quality assurance practice: every figure carries base, period and source",
  guards: [
    "Only figures that the text cites; a value that differs is an error, the rest is advice.",
    "A day is old when it is more than a year before the end of the inspection.",
    "A percentage that is derived from other figures needs no population of its own.",
  ],
  examples: {
    flagged: [
      { lines: ["There are {f1|471} children."], figures: [figure({})] },
      { lines: ["Only {f1|16%} are in training."], figures: [figure({ value: "16%" })] },
      {
        lines: ["There are {f1|469} children."],
        figures: [figure({ asAt: "2007-03-31" })],
        inspected: "2009-09-30",
      },
    ],
    clean: [
      { lines: ["There are {f1|469} children."], figures: [figure({})] },
      {
        lines: ["Only {f1|16%} are in training."],
        figures: [figure({ value: "16%", population: "leavers" })],
      },
      {
        lines: ["There are {f1|469} children."],
        figures: [figure({ asAt: "2009-03-31" })],
        inspected: "2009-09-30",
      },
    ],
  },
  over: "report",
  reads: () => [citedIn],
  *check(report) {
    const { figures } = report.setting;
    if (figures.length === 0) return;
    const register = new Map(figures.map((each) => [each.id, each]));
    const inspected = timeOfDay(report.inspectionDate);
    const said = new Set<Figure>();
    for (const { view, fact } of gather(report, citedIn)) {
      const known = register.get(fact.figureId);
      if (!known) continue;
      const at = {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [fact.start, fact.end] as const,
      };
      if (fact.text !== known.value)
        yield {
          ...at,
          severity: "error",
          message: `“${fact.text}” is cited here, but the register says ${known.value} ${known.label}. Settle the figure.`,
        };
      if (said.has(known)) continue;
      said.add(known);
      const day = timeOfDay(known.asAt);
      if (day !== null && inspected !== null && inspected - day > STALE)
        yield {
          ...at,
          message: `${known.value} ${known.label} was true on ${known.asAt}, more than a year before the inspection. Give a newer figure, or say the date.`,
        };
      if (printedNumber(known.value)?.percent && !known.derived && known.population === "")
        yield { ...at, message: `${known.value} – of whom? Give the population on the register.` };
    }
  },
});

const citedIn = (view: BlockView): readonly Citation[] => citationsIn(view.block);
