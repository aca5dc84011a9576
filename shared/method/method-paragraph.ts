import type { Evidence } from "#shared/domain/evidence.ts";
import type { LogCount } from "#shared/domain/figure.ts";
import { listed } from "#shared/listed.ts";
import { countOf } from "#shared/method/log-counts.ts";

/** A piece of the method paragraph: words, or a number of the log. */
export type MethodPiece = string | LogCount;

type Kind = Evidence["kind"];

/** What the log has of a kind, in the words of a report. `people` is nought where no item says how many. */
const SAID: Readonly<Record<Kind, (items: number, people: number) => MethodPiece[]>> = {
  interview: (items, people) => {
    const interviews = [counted("interview"), items === 1 ? " interview" : " interviews"];
    if (people === 0) return interviews;
    return [
      "discussions with ",
      who("interview"),
      people === 1 ? " person in " : " people in ",
      ...interviews,
    ];
  },
  "focus-group": (items, people) => [
    counted("focus-group"),
    items === 1 ? " focus group" : " focus groups",
    ...(people === 0 ? [] : [" with ", who("focus-group"), people === 1 ? " person" : " people"]),
  ],
  "case-file": (items) => ["a review of ", counted("case-file"), items === 1 ? " case file" : " case files"],
  "case-audit": (items) => [counted("case-audit"), items === 1 ? " audit of cases" : " audits of cases"],
  observation: (items) => [
    counted("observation"),
    items === 1 ? " observation of practice" : " observations of practice",
  ],
  document: (items) => [counted("document"), items === 1 ? " document" : " documents"],
  data: (items) => [counted("data"), items === 1 ? " set of performance data" : " sets of performance data"],
  survey: (items) => [counted("survey"), items === 1 ? " survey" : " surveys"],
  correspondence: (items) => [
    counted("correspondence"),
    items === 1 ? " letter or complaint" : " letters and complaints",
  ],
  "other-inspection": (items) => [
    "the findings of ",
    counted("other-inspection"),
    items === 1 ? " other inspection or review" : " other inspections and reviews",
  ],
};

const counted = (kind: Kind): LogCount => ({ kind, what: "items" });
const who = (kind: Kind): LogCount => ({ kind, what: "people" });

/** What a figure of the register is called that counts the log. */
const LABELS: Readonly<Record<Kind, readonly [items: string, people: string]>> = {
  interview: ["interviews held", "people interviewed"],
  "focus-group": ["focus groups held", "people in focus groups"],
  "case-file": ["case files read", "people in case files"],
  "case-audit": ["audits of cases", "people in audits"],
  observation: ["observations of practice", "people observed"],
  document: ["documents read", "people in documents"],
  data: ["sets of data read", "people in data"],
  survey: ["surveys read", "people surveyed"],
  correspondence: ["letters and complaints read", "people who wrote"],
  "other-inspection": ["other inspections and reviews read", "people in other inspections"],
};

export const labelOf = ({ kind, what }: LogCount): string => LABELS[kind][what === "items" ? 0 : 1];

const KINDS = Object.keys(SAID) as Kind[];

/** The kinds of evidence the log has something of, in the order the paragraph names them. */
export const kindsIn = (evidence: readonly Evidence[]): Kind[] =>
  KINDS.filter((kind) => evidence.some((item) => item.kind === kind));

/** The opening is the one by which readers, and the rules, know the method paragraph. Empty for an empty log. */
export function methodPieces(evidence: readonly Evidence[]): MethodPiece[] {
  const parts = kindsIn(evidence).map((kind) =>
    SAID[kind](countOf(evidence, counted(kind)), countOf(evidence, who(kind))),
  );
  // Parts have commas of their own words later; what joins them is what joins a list.
  const joints = listed(parts.map(() => "\0")).split("\0");
  return parts.length === 0
    ? []
    : [
        "The evidence evaluated by inspectors included ",
        ...parts.flatMap((part, index) => [...part, joints[index + 1] || "."]),
      ];
}
