import fc from "fast-check";
import { GradeId, type ReportId } from "#shared/domain/ids.ts";
import { type Block, plain, textOf } from "#shared/domain/block.ts";
import { EvidenceFields } from "#shared/domain/evidence.ts";
import { diffBlocks } from "#shared/document/operations.ts";
import { AreaId } from "#shared/domain/ids.ts";
import type { TestDesk } from "#tests/helpers/desks.ts";
import { block, paragraph } from "#tests/helpers/reports.ts";

const IN_TEXT = [
  "put in",
  "take out",
  "change",
  "split",
  "join",
  "move",
  "retie",
  "untie",
  "retag",
  "reshape",
  "insert",
  "delete",
  "cell",
] as const;
const BESIDE = [
  "grade",
  "comment",
  "note",
  "suggest",
  "reply",
  "resolve",
  "settle",
  "unsay",
  "dispose",
] as const;

/** What one person does to a report: by place, so that any row of them can be done. */
export const Deed = fc.record({
  what: fc.constantFrom(...IN_TEXT, ...BESIDE, "evidence", "sign-off"),
  at: fc.nat(40),
  word: fc.nat(20),
  to: fc.nat(40),
});
export type Deed = typeof Deed extends fc.Arbitrary<infer T> ? T : never;

export const AREAS = ["safeguarding.overall-effectiveness", "safeguarding.partnerships"].map((id) =>
  AreaId.parse(id),
);
const GRADES = ["outstanding", "good", "adequate", "inadequate"].map((id) => GradeId.parse(id));
const BLOCKS = 6;

/** A report in which every word is one of a kind. */
export const pairBlocks = (id: string): Block[] => [
  ...Array.from({ length: BLOCKS }, (_, b) =>
    paragraph(Array.from({ length: 8 }, (__, w) => `b${b}w${w}`).join(" "), {
      id: `${id}-${b}`,
      areaIds: [AREAS[b % 2]!],
      evidenceIds: [`${id}-e${b % 2}`],
    }),
  ),
  block({
    kind: "table",
    id: `${id}-t`,
    text: "Caption",
    header: true,
    rows: [
      ["c0", "c1"],
      ["c2", "c3"],
    ],
  }),
];

const mod = (n: number, list: { readonly length: number }): number => n % Math.max(1, list.length);

/** The text after the deeds. @param who marks the words this person writes, each only once */
function written(id: string, who: string, deeds: readonly Deed[], before: readonly Block[]): Block[] {
  let blocks = [...before];
  deeds.forEach(({ what, at: place, word, to }, n) => {
    const at = mod(place, blocks);
    const own = blocks[at];
    if (!own) return;
    const words = textOf(own).split(" ");
    const w = mod(word, words);
    const put = (fields: object): void => {
      blocks = blocks.with(at, { ...own, ...fields } as Block);
    };
    const write = (next: readonly string[]): void => put({ inlines: plain(next.join(" ")) });
    if (what === "put in") write(words.toSpliced(w, 0, `${who}${n}`));
    else if (what === "take out" && words.length > 1) write(words.toSpliced(w, 1));
    else if (what === "change") write(words.with(w, `${who}${n}`));
    else if (what === "split" && own.kind === "paragraph" && w > 0) {
      const rest = { ...own, id: `${id}-${who}${n}`, inlines: plain(words.slice(w).join(" ")) } as Block;
      write(words.slice(0, w));
      blocks = blocks.toSpliced(at + 1, 0, rest);
    } else if (what === "join" && own.kind === "paragraph" && blocks[at + 1]?.kind === "paragraph") {
      write([...words, ...textOf(blocks[at + 1]!).split(" ")]);
      blocks = blocks.toSpliced(at + 1, 1);
    } else if (what === "move") {
      const without = blocks.toSpliced(at, 1);
      blocks = without.toSpliced(mod(to, without), 0, own);
    } else if (what === "retie" && own.kind !== "heading")
      put({ evidenceIds: [...new Set([...own.evidenceIds, `${id}-e${2 + (to % 2)}`])] });
    else if (what === "untie") put({ evidenceIds: own.evidenceIds.slice(1) });
    else if (what === "retag") put({ areaIds: [AREAS[to % 2]!] });
    else if (what === "reshape" && own.kind === "paragraph") {
      const { numbered: _, ...rest } = own;
      blocks = blocks.with(at, block({ ...rest, kind: "bullet", level: 1 }));
    } else if (what === "insert")
      blocks = blocks.toSpliced(at, 0, paragraph(`${who}${n}`, { id: `${id}-${who}${n}` }));
    else if (what === "delete" && blocks.length > 3) blocks = blocks.toSpliced(at, 1);
    else if (what === "cell") {
      const index = blocks.findIndex(({ kind }) => kind === "table");
      const table = blocks[index];
      if (table?.kind !== "table") return;
      const rows = table.rows.map((row, r) =>
        row.map((cell, c) => (r * 2 + c === to % 4 ? `${cell} ${who}${n}` : cell)),
      );
      blocks = blocks.with(index, { ...table, rows });
    }
  });
  return blocks;
}

