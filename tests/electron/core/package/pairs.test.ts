import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { insertReport } from "#electron/core/store/reports.ts";
import type { PackagePreview } from "#shared/api/packages.ts";
import { diffBlocks } from "#shared/document/operations.ts";
import { type Block, textOf } from "#shared/domain/block.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { ReportId } from "#shared/domain/ids.ts";
import { gradeOf } from "#shared/domain/report.ts";
import { type Change, changesBetween } from "#shared/merge/changes.ts";
import { takeChanges } from "#shared/merge/take-changes.ts";
import { deskOf, fileOf, opened, packed, type TestDesk } from "#tests/helpers/desks.ts";
import { change } from "#tests/helpers/library.ts";
import { AREAS, Deed, doDeeds, pairBlocks } from "#tests/helpers/two-desk-deeds.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

let lead: TestDesk;
let reviewer: TestDesk;
const desks: TestDesk[] = [];
async function sitDown(): Promise<void> {
  getUp();
  lead = await deskOf("Lee Lead", "lead");
  reviewer = await deskOf("Rae Reviewer", "reviewer");
  desks.push(lead, reviewer);
}
function getUp(): void {
  for (const { app } of desks.splice(0)) app.close();
}
afterAll(getUp);

let made = 0;
/** Libraries do not grow without end: as many reports go through two of them as a busy year has. */
const REPORTS = 100;

async function newReport(): Promise<ReportId> {
  if (made % REPORTS === 0) await sitDown();
  const reportId = ReportId.parse(`pair-${made++}`);
  const evidence = Array.from({ length: 4 }, (_, n) =>
    Evidence.parse({
      id: `${reportId}-e${n}`,
      reference: `E-00${n + 1}`,
      kind: "interview",
      date: null,
      title: `Item ${n}`,
      sensitivity: n % 2 === 0 ? "quotable" : "never",
    }),
  );
  const draft = { ...smallDraft(), blocks: pairBlocks(reportId) };
  insertReport(lead.app.context.library.write, reportId, draft, { name: "", sha256: "" }, change, {
    evidence,
  });
  return reportId;
}

/** Everything a desk has of a report. */
async function all({ client }: TestDesk, reportId: ReportId) {
  const report = await client.reports.open({ reportId });
  const { comments } = await client.comments.list({ reportId });
  const dispositions = await client.findings.dispositions({ reportId });
  return { report, comments, dispositions, review: await client.review.state({ reportId }) };
}
type All = Awaited<ReturnType<typeof all>>;

interface Merge {
  readonly preview: PackagePreview;
  readonly changes: readonly Change[];
  readonly chosen: ReadonlySet<string>;
  readonly grades: ReadonlySet<string>;
}

/** Takes a package in: what clashes, and one in eight of the rest, by the toss of a coin. */
async function merge(
  desk: TestDesk,
  bytes: Uint8Array<ArrayBuffer>,
  coins: readonly number[],
): Promise<Merge> {
  const preview = await opened(desk, bytes);
  const { returned } = preview;
  const changes = returned ? changesBetween(returned) : [];
  let tossed = 0;
  const coin = (sides: number): boolean => (coins[tossed++ % coins.length] ?? 0) % sides > 0;
  const chosen = new Set(changes.filter(({ clash }) => coin(clash ? 2 : 8)).map(({ id }) => id));
  const grades = preview.grades.filter(() => coin(2)).map(({ areaId }) => areaId);
  const order = {
    file: fileOf(bytes),
    passphrase: null,
    trust: true,
    baseRevision: returned?.revision ?? null,
    operations: returned ? diffBlocks(returned.ours, takeChanges(returned, changes, chosen)) : [],
    grades,
  };
  await desk.client.packages.take(order);
  return { preview, changes, chosen, grades: new Set(grades) };
}

const wordsOf = (block: Block): string[] => [
  ...textOf(block).split(/\s+/),
  ...(block.kind === "table" ? block.rows.flat().flatMap((cell) => cell.split(/\s+/)) : []),
];
/** Where each word stands. */
const placesOf = (blocks: readonly Block[]): Map<string, string> =>
  new Map(blocks.flatMap((each) => wordsOf(each).map((word) => [word, each.id] as const)));
const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].toSorted();

