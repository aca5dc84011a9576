import { expect, test } from "vitest";
import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";
import { backingOf } from "#shared/consistency/backing.ts";
import { sketch, sketchReport, sketchFramework, type Sketched } from "#shared/consistency/sketch.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { AreaId, EvidenceId } from "#shared/domain/ids.ts";

const help = AreaId.parse("help");
const backing = (sketched: Sketched) => {
  const snapshot = sketch(sketched);
  return backingOf(snapshot, snapshot.areaById.get(help)!);
};

test("statements for and against, with their words and place", () => {
  const found = backing({
    grades: { help: "good" },
    lines: ["help: Visits are timely and effective. Recording is not consistent. The board meets monthly."],
  });
  expect(found.supports.map(({ quote, polarity, because }) => [quote, polarity, because])).toEqual([
    ["Visits are timely and effective.", "strength", ["timely", "effective"]],
  ]);
  expect(found.opposes).toEqual([
    {
      blockId: "b0",
      paragraph: 1,
      quote: "Recording is not consistent.",
      span: [33, 61],
      polarity: "weakness",
      because: ["not consistent"],
      statesGrade: false,
      answeredBy: null,
    },
  ]);
  expect(found.summary).toBe(
    "One strength and one weakness are stated, too few to weigh; no evidence is tied.",
  );
});

test("under a low grade weaknesses carry it", () => {
  const found = backing({
    grades: { help: "inadequate" },
    lines: ["help: Recording is poor. Visits are timely."],
  });
  expect([found.supports.length, found.opposes.length]).toEqual([1, 1]);
  expect(found.supports[0]!.quote).toBe("Recording is poor.");
});

test("a sentence in scale words counts by its grade, not its tone", () => {
  const line = "help: The quality of help and protection requires improvement.";
  expect(backing({ grades: { help: "requires-improvement" }, lines: [line] }).supports).toHaveLength(1);
  expect(backing({ grades: { help: "inadequate" }, lines: [line] }).opposes).toHaveLength(1);
});

test("evidence cited in the text or tied to a block stands behind the area, each item once", () => {
  const item = (id: string, reference: string, kind: Evidence["kind"]) =>
    Evidence.parse({ id, reference, kind, title: id, date: null });
  const report = sketchReport({
    grades: { help: "good" },
    lines: ["help: Visits are timely."],
    evidence: [
      item("e2", "E-002", "survey"),
      item("e1", "E-001", "interview"),
      item("e3", "E-003", "survey"),
    ],
  });
  const block = report.blocks[0]!;
  const blocks = [
    {
      ...block,
      evidenceIds: [EvidenceId.parse("e1")],
      inlines: [
        ...block.inlines,
        ...["e2", "e1"].map((id) => ({ kind: "evidence" as const, evidenceId: EvidenceId.parse(id) })),
      ],
    },
  ];
  const snapshot = buildSnapshot({ ...report, blocks }, sketchFramework);
  const found = backingOf(snapshot, snapshot.areaById.get(help)!);
  expect(found.evidence.map(({ reference }) => reference)).toEqual(["E-001", "E-002"]);
  expect(found.summary).toBe(
    "One strength and no weaknesses is stated, too few to weigh; two pieces of evidence of two kinds stand behind it.",
  );
});

test.each([
  [{ grades: { help: "good" } }, "No paragraph is tied to this area; no evidence is tied."],
  [
    { grades: { help: "good" }, lines: ["help: The board meets monthly."] },
    "No sentence speaks of strength or weakness; no evidence is tied.",
  ],
  [
    { lines: ["help: Visits are timely."] },
    "One strength and no weaknesses is stated, and no grade is given; no evidence is tied.",
  ],
])("says it in one sentence: %#", (sketched, expected) => expect(backing(sketched).summary).toBe(expected));

test("the share of statements that rest on a single source", () => {
  const item = (id: string, reference: string, kind: Evidence["kind"]) =>
    Evidence.parse({ id, reference, kind, title: id, date: null });
  const report = sketchReport({
    grades: { help: "good" },
    lines: [
      "help: Visits are timely. Plans are clear.",
      "help: Referrals are prompt.",
      "help: Reviews are thorough.",
      "help: Records are poor.",
    ],
    evidence: [
      item("e1", "E-001", "survey"),
      item("e2", "E-002", "survey"),
      item("e3", "E-003", "case-file"),
    ],
  });
  const tied = [["e1"], ["e1", "e2"], ["e1", "e3"], []];
  const blocks = report.blocks.map((block, index) => ({
    ...block,
    evidenceIds: tied[index]!.map((id) => EvidenceId.parse(id)),
  }));
  const snapshot = buildSnapshot({ ...report, blocks }, sketchFramework);
  // One item; two of one kind; two kinds; none.
  expect(backingOf(snapshot, snapshot.areaById.get(help)!).singleSource).toBe(3 / 5);
});