/** Does the deeds at a desk, as its windows would: the text in one revision, the rest one by one. */
export async function doDeeds(desk: TestDesk, reportId: ReportId, who: string, deeds: readonly Deed[]) {
  const { client } = desk;
  const { blocks, revision } = await client.reports.open({ reportId });
  const operations = diffBlocks(blocks, written(reportId, who, deeds, blocks));
  if (operations.length > 0) await client.reports.apply({ reportId, baseRevision: revision, operations });
  for (const [n, deed] of deeds.entries()) await doBeside(desk, reportId, `${who}${n}`, deed);
}

async function doBeside({ client }: TestDesk, reportId: ReportId, mark: string, { what, at, to }: Deed) {
  const revisionNow = async () => (await client.reports.open({ reportId })).revision;
  const threads = async () => {
    const { comments, me } = await client.comments.list({ reportId });
    return {
      me,
      comments,
      roots: comments.filter(({ answers, isPrivate }) => answers === null && !isPrivate),
    };
  };
  const begin = { blockId: null, quote: "", offset: 0, text: mark };
  if (what === "grade") {
    const areaId = AREAS[at % 2]!;
    const gradeId = GRADES[to % GRADES.length]!;
    const baseRevision = await revisionNow();
    await client.reports.setGrade({ reportId, baseRevision, areaId, gradeId, rationale: mark });
  } else if (what === "comment") await client.comments.add({ reportId, comment: begin });
  else if (what === "note") await client.comments.add({ reportId, comment: { ...begin, isPrivate: true } });
  else if (what === "suggest")
    await client.comments.add({ reportId, comment: { ...begin, quote: "b0w0", suggestion: mark } });
  else if (what === "evidence") {
    const fields = EvidenceFields.parse({
      kind: "interview",
      title: mark,
      date: null,
      sensitivity: "quotable",
    });
    await client.evidence.put({ reportId, evidence: { ...fields, id: null } });
  } else if (what === "dispose") {
    const given = {
      fingerprint: `f${at % 3}`,
      basis: "b",
      rule: "quote/unbalanced",
      areaId: null,
      blockId: null,
    };
    const disposition = {
      ...given,
      state: to % 2 === 0 ? ("dismissed" as const) : ("accepted" as const),
      reason: mark,
    };
    await client.findings.dispose({ reportId, dispositions: [disposition] });
  } else if (what === "sign-off") {
    // A lead does not sign areas off.
    if ((await client.review.desk()).role === "lead") return;
    const baseRevision = await revisionNow();
    await client.review.signOff({ reportId, baseRevision, areaId: AREAS[at % 2]!, signed: to % 3 > 0 });
  } else if (["reply", "resolve", "settle", "unsay"].includes(what)) {
    const { roots, comments, me } = await threads();
    const root = roots[mod(at, roots)];
    if (!root) return;
    const one = { reportId, commentId: root.id };
    if (what === "reply") await client.comments.answer({ ...one, text: mark });
    else if (what === "resolve") await client.comments.resolve({ ...one, resolved: true });
    else if (what === "settle" && root.suggestion)
      await client.comments.settle({ ...one, taken: to % 2 === 0 });
    else if (what === "unsay" && root.by === me && !comments.some(({ answers }) => answers === root.id))
      await client.comments.remove(one);
  }
}
