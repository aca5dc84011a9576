import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { gather } from "#shared/consistency/gather.ts";
import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";

/** Opens the list of what inspectors read, saw and heard. */
const OPENS =
  /\b(?:evidence (?:evaluated|considered|gathered|reviewed|used)(?: by (?:the )?inspect(?:ors|ion team))? (?:included?|includes|comprised|consisted)|evidence (?:base )?(?:for|of) (?:the|this) inspection (?:included?|includes|comprised|came from)|(?:inspectors|the inspection(?: team)?) (?:gathered|considered|evaluated|reviewed|drew on|took account of) (?:a (?:wide )?range of )?evidence)\b/i;

const mayOpen = wordSign(/\bevidence\b/);

const opening = (view: BlockView): readonly true[] =>
  view.block.kind === "paragraph" && mayOpen(view.analysis) && OPENS.test(view.text) ? [true] : [];

/** All that `methodBlocks` reads of blocks, and what may be asked of them. */
export const methodText = (view: BlockView): readonly string[] =>
  view.block.kind === "bullet" || opening(view).length > 0 ? [view.text] : [];

/** The paragraph that lists the inspection's evidence, with its bullets; empty when there is none. */
export function methodBlocks(report: Snapshot): readonly BlockView[] {
  for (const { view } of gather(report, opening)) {
    const blocks = [view];
    for (let at = view.index + 1; report.blocks[at]?.block.kind === "bullet"; at++)
      blocks.push(report.blocks[at]!);
    return blocks;
  }
  return [];
}