function expectText({ changes, chosen }: Merge, ours: All, theirs: All, base: All, merged: All): void {
  const [here, there] = [placesOf(ours.report.blocks), placesOf(theirs.report.blocks)];
  const now = placesOf(merged.report.blocks);
  const left = new Set<string>(changes.filter(({ id }) => !chosen.has(id)).map(({ blockId }) => blockId));
  const taken = changes.filter(({ id }) => chosen.has(id));
  const overruled = new Set<string>(taken.filter(({ clash }) => clash).map(({ blockId }) => blockId));
  const known = placesOf(base.report.blocks);
  for (const [word, blockId] of there) {
    // Ours may have taken out what they left as it was.
    if (known.has(word) && !here.has(word)) continue;
    // Or it was joined here to what clashed, and that was chosen against.
    const joined = here.get(word);
    if (!now.has(word) && (joined === undefined || !overruled.has(joined)))
      expect(left, `${word} of theirs`).toContain(blockId);
  }
  for (const [word, blockId] of here)
    if (!known.has(word) && !now.has(word)) expect(overruled, `${word} of ours`).toContain(blockId);
  const ids = merged.report.blocks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

function expectTies({ changes, chosen }: Merge, ours: All, theirs: All, base: All, merged: All): void {
  const byId = ({ report }: All) => new Map(report.blocks.map((each) => [each.id, each]));
  const [was, there, here] = [byId(base), byId(theirs), byId(ours)];
  for (const block of merged.report.blocks) {
    const [b, t, o] = [was, there, here].map((blocks) => blocks.get(block.id));
    const took = (what: Change["what"]): boolean =>
      changes.some((each) => each.blockId === block.id && each.what === what && chosen.has(each.id));
    for (const of of ["evidenceIds", "areaIds"] as const) {
      const [bs, ts, os] = [b, t, o].map((each): readonly string[] => each?.[of] ?? []) as [
        readonly string[],
        readonly string[],
        readonly string[],
      ];
      const both = [
        ...os.filter((id) => ts.includes(id) || !bs.includes(id)),
        ...ts.filter((id) => !bs.includes(id)),
      ];
      const wanted = !o || took("added") ? ts : took("ties") ? both : os;
      expect(sorted(block[of]), `${of} of ${block.id}`).toEqual(sorted(wanted));
    }
  }
}

function expectSaid(ours: All, theirs: All, merged: All, removedHere: ReadonlySet<string>): void {
  const [here, there] = [ours, theirs].map(
    ({ comments }) => new Map(comments.map((each) => [each.id, each])),
  );
  const ids = merged.comments.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  // What was removed here comes back only with an answer that was given there.
  const answered = new Set([...there!.values()].map(({ answers }) => answers as string | null));
  const shared = [...there!.values()].filter(
    ({ isPrivate, id }) => !isPrivate && (!removedHere.has(id) || answered.has(id)),
  );
  expect(sorted(ids)).toEqual(sorted([...here!.keys(), ...shared.map(({ id }) => id)]));
  for (const comment of merged.comments) {
    const both = [here!.get(comment.id), there!.get(comment.id)].filter((each) => each !== undefined);
    expect(comment.text).toBe(both[0]!.text);
    expect(comment.resolved !== null).toBe(both.some(({ resolved }) => resolved !== null));
    if (comment.suggestion)
      expect(comment.suggestion.settled !== null).toBe(both.some(({ suggestion }) => suggestion?.settled));
  }
  const answers = [...ours.dispositions, ...theirs.dispositions];
  for (const { fingerprint, reason } of merged.dispositions) {
    const given = answers.filter((each) => each.fingerprint === fingerprint);
    const newest = given.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)!;
    expect(given.filter(({ at }) => at === newest.at).map((each) => each.reason)).toContain(reason);
  }
  expect(sorted(merged.dispositions.map(({ fingerprint }) => fingerprint))).toEqual(
    sorted(answers.map(({ fingerprint }) => fingerprint)),
  );
  expect(merged.report.evidence.map(({ id }) => id)).toEqual(
    expect.arrayContaining([...ours.report.evidence, ...theirs.report.evidence].map(({ id }) => id)),
  );
  const references = merged.report.evidence.map(({ reference }) => reference);
  expect(new Set(references).size).toBe(references.length);
}

const lineOf = ({ by, at, fact }: All["review"]["ledger"][number]): string => JSON.stringify([by, at, fact]);

