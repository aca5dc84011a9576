import { agrees, decimalsOf, isCutOff } from "#shared/consistency/analysis/percentages.ts";
import type { Quantity } from "#shared/consistency/analysis/quantities.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";

/** Opens a list of parts. */
const LEADS_IN = /\b[Oo]f (?:this (?:number|total|group)|these(?: children)?|whom|the total)[^.:]{0,20}:\s*$/;
/** “87 (or 41%) live far away (which excludes adoptive placements)”: a share of fewer than the total. */
const OF_FEWER = /\b(?:exclud\w+|not including|not counting|leaving out)\b/i;
const SHARE = /^ ?\((?:or )?$/;

export const figureListShareDoesNotRecompute = defineRule({
  id: "figure/list-share-does-not-recompute",
  number: 25,
  severity: "warning",
  mode: "deterministic",
  title: "A share in a list does not follow from the total above it",
  why: "Anyone can divide one figure by the other; a slip here makes every other percentage doubtful.",
  remedy: "Work the percentage out again from the source, and correct it, the count or the total.",
  source: "Quality assurance practice: percentages are recomputed from their counts",
  guards: [
    "Only bullets that start with a count and its percentage in brackets, right below a total that ends “Of this number:”.",
    "Rounding is allowed for; rough figures are given three points. A share cut off instead of rounded is advice.",
    "A part that says whom it excludes is a share of something else.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "- At 31 March 2014, 443 children were looked after. Of this number:",
          "- 211 (or 52.6%) live far away",
        ],
      },
      { lines: ["- There are 40 carers. Of these:", "- 12 (30%) are kin", "- 44 are new"] },
    ],
    clean: [
      {
        lines: [
          "- There are 227 children. Of these:",
          "- 87 (41%) live far away (which excludes those placed for adoption)",
        ],
      },
      {
        lines: [
          "- At 31 March 2014, 443 children were looked after. This is a reduction from 483. Of this number:",
          "- 211 (or 47.6%) live far away",
          "- 40 live in homes, of whom 52.5% live far away",
        ],
      },
      {
        lines: ["- There are 40 carers. Of these:", "- 12 (30%) are kin", "Other text.", "- 44 (9%) are new"],
      },
      { lines: ["There are 40 carers.", "- 44 (9%) are new"] },
    ],
  },
  over: "report",
  *check(report) {
    let lead: { readonly view: BlockView; readonly total: Quantity } | null = null;
    for (const { view, fact } of gather(report, lineIn)) {
      if (fact.leads) {
        lead = { view, total: fact.count };
        continue;
      }
      if (lead === null || !isListed(report, lead.view, view)) continue;
      const { total } = lead;
      const { count, percent } = fact;
      const fault =
        count.value > total.value
          ? `${count.written} is more than the total of ${total.written} that it is listed under`
          : percent !== null && !agrees(count, total, percent)
            ? `${count.written} of ${total.written} is ${((100 * count.value) / total.value).toFixed(Math.max(1, decimalsOf(percent)))}%, but the list says ${percent.written}`
            : null;
      if (fault === null) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [count.start, percent?.end ?? count.unitEnd],
        ...(percent !== null && isCutOff(count, total, percent) ? { severity: "advice" as const } : {}),
        message: `${fault}. Check the figures against their source.`,
      };
    }
  },
});

interface Line {
  readonly leads: boolean;
  readonly count: Quantity;
  /** Of a part, when it is given in brackets. */
  readonly percent: Quantity | null;
}

/** The lead of a list with its total, or one of its parts. */
function lineIn(view: BlockView): readonly Line[] {
  if (view.block.kind !== "bullet" && view.block.kind !== "paragraph") return [];
  const { quantities } = view.analysis;
  const count = quantities.find(({ kind }) => kind === "count");
  if (!count) return [];
  if (LEADS_IN.test(view.text.slice(-60))) return [{ leads: true, count, percent: null }];
  if (view.block.kind !== "bullet" || count.start > 0 || OF_FEWER.test(view.text)) return [];
  const next = quantities[quantities.indexOf(count) + 1];
  const beside = next?.kind === "percent" && SHARE.test(view.text.slice(count.end, next.start));
  return [{ leads: false, count, percent: beside ? next : null }];
}

/** Nothing but bullets between the lead and the part. */
function isListed({ blocks }: Snapshot, lead: BlockView, part: BlockView): boolean {
  for (let at = lead.index + 1; at < part.index; at++) if (blocks[at]!.block.kind !== "bullet") return false;
  return true;
}
