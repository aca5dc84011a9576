import { methodBlocks, methodText } from "#shared/consistency/analysis/method.ts";
import type { Quantity } from "#shared/consistency/analysis/quantities.ts";
import { gather } from "#shared/consistency/gather.ts";
import { holding } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

const CASES = /\b(?:cases?|case files?|files|case records?|children’s records)$/;
/** The inspection looked at them, or chose them. */
const OF_INSPECTION =
  /\b(?:(?:selected|chosen|sampled|seen|read|examined|reviewed|tracked|scrutinised|requested|evaluated)(?: [\p{L}’-]+){0,4}? by (?:Ofsted|inspectors|the inspect)|inspectors (?:also )?(?:looked at|sampled|read|saw|examined|reviewed|tracked|scrutinised|evaluated)|pre-inspection)\b/iu;
const EXPLAINED =
  /\b(?:of (?:the|these|those|all) \d+|of which|sub-?sample|within the|among the|further|additional|a total of)\b/i;

export const evidenceSampleSizesDiffer = defineRule({
  id: "evidence/sample-sizes-differ",
  number: 33,
  severity: "warning",
  mode: "deterministic",
  title: "The number of cases looked at differs from the method paragraph",
  why: "Two sizes of sample, unexplained, let a challenger doubt what was read at all.",
  remedy: "Say whether the smaller number is part of the larger, or correct it.",
  source: "Quality assurance practice: sample sizes reconcile",
  guards: [
    "Only counts of cases or files that the text says the inspection chose or read; a council’s own audits are left out.",
    "“12 of the 21”, “a further 12” explain themselves.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "The evidence evaluated by inspectors included:",
          "- a review of 21 case files for children and young people",
          "An audit on 12 cases selected at random by Ofsted found poor compliance.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "The evidence evaluated by inspectors included a review of 21 case files.",
          "Inspectors read 21 case files. In 12 of the 21 case files seen by inspectors plans were late.",
        ],
      },
      {
        lines: [
          "The evidence evaluated by inspectors included a review of 21 case files.",
          "The council audited 40 cases in May.",
        ],
      },
    ],
  },
  over: "report",
  reads: () => [methodText, samplesIn],
  *check(report) {
    const method = methodBlocks(report);
    if (method.length === 0) return;
    const stated = method.flatMap(({ analysis }) => analysis.quantities.filter(isCases));
    const first = stated[0];
    if (!first) return;
    for (const { view, fact } of gather(report, samplesIn)) {
      if (method.includes(view) || stated.some(({ value }) => value === fact.value)) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [fact.start, fact.unitEnd],
        message: `“${fact.said}” here, but the method names ${first.written} ${first.unit}. Say whether these are among them.`,
      };
    }
  },
});

const isCases = ({ kind, unit }: Quantity): boolean => kind === "count" && CASES.test(unit);

function samplesIn(view: BlockView): (Quantity & { readonly said: string })[] {
  if (view.block.kind !== "paragraph" && view.block.kind !== "bullet") return [];
  return view.analysis.quantities.flatMap((quantity) => {
    if (!isCases(quantity)) return [];
    const sentence = holding(view.analysis.sentences, quantity.start);
    const text = sentence ? view.text.slice(sentence.start, sentence.end) : "";
    const said = view.text.slice(quantity.start, quantity.unitEnd);
    return OF_INSPECTION.test(text) && !EXPLAINED.test(text) ? [{ ...quantity, said }] : [];
  });
}
