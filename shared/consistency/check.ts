import type { AnalysisCache } from "#shared/consistency/analysis-cache.ts";
import { buildSnapshot, type Checkable } from "#shared/consistency/build-snapshot.ts";
import { SEVERITIES, type Finding } from "#shared/consistency/finding.ts";
import { rules as registry } from "#shared/consistency/registry.ts";
import type { RawFinding, Rule } from "#shared/consistency/rule.ts";
import { runRule } from "#shared/consistency/run-rule.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";
import type { Framework } from "#shared/domain/framework.ts";

/** Every finding of the rules, without duplicates, in report order; at one place the gravest first. */
export function check(snapshot: Snapshot, rules: readonly Rule[] = registry): Finding[] {
  const placed: { finding: Finding; block: number; at: number }[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    const ordinals = new Map<string, number>();
    for (const raw of runRule(rule, snapshot)) {
      const place = `${rule.id}|${raw.areaId}|${raw.blockId}|${raw.span?.join("-")}|${raw.message}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const finding = asFinding(raw, rule, snapshot, ordinals);
      const block =
        raw.blockId === null ? blockOfArea(raw, snapshot) : snapshot.blockById.get(raw.blockId)?.index;
      placed.push({ finding, block: block ?? snapshot.blocks.length, at: raw.span?.[0] ?? -1 });
    }
  }
  placed.sort(
    (a, b) =>
      a.block - b.block ||
      a.at - b.at ||
      SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity),
  );
  return placed.map((each) => each.finding);
}

/** Reads and checks in one step. A report without a framework is checked by the rules that need none. */
export const checkReport = (
  report: Checkable,
  framework: Framework | null,
  cache?: AnalysisCache,
): Finding[] => check(buildSnapshot(report, framework, cache));

function asFinding(raw: RawFinding, rule: Rule, snapshot: Snapshot, ordinals: Map<string, number>): Finding {
  const view = raw.blockId === null ? undefined : snapshot.blockById.get(raw.blockId);
  const quote = view ? (raw.span ? view.text.slice(raw.span[0], raw.span[1]) : view.text) : "";
  // Neither numbers nor positions: both change when text is put in above.
  const about =
    raw.key ??
    quote
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const identity = `${rule.id}|${raw.areaId ?? ""}|${about}`;
  const ordinal = ordinals.get(identity) ?? 0;
  ordinals.set(identity, ordinal + 1);
  return {
    rule: rule.id,
    severity: raw.severity ?? rule.severity,
    areaId: raw.areaId,
    blockId: raw.blockId,
    paragraph: view?.paragraph ?? null,
    quote,
    span: raw.span ? [raw.span[0], raw.span[1]] : null,
    message: raw.message,
    fingerprint: hash(ordinal === 0 ? identity : `${identity}|${ordinal}`),
  };
}

/** A finding about an area stands where the area’s own heading or narrative starts. */
function blockOfArea(raw: RawFinding, snapshot: Snapshot): number | undefined {
  const view = raw.areaId === null ? undefined : snapshot.areaById.get(raw.areaId);
  const heading = view?.headings[0];
  if (heading) return snapshot.blockById.get(heading.id)?.index;
  return view?.narrative[0]?.index;
}

/** 64 bits of FNV-1a as 16 hexadecimal digits: enough to tell findings of one report apart. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ (code + i), 0x85ebca6b) >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}
