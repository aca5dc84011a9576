import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Finding } from "#shared/consistency/finding.ts";
import { Block } from "#shared/domain/block.ts";
import { Comment } from "#shared/domain/comment.ts";
import { Framework } from "#shared/domain/framework.ts";
import { Judgement } from "#shared/domain/report.ts";
import { marginsOf } from "#renderer/editor/marginalia.ts";

const framework = Framework.parse(JSON.parse(readFileSync("resources/frameworks/slac-2009.json", "utf8")));
const [first, second] = framework.areas.filter(({ kind }) => kind === "graded");
const worst = framework.grades[0]!;
const block = (fields: object): Block => Block.parse({ inlines: [], ...fields });
const finding = (blockId: string, severity: string): Finding =>
  Finding.parse({
    rule: "grade/test",
    severity,
    areaId: null,
    blockId,
    paragraph: 1,
    quote: "",
    span: null,
    message: "",
    question: false,
    fix: null,
    fingerprint: blockId + severity,
  });

test("a graded heading shows the grade its area has now, in number and word", () => {
  const heading = block({ kind: "heading", id: "h", level: 2, graded: true, areaIds: [first!.id] });
  const grades = (judgements: Judgement[]) =>
    marginsOf({ blocks: [heading], judgements, framework, findings: [], comments: [] })[0]!.grade;
  expect(grades([Judgement.parse({ areaId: first!.id, gradeId: worst.id })])).toEqual({
    number: String(worst.number),
    label: worst.label,
    tone: 4,
  });
  expect(grades([])).toEqual({ number: "–", label: "Not graded yet", tone: 0 });
});

test("beside a paragraph: its findings by the worst, its evidence once, its area when it is another", () => {
  const blocks = [
    block({ kind: "heading", id: "h", level: 2, areaIds: [first!.id] }),
    block({ kind: "paragraph", id: "same", areaIds: [first!.id] }),
    block({
      kind: "paragraph",
      id: "other",
      areaIds: [second!.id],
      evidenceIds: ["e1"],
      inlines: [
        { kind: "evidence", evidenceId: "e1" },
        { kind: "evidence", evidenceId: "e2" },
      ],
    }),
  ];
  const findings = [finding("other", "advice"), finding("other", "error")];
  const [, same, other] = marginsOf({ blocks, judgements: [], framework, findings, comments: [] });
  expect(same!.notes).toEqual([]);
  expect(other!.notes).toEqual([
    { text: "2 findings", severity: "error", about: "findings" },
    { text: "2 evidence", severity: null, about: "evidence" },
    { text: second!.shortTitle ?? second!.title, severity: null, about: "areas" },
  ]);
});

test("recommendations stand under their timescale's label, said once", () => {
  const [soon, later] = framework.timescales;
  const recommendation = (id: string, timescaleId: string | null): Block =>
    block({ kind: "recommendation", id, timescaleId });
  const margins = marginsOf({
    blocks: [
      recommendation("1", soon!.id),
      recommendation("2", soon!.id),
      recommendation("3", later!.id),
      recommendation("4", null),
    ],
    judgements: [],
    framework,
    findings: [],
    comments: [],
  });
  expect(margins.map(({ group }) => group)).toEqual([soon!.label, null, later!.label, "No timescale given"]);
});

test("beside a paragraph that is commented on: how many comments are open, as a way to them", () => {
  const blocks = [block({ kind: "paragraph", id: "p" }), block({ kind: "paragraph", id: "quiet" })];
  const said = (id: string, fields: object = {}): Comment =>
    Comment.parse({
      id,
      answers: null,
      blockId: "p",
      quote: "",
      offset: 0,
      text: "Say more.",
      by: "ann",
      at: "2026-01-02T03:04:05.000Z",
      resolved: null,
      ...fields,
    });
  const settled = { by: "ann", at: "2026-01-02T03:04:05.000Z" };
  const comments = [
    said("a"),
    said("b"),
    said("answer", { answers: "a", blockId: null }),
    said("done", { blockId: "quiet", resolved: settled }),
  ];
  const margins = marginsOf({ blocks, judgements: [], framework: null, findings: [], comments });
  expect(margins.map(({ notes }) => notes)).toEqual([
    [{ text: "2 comments", severity: null, about: "comments" }],
    [],
  ]);
});

const notesOf = (blocks: Block[]) =>
  marginsOf({ blocks, judgements: [], framework, findings: [], comments: [] }).map(({ notes }) =>
    notes.map(({ text, about }) => [about, text]),
  );
const short = (area: typeof first): string => area!.shortTitle ?? area!.title;

test("a paragraph that serves several areas names them all; one that serves none says so under a grade", () => {
  const heading = (graded: boolean): Block =>
    block({ kind: "heading", id: `h${graded}`, level: 2, graded, areaIds: [first!.id] });
  expect(
    notesOf([
      heading(true),
      block({ kind: "paragraph", id: "both", areaIds: [second!.id, first!.id] }),
      block({ kind: "paragraph", id: "none" }),
      block({ kind: "table", id: "table", rows: [[""]] }),
      heading(false),
      block({ kind: "paragraph", id: "free" }),
    ]),
  ).toEqual([
    [],
    [
      ["areas", short(second)],
      ["areas", short(first)],
    ],
    [["areas", "No area"]],
    [],
    [],
    [],
  ]);
});

test("a footnote without a mark and a reference to text that is gone are said in words", () => {
  expect(
    notesOf([
      block({ kind: "paragraph", id: "p", inlines: [{ kind: "note", blockId: "marked" }] }),
      block({ kind: "footnote", id: "marked" }),
      block({ kind: "footnote", id: "lost" }),
      block({ kind: "paragraph", id: "q", inlines: [{ kind: "reference", blockId: "p", text: "1" }] }),
      block({ kind: "paragraph", id: "r", inlines: [{ kind: "reference", blockId: "gone", text: "9" }] }),
    ]),
  ).toEqual([[], [], [["lost", "No word marks it"]], [], [["lost", "Refers to text that is gone"]]]);
});
