import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { openJail } from "#electron/core/importers/jail.ts";
import { countFeatures, damped, featuresOf } from "#shared/consistency/alignment/features.ts";
import { MODEL_GRADES } from "#shared/consistency/alignment/model.ts";
import { sentencesOf } from "#shared/consistency/analysis/sentences.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { countWords } from "#shared/domain/block.ts";
import { ImportedReport, type ReportDraft } from "#shared/domain/report.ts";

/** One graded area of one published report. */
export interface Example {
  readonly report: string;
  readonly authority: string;
  readonly family: string;
  readonly area: string;
  readonly overall: boolean;
  /** 0 is worst. */
  readonly rank: number;
  readonly words: number;
  readonly texts: readonly string[];
}

/** Imports a folder of reports, or takes what an earlier run left in `cache`. */
export async function readDrafts(folder: string, cache: string | null): Promise<Map<string, ReportDraft>> {
  if (cache !== null && existsSync(cache)) {
    const kept = JSON.parse(readFileSync(cache, "utf8")) as Record<string, unknown>;
    return new Map(Object.entries(kept).map(([id, draft]) => [id, ImportedReport.parse(draft)]));
  }
  const jail = openJail({ frameworks: loadFrameworks() });
  const drafts = new Map<string, ReportDraft>();
  try {
    for (const name of readdirSync(folder).toSorted())
      if (name.endsWith(".pdf"))
        drafts.set(name.slice(0, -".pdf".length), await jail.read(`${folder}/${name}`, {}));
  } finally {
    jail.close();
  }
  if (cache !== null) writeFileSync(cache, JSON.stringify(Object.fromEntries(drafts)));
  return drafts;
}

/** Every graded area with a narrative of its own, in the order of the reports. */
export function examplesOf(drafts: ReadonlyMap<string, ReportDraft>): Example[] {
  const frameworks = new Map(loadFrameworks().map((framework) => [framework.id, framework]));
  return [...drafts].flatMap(([report, draft]) => {
    const framework = draft.frameworkId === null ? undefined : frameworks.get(draft.frameworkId);
    if (framework?.grades.length !== MODEL_GRADES) return [];
    return buildSnapshot(draft, framework)
      .areas.filter(({ rank, narrative }) => rank !== null && narrative.length > 0)
      .map(({ area, rank, narrative }) => ({
        report,
        authority: report.replace(/-\d{4}-\d{2}-\d{2}$/, ""),
        family: framework.family,
        area: area.id,
        overall: area.overall,
        rank: rank!,
        words: narrative.reduce((sum, { text }) => sum + countWords(text), 0),
        texts: narrative.map(({ text }) => text),
      }));
  });
}

/** Words in the names of authorities that are no one's identity. */
const GENERIC = new Set("and of on the upon with in".split(" "));
const KINDS = "borough boroughs city cities county district metropolitan royal town".split(" ");

/** The words by which the authorities of these reports are called, and kinds of authority. They may not become features. */
export function nameWords(examples: readonly Example[]): Set<string> {
  const names = examples.flatMap(({ authority }) => authority.split("-"));
  return new Set([...names, ...KINDS].filter((word) => !GENERIC.has(word)));
}

/** A text as damped, length-normalised counts of its features. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float64Array;
}

/** Features by number; those that contain a forbidden word, or that few texts hold, have none. */
export type Vocabulary = ReadonlyMap<string, number>;

export function vocabularyOf(
  examples: readonly Example[],
  forbidden: ReadonlySet<string>,
  fewestAuthorities: number,
): Map<string, number> {
  const seen = new Map<string, Set<string>>();
  for (const { texts, authority } of examples)
    for (const feature of featuresIn(texts).flat()) {
      const authorities = seen.get(feature) ?? new Set();
      seen.set(feature, authorities.add(authority));
    }
  const prefixes = [...forbidden].filter((word) => word.length > 5).map((word) => `${word.slice(0, 5)}*`);
  const masked = new Set([...forbidden, ...prefixes]);
  const kept = [...seen]
    .filter(([, authorities]) => authorities.size >= fewestAuthorities)
    .map(([feature]) => feature)
    .filter((feature) => !feature.split(/[ -]/).some((word) => masked.has(word)))
    .toSorted();
  return new Map(kept.map((feature, id) => [feature, id]));
}

export function vectorOf(texts: readonly string[], vocabulary: Vocabulary): Vector {
  const { counts, length } = countFeatures(featuresIn(texts));
  const known = [...counts].flatMap(([feature, times]) => {
    const id = vocabulary.get(feature);
    return id === undefined ? [] : [{ id, value: damped(times) / length }];
  });
  known.sort((a, b) => a.id - b.id);
  return {
    ids: Int32Array.from(known, ({ id }) => id),
    values: Float64Array.from(known, ({ value }) => value),
  };
}

const featuresIn = (texts: readonly string[]): string[][] =>
  texts.flatMap((text) => sentencesOf(text).map(({ start, end }) => featuresOf(text.slice(start, end))));

/** The beginning of a narrative, cut at so many words. */
export function firstWords(texts: readonly string[], words: number): string[] {
  const kept: string[] = [];
  let left = words;
  for (const text of texts) {
    if (left <= 0) break;
    kept.push(text.split(/\s+/).slice(0, left).join(" "));
    left -= countWords(text);
  }
  return kept;
}
