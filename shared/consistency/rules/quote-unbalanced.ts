import type { LooseMark } from "#shared/consistency/analysis/quotations.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule, type RawFinding } from "#shared/consistency/rule.ts";
import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";

/** Characters of the quotation shown with a mark that was never closed. */
const SHOWN = 60;

export const quoteUnbalanced = defineRule({
  id: "quote/unbalanced",
  number: 35,
  severity: "error",
  mode: "deterministic",
  title: "A quotation mark has no partner",
  why: "Where the end of a quotation is lost, the inspector’s words are read as the child’s, or the other way round.",
  remedy: "Put in the missing mark, or take the stray one out.",
  source: "Published reports: about one in eighteen has a quotation that never closes",
  guards: [
    "Apostrophes are told from quotation marks: inside words, after plurals, before years.",
    "A quotation that runs on into the next paragraph may stay open where that paragraph opens with a mark.",
    "A curly mark closed by a straight one is a warning.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "‘when you need it, it isn’t given’ and ‘how far does it have to go? However, some were positive.",
        ],
      },
      { lines: ["One child said, I feel supported.’ Others agreed."] },
      { lines: ["Staff said “this is the best place to work. Most agreed."] },
      { lines: ["The ‘One Cornwall' agenda is clear."] },
    ],
    clean: [
      { lines: ["Parents’ views of the council’s ‘One Cornwall’ agenda aren’t known."] },
      { lines: ["‘The young people’s and parents’ views matter,’ he said."] },
      { lines: ["Since the ’90s this isn't new; the children's homes' staff say 'we are heard'."] },
      { lines: ["“It is good.", "“It is very good,” said a carer."] },
    ],
  },
  over: "report",
  *check(report) {
    for (const { view, fact } of gather(report, looseIn))
      if (fact.fault !== "open" || !runsOn(report, view, fact)) yield findingOf(view, fact);
  },
});

const looseIn = (view: BlockView): readonly LooseMark[] =>
  view.block.kind === "table" ? [] : view.analysis.quotations.loose;

function findingOf({ id, areaIds, text }: BlockView, loose: LooseMark): RawFinding {
  const closes = loose.fault === "close";
  const end = closes ? loose.at + 1 : Math.min(text.length, wordEnd(text, loose.at + SHOWN));
  const start = closes ? Math.max(0, text.lastIndexOf(" ", loose.at - 24) + 1) : loose.at;
  return {
    areaId: areaIds[0] ?? null,
    blockId: id,
    span: [start, end],
    severity: loose.fault === "mixed" ? "warning" : "error",
    message: MESSAGES[loose.fault](text.slice(start, end)),
  };
}

const MESSAGES: Record<LooseMark["fault"], (quote: string) => string> = {
  open: (quote) =>
    `The quotation “${bare(quote)} …” is never closed. Put the closing mark where the speaker’s words end.`,
  close: (quote) =>
    `The mark after “${bare(quote)}” closes nothing. Put in the opening mark, or take this one out.`,
  mixed: (quote) =>
    `The quotation “${bare(quote)} …” opens with one kind of mark and closes with another. Use the same kind.`,
};

const bare = (quote: string): string => quote.replace(/^[‘’“”'"\s]+|[‘’“”'"\s]+$/g, "");

function wordEnd(text: string, from: number): number {
  const space = text.indexOf(" ", from);
  return space < 0 ? text.length : space;
}

function runsOn(report: Snapshot, view: BlockView, loose: LooseMark): boolean {
  const next = report.blocks[view.index + 1]?.text.trimStart();
  return next !== undefined && next.startsWith(loose.mark) && view.text.indexOf(loose.mark) === loose.at;
}
