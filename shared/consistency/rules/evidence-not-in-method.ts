import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { methodBlocks, methodText } from "#shared/consistency/analysis/method.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** One way of gathering evidence: how prose cites it as the inspection’s own, and the words that declare it. */
const KINDS = [
  {
    cited:
      /\b(?:pre-inspection|TellUs ?\d?|Ofsted[’']?s?|inspection|inspectors[’']) (?:[\p{L}-]+ ){0,3}?(?:surveys?|questionnaires?)\b|\bTellUs ?\d?\b|\b(?:surveys?|questionnaires?) (?:carried out |undertaken |conducted |issued )?(?:for|by|before|prior to|as part of) (?:this|the) inspect(?:ion|ors)\b|\b[Ii]n an? (?:[\p{L}-]+ ){0,3}?survey(?=,| of)/gu,
    declared: /\b(?:survey|questionnaire|tellus)/i,
    what: "survey",
  },
  {
    cited:
      /\b(?:pre-inspection|Ofsted[’']?s?) (?:[\p{L}-]+ ){0,2}?audits?\b|\baudits? (?:undertaken|carried out|completed|conducted|requested|prepared)(?: [\p{L}’-]+){0,9}? (?:for|during|before|prior to|selected by|as part of) (?:this |the )?(?:inspection|inspectors|Ofsted)\b/gu,
    declared: /\baudit/i,
    what: "case audit",
  },
  {
    cited: /\bfocus groups? (?:of|with|held|met|told|said|reported)\b/gu,
    declared: /\b(?:focus group|group discussion)/i,
    what: "focus group",
  },
  {
    cited: /\b(?:observed by inspectors|inspectors (?:also )?observed)\b/gu,
    declared: /\bobserv/i,
    what: "observation",
  },
] as const;
const mayCite = wordSign(/survey|questionnaire|tellus|audit|focus|observed/);
const QUICK = /survey|questionnaire|tellus|audit|focus group|observed/i;

export const evidenceNotInMethod = defineRule({
  id: "evidence/not-in-method",
  number: 32,
  severity: "warning",
  mode: "heuristic",
  title: "Evidence that the method paragraph does not declare",
  why: "The method paragraph tells readers what the judgements rest on; a survey that turns up later looks like an afterthought.",
  remedy: "Add it to the method paragraph, with how many took part.",
  source: "Quality assurance practice: evidence named in prose is declared in the method",
  guards: [
    "Only in reports with a list of the evidence that was evaluated.",
    "Only surveys, audits, focus groups and observations made for the inspection; a council’s own are its practice.",
    "A kind that the method names is taken as declared, and each kind is reported once a paragraph.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "The evidence evaluated by inspectors included:",
          "- discussions with 79 children",
          "In a pre-inspection survey, social workers reported a lack of confidence.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "The evidence evaluated by inspectors included:",
          "- a survey of staff and an audit of 12 cases",
          "In a pre-inspection survey, social workers reported a lack of confidence. The pre-inspection audit agreed.",
        ],
      },
      { lines: ["In a pre-inspection survey, social workers reported a lack of confidence."] },
      {
        lines: [
          "The evidence evaluated by inspectors included discussions with children.",
          "The council’s audit programme and its annual survey of foster carers are well established.",
        ],
      },
    ],
  },
  over: "report",
  reads: () => [methodText, citedIn],
  *check(report) {
    const method = methodBlocks(report);
    if (method.length === 0) return;
    const text = method.map((view) => view.text).join("\n");
    const declared = KINDS.map((kind) => kind.declared.test(text));
    for (const { view, fact } of gather(report, citedIn)) {
      if (declared[fact.kind] || method.includes(view)) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [fact.start, fact.end],
        key: KINDS[fact.kind]!.what,
        message: `“${fact.said}”: the method${place(method[0]!)} names no ${KINDS[fact.kind]!.what}. Add it there.`,
      };
    }
  },
});

const place = (view: BlockView): string => (view.paragraph === null ? "" : ` in paragraph ${view.paragraph}`);

interface Cited {
  readonly kind: number;
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

function citedIn(view: BlockView): Cited[] {
  if (
    (view.block.kind !== "paragraph" && view.block.kind !== "bullet") ||
    !mayCite(view.analysis) ||
    !QUICK.test(view.text)
  )
    return [];
  return KINDS.flatMap(({ cited }, kind) => {
    for (const match of view.text.matchAll(cited))
      if (!isQuoted(view.analysis.quotations, match.index))
        return [{ kind, said: match[0], start: match.index, end: match.index + match[0].length }];
    return [];
  });
}
