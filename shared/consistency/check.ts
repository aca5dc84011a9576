import { buildSnapshot, type Checkable } from "#shared/consistency/build-snapshot.ts";
import { SEVERITIES, type Finding } from "#shared/consistency/finding.ts";
import type { AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { fingerprintOf } from "#shared/consistency/fingerprint.ts";
import { gathersTheSame } from "#shared/consistency/gather.ts";
import { identityOf, nextRound, type Identity } from "#shared/consistency/identity.ts";
import { rulesByDefault } from "#shared/consistency/registry.ts";
import type { AreaRule, BlockRule, RawFinding, ReportRule, Rule } from "#shared/consistency/rule.ts";
import type { AreaView, BlockView, Run, Setting, Snapshot } from "#shared/consistency/snapshot.ts";
import type { Block } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";

export interface Checked {
  readonly snapshot: Snapshot;
  /** Without duplicates, in report order; at one place the gravest first. Unchanged findings are the same objects as before. */
  readonly findings: readonly Finding[];
}

/** Checks a report again and again while it is written: what an edit has not touched is not read again. */
export interface Checker {
  check(report: Checkable): Checked;
}

export function createChecker(
  framework: Framework | null,
  rules: readonly Rule[] = rulesByDefault,
  model: AlignmentModel | null = null,
): Checker {
  const kept = new Kept(rules);
  let before: Snapshot | null = null;
  return {
    check(report) {
      const snapshot = buildSnapshot(report, framework, before, model);
      const findings = kept.findings(snapshot, before);
      before = snapshot;
      return { snapshot, findings };
    },
  };
}

/** Every finding of the rules in a snapshot that is checked once. */
export const check = (snapshot: Snapshot, rules: readonly Rule[] = rulesByDefault): readonly Finding[] =>
  new Kept(rules).findings(snapshot, null);

/** Reads and checks in one step. A report without a framework is checked by the rules that need none. */
export const checkReport = (report: Checkable, framework: Framework | null): readonly Finding[] =>
  check(buildSnapshot(report, framework));

/** A finding of one rule before it has its place among the others. */
interface Found {
  readonly rule: Rule;
  readonly raw: RawFinding;
  readonly identity: Identity;
  readonly quote: string;
  finding: Finding | null;
  ordinal: number;
  /** Its block when last looked for, and the index it was put at: most stay where they are. */
  view: BlockView | undefined;
  at: number;
}

/** What the rules found, kept for as long as what they look at stays the same. */
class Kept {
  readonly #overBlocks: readonly (Rule & BlockRule)[];
  readonly #overAreas: readonly (Rule & AreaRule)[];
  readonly #overReport: readonly (Rule & ReportRule)[];
  readonly #ofBlock = new WeakMap<Block, readonly Found[]>();
  readonly #ofRun = new WeakMap<Run, readonly Place[]>();
  readonly #ofArea = new WeakMap<AreaView, { setting: Setting; found: readonly Found[] }>();
  /** By rule, or by area: what was found last time, so that findings that are still there stay the same objects. */
  readonly #last = new Map<string, readonly Found[]>();
  #elsewhere: { readonly lists: readonly (readonly Found[])[]; readonly places: readonly Place[] } | null =
    null;
  #findings: readonly Finding[] = [];

  constructor(rules: readonly Rule[]) {
    this.#overBlocks = rules.filter((rule) => rule.over === "block");
    this.#overAreas = rules.filter((rule) => rule.over === "area");
    this.#overReport = rules.filter((rule) => rule.over === "report");
  }

  /** @param before the snapshot that was checked last */
  findings(snapshot: Snapshot, before: Snapshot | null): readonly Finding[] {
    const known = this.#elsewhere;
    const elsewhere = this.#foundElsewhere(snapshot, before);
    if (elsewhere === known && before && this.#runsSayTheSame(snapshot, before)) return this.#findings;
    const round = nextRound();
    const findings: Finding[] = [];
    const put = (found: readonly Found[], view: BlockView | undefined): void => {
      for (const each of found) findings.push(asFinding(each, view, round));
    };
    const { places } = elsewhere;
    let next = 0;
    const putUpTo = (index: number): void => {
      for (; next < places.length && places[next]!.index < index; next++) {
        const { index: at, found } = places[next]!;
        put(found, snapshot.blocks[at]);
      }
    };
    for (const run of snapshot.runs)
      for (const { index, found } of this.#foundInRun(run, snapshot)) {
        putUpTo(index);
        const more = places[next]?.index === index ? places[next++]!.found : null;
        put(more ? [...found, ...more].sort(byPlace) : found, snapshot.blocks[index]);
      }
    putUpTo(Infinity);
    this.#findings = findings;
    return findings;
  }

  /** Whether an edit has left everything that was found in single blocks as it was, numbers included. */
  #runsSayTheSame(now: Snapshot, then: Snapshot): boolean {
    return (
      now.runs.length === then.runs.length &&
      now.runs.every((run, index) => {
        const old = then.runs[index]!;
        if (run === old) return true;
        const [here, there] = [this.#foundInRun(run, now), this.#foundInRun(old, then)];
        return (
          run.views.every(({ paragraph }, i) => paragraph === old.views[i]?.paragraph) &&
          here.length === there.length &&
          here.every(({ index: at, found }, i) => at === there[i]!.index && found === there[i]!.found)
        );
      })
    );
  }

  /** The blocks of a run in which something was found. */
  #foundInRun(run: Run, snapshot: Snapshot): readonly Place[] {
    let places = this.#ofRun.get(run);
    if (!places) {
      places = run.views
        .map((view) => ({ index: view.index, found: this.#foundInBlock(view, snapshot) }))
        .filter(({ found }) => found.length > 0);
      this.#ofRun.set(run, places);
    }
    return places;
  }

  #foundInBlock(view: BlockView, { framework }: Snapshot): readonly Found[] {
    let found = this.#ofBlock.get(view.block);
    if (!found) {
      const list: Found[] = [];
      for (const rule of this.#overBlocks)
        for (const raw of rule.check(view, framework)) list.push(asFound(rule, raw, view));
      found = list.length === 0 ? NOTHING : withoutDuplicates(list).sort(byPlace);
      this.#ofBlock.set(view.block, found);
    }
    return found;
  }

  /** What the rules over areas and the report found. The same object as long as that and its places are the same. */
  #foundElsewhere(snapshot: Snapshot, before: Snapshot | null) {
    const lists = [
      ...snapshot.areas.map((area) => this.#foundInArea(area, snapshot)),
      ...this.#overReport.map((rule) => this.#foundByRule(rule, snapshot, before)),
    ];
    const known = this.#elsewhere;
    const same =
      known?.lists.length === lists.length &&
      lists.every((list, index) => list === known.lists[index]) &&
      lists.every((list) => list.every((each) => each.at === indexOf(each, snapshot)));
    if (same) return known;
    return (this.#elsewhere = { lists, places: placesOf(lists, snapshot) });
  }

  #foundInArea(area: AreaView, snapshot: Snapshot): readonly Found[] {
    const known = this.#ofArea.get(area);
    if (known?.setting === snapshot.setting) return known.found;
    const raws = this.#overAreas.flatMap((rule) =>
      [...rule.check(area, snapshot)].map((raw): Said => [rule, raw]),
    );
    const found = takenOver(raws, this.#last.get(area.id) ?? [], snapshot);
    this.#last.set(area.id, found);
    this.#ofArea.set(area, { setting: snapshot.setting, found });
    return found;
  }

  #foundByRule(rule: Rule & ReportRule, snapshot: Snapshot, before: Snapshot | null): readonly Found[] {
    const known = this.#last.get(rule.id);
    if (known && before && stillHolds(rule, known, snapshot, before)) return known;
    const raws = [...rule.check(snapshot)].map((raw): Said => [rule, raw]);
    const found = takenOver(raws, known ?? [], snapshot);
    this.#last.set(rule.id, found);
    return found;
  }
}

type Said = readonly [rule: Rule, raw: RawFinding];

/** What rules found, without duplicates; what they had found before stays the same object. */
function takenOver(said: readonly Said[], known: readonly Found[], snapshot: Snapshot): readonly Found[] {
  let places: Map<string, Found> | null = null;
  let next = 0;
  const found = said.map(([rule, raw]) => {
    // Nearly always they come in the same order as before.
    let there = known[next];
    if (!there || there.rule !== rule || !samePlace(there.raw, raw)) {
      places ??= new Map(known.map((each) => [placeOf(each.rule, each.raw), each]));
      there = places.get(placeOf(rule, raw));
    }
    if (!there || !saysTheSame(there, raw, viewNow(there, snapshot)))
      return asFound(rule, raw, viewOf(raw, snapshot));
    next = there === known[next] ? next + 1 : known.indexOf(there) + 1;
    return there;
  });
  const isAsBefore = found.length === known.length && found.every((each, index) => each === known[index]);
  return isAsBefore ? known : withoutDuplicates(found);
}

/** What was found at one block, in the order of its words. */
interface Place {
  readonly index: number;
  readonly found: readonly Found[];
}

/** In the order of the report; what belongs to no block comes last. */
function placesOf(lists: readonly (readonly Found[])[], snapshot: Snapshot): Place[] {
  const all = lists.flat();
  for (const each of all) each.at = indexOf(each, snapshot);
  return [...Map.groupBy(all, ({ at }) => at)]
    .map(([index, found]) => ({ index, found: found.sort(byPlace) }))
    .sort((a, b) => a.index - b.index);
}

const samePlace = (a: RawFinding, b: RawFinding): boolean =>
  a.areaId === b.areaId &&
  a.blockId === b.blockId &&
  a.span?.[0] === b.span?.[0] &&
  a.span?.[1] === b.span?.[1] &&
  a.message === b.message;

/** Nothing that the rule reads has changed, and the words it quotes are still there. */
const stillHolds = (
  { reads }: ReportRule,
  found: readonly Found[],
  snapshot: Snapshot,
  before: Snapshot,
): boolean =>
  reads !== undefined &&
  snapshot.setting === before.setting &&
  reads(snapshot.framework).every((of) => gathersTheSame(of, snapshot, before)) &&
  found.every((each) => {
    const then = each.view;
    const now = viewNow(each, snapshot);
    return now === then || quoteOf(each.raw, now) === each.quote;
  });

const NOTHING: readonly Found[] = [];

/** Where findings go that belong to no block: to the end. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

const viewOf = ({ blockId }: RawFinding, { blockById }: Snapshot): BlockView | undefined =>
  blockId === null ? undefined : blockById.get(blockId);

function viewNow(found: Found, snapshot: Snapshot): BlockView | undefined {
  const { view } = found;
  if (view && snapshot.blocks[view.index] === view) return view;
  return (found.view = viewOf(found.raw, snapshot));
}

/** A finding about an area stands where the area’s own heading or narrative starts. */
function indexOf(found: Found, snapshot: Snapshot): number {
  const { raw } = found;
  const view = viewNow(found, snapshot);
  if (view) return view.index;
  const area = raw.areaId === null ? undefined : snapshot.areaById.get(raw.areaId);
  const heading = area?.headings[0];
  const first = heading ? snapshot.blockById.get(heading.id) : area?.narrative[0];
  return first?.index ?? NOWHERE;
}

const placeOf = (rule: Rule, raw: RawFinding): string =>
  `${rule.id}|${raw.areaId}|${raw.blockId}|${raw.span?.[0]}-${raw.span?.[1]}|${raw.message}`;

function withoutDuplicates(found: readonly Found[]): Found[] {
  if (found.length < 2) return [...found];
  return [...new Map(found.map((each) => [placeOf(each.rule, each.raw), each])).values()];
}

function byPlace(a: Found, b: Found): number {
  return (
    (a.raw.span?.[0] ?? -1) - (b.raw.span?.[0] ?? -1) ||
    SEVERITIES.indexOf(severityOf(a)) - SEVERITIES.indexOf(severityOf(b))
  );
}

const severityOf = ({ raw, rule }: Found) => raw.severity ?? rule.severity;

function quoteOf({ span }: RawFinding, view: BlockView | undefined): string {
  if (!view) return "";
  return span ? view.text.slice(span[0], span[1]) : view.text;
}

function asFound(rule: Rule, raw: RawFinding, view: BlockView | undefined): Found {
  const quote = quoteOf(raw, view);
  const identity = identityOf(`${rule.id}|${raw.areaId ?? ""}|${raw.key ?? telling(quote)}`);
  return { rule, raw, identity, quote, finding: null, ordinal: 0, view, at: NOWHERE };
}

const saysTheSame = (known: Found, raw: RawFinding, view: BlockView | undefined): boolean =>
  known.raw.severity === raw.severity &&
  known.raw.key === raw.key &&
  known.raw.fix === raw.fix &&
  known.quote === quoteOf(raw, view);

/** The words alone: no marks, no case. Numbers of paragraphs and positions change when text is put in above. */
const telling = (quote: string): string =>
  quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function asFinding(found: Found, view: BlockView | undefined, round: number): Finding {
  const { identity, rule, raw, quote } = found;
  const ordinal = identity.next(round);
  const paragraph = raw.blockId === null ? null : (view?.paragraph ?? null);
  if (found.finding && found.ordinal === ordinal && found.finding.paragraph === paragraph)
    return found.finding;
  found.ordinal = ordinal;
  found.finding = {
    rule: rule.id,
    severity: severityOf(found),
    areaId: raw.areaId,
    blockId: raw.blockId,
    paragraph,
    quote,
    span: raw.span ? [raw.span[0], raw.span[1]] : null,
    message: raw.message,
    question: rule.mode === "prompt",
    fix: raw.fix ?? null,
    fingerprint: fingerprintOf(ordinal === 0 ? identity.text : `${identity.text}|${ordinal}`),
  };
  return found.finding;
}
