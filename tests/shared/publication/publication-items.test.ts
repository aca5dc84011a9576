import { expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { checkReport } from "#shared/consistency/check.ts";
import { basisOf } from "#shared/consistency/triage.ts";
import type { Block } from "#shared/domain/block.ts";
import { Comment } from "#shared/domain/comment.ts";
import { Disposition } from "#shared/domain/disposition.ts";
import { missingSections } from "#shared/publication/missing-sections.ts";
import { publicationItems } from "#shared/publication/publication-items.ts";
import { AT } from "#tests/helpers/library.ts";
import { block, paragraph, smallDraft } from "#tests/helpers/reports.ts";

const frameworks = loadFrameworks();
const framework = (id: string) => frameworks.find((each) => each.id === id)!;

const itemsOf = (blocks: readonly Block[], fields: object = {}) =>
  publicationItems({ blocks, framework: null, findings: [], dispositions: [], comments: [], ...fields });
const told = (blocks: readonly Block[], fields: object = {}): [string, number | null, string][] =>
  itemsOf(blocks, fields).map(({ kind, paragraph: number, quote }) => [kind, number, quote]);

test("people, gaps and bare tables are told with their place, gravest first, a name once", () => {
  expect(
    told([
      block({ kind: "heading", level: 1, text: "Help" }),
      paragraph("Workers saw [number] homes."),
      paragraph("Jane Smith of 12 Station Road, Truro TR1 2AB was seen."),
      block({ kind: "bullet", text: "Jane Smith again." }),
      block({
        kind: "table",
        rows: [
          ["Year", "Children"],
          ["2008", "Jane Smith"],
        ],
      }),
    ]),
  ).toEqual([
    ["personal-detail", 2, "Jane Smith"],
    ["personal-detail", 2, "12 Station Road, Truro TR1 2AB"],
    ["placeholder", 1, "[number]"],
    ["description", 2, "Year, Children"],
  ]);
});

test("those who inspected may be named in their section, and the inspectorate’s address stands at the end", () => {
  expect(
    told([
      block({ kind: "heading", level: 1, text: "Information about this inspection" }),
      paragraph("Lead inspector: Jane Smith"),
      paragraph("Peter Jones"),
      block({ kind: "heading", level: 1, text: "Help" }),
      paragraph("Peter Jones did well."),
      paragraph("© Crown copyright", { numbered: false }),
      paragraph("12 Station Road, Truro TR1 2AB", { numbered: false }),
    ]),
  ).toEqual([["personal-detail", 3, "Peter Jones"]]);
});

test("open errors and small numbers are told until they are answered; warnings are not", () => {
  const blocks = [
    paragraph("One young person was admitted to hospital. A parent said: “They listened to me."),
  ];
  const findings = checkReport({ ...smallDraft(), blocks, judgements: [] }, null);
  const kinds = (dispositions: readonly Disposition[]) =>
    itemsOf(blocks, { findings, dispositions }).map(({ kind }) => kind);
  expect(kinds([])).toEqual(["small-number", "error"]);
  const answers = findings.map((finding) =>
    Disposition.parse({
      fingerprint: finding.fingerprint,
      basis: basisOf(finding),
      rule: finding.rule,
      areaId: null,
      blockId: finding.blockId,
      state: finding.question ? "answered" : "dismissed",
      reason: "Cleared.",
      by: "",
      at: AT,
    }),
  );
  expect(kinds(answers)).toEqual([]);
});

test("open comments are told with their words; settled ones and answers are not", () => {
  const comment = (fields: object) =>
    Comment.parse({
      answers: null,
      blockId: null,
      quote: "",
      offset: 0,
      text: "Is this so?",
      by: "Ann",
      at: AT,
      resolved: null,
      ...fields,
    });
  const comments = [
    comment({ id: "c1" }),
    comment({ id: "c2", answers: "c1", text: "Yes." }),
    comment({ id: "c3", resolved: { by: "Ann", at: AT } }),
  ];
  expect(itemsOf([], { comments })).toMatchObject([
    { kind: "comment", commentId: "c1", message: "Ann says: “Is this so?” Answer and resolve the comment." },
  ]);
});

test("sections are asked for by the framework; a heading by another of its names is one", () => {
  const ilacs = framework("ilacs-2023");
  const titles = (blocks: readonly Block[]): string[] =>
    missingSections(blocks, ilacs).map(({ title }) => title);
  expect(titles([])).toContain("What needs to improve");
  const heading = block({ kind: "heading", level: 1, text: "What needs to improve?" });
  expect(titles([heading])).not.toContain("What needs to improve");
  // Nothing but its own name asks for this one, and published reports leave it out.
  expect(titles([])).not.toContain("About this inspection");
  const area = ilacs.areas.find(({ kind }) => kind === "graded")!;
  expect(titles([])).toContain(area.title);
  expect(titles([paragraph("Help is timely.", { areaIds: [area.id] })])).not.toContain(area.title);
});