function expectDecided(done: Merge, ours: All, theirs: All, base: All, merged: All): void {
  const grade = ({ report }: All, n: number) => gradeOf(report, AREAS[n]!);
  for (const [n, areaId] of AREAS.entries()) {
    const [was, there, here] = [grade(base, n), grade(theirs, n), grade(ours, n)];
    const listed = done.preview.grades.find((each) => each.areaId === areaId);
    expect(listed !== undefined, `grade of ${areaId}`).toBe(there !== was && there !== here);
    if (listed) expect(listed.clash).toBe(here !== was);
    expect(grade(merged, n)).toBe(done.grades.has(areaId) ? there : here);
  }
  expect(merged.review.broken).toBeNull();
  const lines = merged.review.ledger.map(lineOf);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines).toEqual(expect.arrayContaining(ours.review.ledger.map(lineOf)));
  for (const line of theirs.review.ledger) {
    const { fact } = line;
    if (fact.kind === "sign-off" || (fact.kind === "grade" && done.grades.has(fact.areaId)))
      expect(lines).toContain(lineOf(line));
  }
  // Whoever came to the same grade at the other desk is told too.
  for (const [n, areaId] of AREAS.entries())
    if (grade(theirs, n) !== grade(base, n) && grade(theirs, n) === grade(merged, n))
      for (const line of theirs.review.ledger)
        if (line.fact.kind === "grade" && line.fact.areaId === areaId) expect(lines).toContain(lineOf(line));
}

/** What is refused leaves everything as it was: altered on the way, or for a revision that is no longer the newest. */
async function expectRefusals(bytes: Uint8Array<ArrayBuffer>, reportId: ReportId, ours: All): Promise<void> {
  const altered = bytes.with(bytes.length - 20, bytes.at(-20)! ^ 1);
  await expect(merge(lead, altered, [1])).rejects.toMatchObject({ data: { code: "damaged" } });
  const { returned } = await opened(lead, bytes);
  const stale = { file: fileOf(bytes), passphrase: null, trust: true, operations: [], grades: [] };
  const baseRevision = returned!.revision - 1;
  await expect(lead.client.packages.take({ ...stale, baseRevision })).rejects.toMatchObject({
    data: { code: "conflict" },
  });
  expect(await all(lead, reportId)).toEqual(ours);
}

const deeds = fc.array(Deed, { minLength: 1, maxLength: 7 });
const tosses = fc.array(fc.nat(63), { minLength: 5, maxLength: 12 });
/** Beside whole suites on a busy machine it takes several times as long as alone. */
const PAIRS = 1000;
const LONGEST_MS = 600_000;

test(
  "1,000 pairs of edits at two desks through packages: nothing is lost, told twice or taken unasked",
  async () => {
    await fc.assert(
      fc.asyncProperty(deeds, deeds, deeds, tosses, async (before, there, here, coins) => {
        const reportId = await newReport();
        await doDeeds(lead, reportId, "s", before);
        await merge(reviewer, await packed(lead, reviewer, reportId), coins);
        const base = await all(lead, reportId);
        await doDeeds(reviewer, reportId, "t", there);
        await doDeeds(lead, reportId, "o", here);
        const [ours, theirs] = [await all(lead, reportId), await all(reviewer, reportId)];
        const bytes = await packed(reviewer, lead, reportId);

        if (coins[0]! % 8 === 0) await expectRefusals(bytes, reportId, ours);
        const done = await merge(lead, bytes, coins);
        const merged = await all(lead, reportId);
        const gone = new Set(base.comments.map(({ id }) => id as string));
        for (const { id } of ours.comments) gone.delete(id);
        expectText(done, ours, theirs, base, merged);
        expectTies(done, ours, theirs, base, merged);
        expectSaid(ours, theirs, merged, gone);
        expectDecided(done, ours, theirs, base, merged);

        // Of every fourth: twice is once, theirs is as it was, and the answer is understood there and here again.
        if (coins[1]! % 4 > 0) return;
        expect(await all(reviewer, reportId)).toEqual(theirs);
        await merge(lead, bytes, coins);
        expect(await all(lead, reportId)).toEqual(merged);
        await merge(reviewer, await packed(lead, reviewer, reportId), coins);
        await merge(lead, await packed(reviewer, lead, reportId), coins);
      }),
      { numRuns: PAIRS, seed: 26 },
    );
  },
  LONGEST_MS,
);
