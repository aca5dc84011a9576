import type { Finding } from "#shared/consistency/finding.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import { blockText } from "#shared/document/block-text.ts";
import { movedSpan } from "#renderer/report/moved-span.ts";
import type { Session } from "#renderer/report/session.ts";

/** The first block that stands for an area: its heading, else the first text tied to it. */
export function blockOfArea(session: Session, areaId: AreaId): BlockId | null {
  const { blocks } = session.store.getState();
  const heading = blocks.find((block) => block.kind === "heading" && block.areaIds[0] === areaId);
  return (heading ?? blocks.find((block) => block.areaIds.includes(areaId)))?.id ?? null;
}

export function goToArea(session: Session, areaId: AreaId): void {
  session.store.setState({ areaId });
  const blockId = blockOfArea(session, areaId);
  if (blockId) session.editor?.reveal(blockId, null, false);
}

/** Shows a finding's words; one without a place shows its area, and one of an area without text its judgement. */
export function goToFinding(session: Session, finding: Finding, select = true): void {
  session.store.setState({
    findingAt: finding.fingerprint,
    ...(finding.areaId && { areaId: finding.areaId }),
  });
  const blockId = finding.blockId ?? (finding.areaId && blockOfArea(session, finding.areaId));
  if (blockId) session.editor?.reveal(blockId, spanNow(session, finding), select);
  else if (finding.areaId) session.store.setState({ panel: "judgement" });
}

/** Where a finding’s words stand now, if something was typed since they were checked. */
export function spanNow(session: Session, finding: Finding): readonly [number, number] | null {
  if (!finding.blockId || !finding.span) return null;
  const { blocks, checkedBlocks } = session.store.getState();
  const before = blockText(checkedBlocks, finding.blockId);
  const after = blockText(blocks, finding.blockId);
  return before === null || after === null ? null : movedSpan(before, after, finding.span);
}

/** Puts right what needs nothing but other words in the place of the quoted ones. */
export function fixFinding(session: Session, finding: Finding): void {
  const span = spanNow(session, finding);
  if (finding.fix === null || !finding.blockId || !span) return;
  session.editor?.replaceAll([{ blockId: finding.blockId, cell: null, span, words: finding.fix }]);
  session.editor?.reveal(finding.blockId, [span[0], span[0] + finding.fix.length], true);
}

/** Steps through the findings from the last one gone to, or from the caret. Answers the one shown. */
export function stepFinding(session: Session, step: 1 | -1): Finding | null {
  // The checker answers in the order of the report.
  const { findings: ordered, findingAt, blockId, blocks } = session.store.getState();
  if (ordered.length === 0) return null;
  const last = ordered.findIndex((finding) => finding.fingerprint === findingAt);
  let next = last + step;
  if (last < 0) {
    const order = new Map(blocks.map((block, index) => [block.id, index]));
    const caret = (blockId && order.get(blockId)) ?? -1;
    const after = ordered.findIndex(({ blockId: id }) => id !== null && (order.get(id) ?? -1) >= caret);
    next = step === 1 ? Math.max(0, after) : (after < 0 ? ordered.length : after) - 1;
  }
  const finding = ordered[(next + ordered.length) % ordered.length]!;
  goToFinding(session, finding);
  return finding;
}