test("without evidence there is no share of single sources to speak of", () => {
  expect(backing({ grades: { help: "good" }, lines: ["help: Visits are timely."] }).singleSource).toBeNull();
});

test("a weakness is answered by the recommendation that speaks of it", () => {
  const found = backing({
    grades: { help: "inadequate" },
    lines: [
      "help: The quality of help and protection is inadequate. Core group attendance is poor. Supervision is weak.",
      "! now: Ensure core group attendance is recorded.",
      "! now: Ensure homes are inspected.",
    ],
  });
  expect(found.supports.map(({ quote, answeredBy }) => [quote, answeredBy])).toEqual([
    ["The quality of help and protection is inadequate.", null],
    ["Core group attendance is poor.", "b1"],
    ["Supervision is weak.", null],
  ]);
  expect(found.unanswered.map(({ quote }) => quote)).toEqual(["Supervision is weak."]);
});

test("what the narrative reads like, with the places of the sentences that make it so", () => {
  const read = (line: string, model: typeof sketchModel | null = sketchModel) => {
    const report = sketchReport({ grades: { help: "good" }, lines: [line] });
    const snapshot = buildSnapshot(report, sketchFramework, null, model);
    return backingOf(snapshot, snapshot.areaById.get(help)!);
  };
  const { readsLike, wordsToRead } = read("help: Some plans drift. Many other visits come late.");
  expect(wordsToRead).toBe(6);
  expect(readsLike!.readsLike).toBe("inadequate");
  expect(readsLike!.because.map(({ quote, span }) => [quote, span])).toEqual([
    ["Some plans drift.", [0, 17]],
    ["Many other visits come late.", [18, 46]],
  ]);
  expect(read("help: Some plans drift.")).toMatchObject({ readsLike: null, wordsToRead: 6 });
  expect(read("help: Some plans drift. Many visits come late.", null)).toMatchObject({
    readsLike: null,
    wordsToRead: null,
  });
});

test("a recommendation tied to the paragraph answers by a single word, and before a nearer one", () => {
  const report = sketchReport({
    grades: { help: "inadequate" },
    lines: [
      "help: Core group attendance is poor.",
      "! now: Ensure attendance of partner agencies at strategy discussions.",
      "! now: Ensure core group attendance is recorded.",
    ],
  });
  const [narrative, tied, near] = report.blocks;
  const blocks = [narrative!, { ...tied!, justifiedBy: [narrative!.id] } as typeof tied & {}, near!];
  const snapshot = buildSnapshot({ ...report, blocks }, sketchFramework);
  expect(backingOf(snapshot, snapshot.areaById.get(help)!).supports[0]!.answeredBy).toBe("b1");
});

test("a recommendation that names the matter answers, however much else the sentence says", () => {
  const found = backing({
    grades: { help: "inadequate" },
    lines: [
      "help: Access to CAMHS is inadequate across the county, and families in its northern towns wait while rural bus routes close.",
      "help: Supervision is praised by staff, but adaptations of homes are poor.",
      "! now: Complete the agreed arrangements for CAMHS so that every school refers by one route.",
      "! now: Make supervision more frequent in every one of the teams that hold complex work.",
    ],
  });
  expect(found.supports.map(({ answeredBy }) => answeredBy)).toEqual(["b2", null]);
});

test("two rare words answer where many common ones do not", () => {
  const common = Array.from(
    { length: 40 },
    (_, k) => `help: Staff know family number ${k} and visit children at home.`,
  );
  const found = backing({
    grades: { help: "inadequate" },
    lines: [
      ...common,
      "help: Staff know families at home and visit them, yet the vetting and barring of drivers, escorts, cooks and caretakers is inadequate.",
      "help: Staff know families at home, yet drivers, escorts, cooks and caretakers are poorly trained.",
      "! now: Hold one database of vetting, barring, references, identity, qualifications, training, renewal and expiry.",
      "! now: Visit family homes with notice, interpreters, documents, leaflets, toys, snacks and a second worker.",
    ],
  });
  expect(found.supports.map(({ answeredBy }) => answeredBy)).toEqual(["b42", null]);
});
