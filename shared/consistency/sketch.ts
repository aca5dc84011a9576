import type { AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";
import { plain, type Block, type Inline } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Figure } from "#shared/domain/figure.ts";
import type { Area, Framework, LimitingRule } from "#shared/domain/framework.ts";
import { AreaId, BlockId, FigureId, FrameworkId, GradeId, TimescaleId } from "#shared/domain/ids.ts";

const area = (id: string, title: string, rest: Partial<Area> = {}): Area => ({
  id: AreaId.parse(id),
  title,
  parent: null,
  kind: "graded",
  overall: false,
  headings: [],
  rows: [],
  topics: [],
  cues: [],
  ...rest,
});
const leadership = AreaId.parse("leadership");
const grade = (id: string, number: number, label: string, aliases: string[] = []) => ({
  id: GradeId.parse(id),
  number,
  label,
  aliases,
  meaning: "",
});

const limit = (
  id: string,
  strength: LimitingRule["strength"],
  {
    ifAreas,
    ifGrade,
    thenGrade,
    atLeast = 1,
  }: { ifAreas: string[]; ifGrade: string; thenGrade: string; atLeast?: number },
): LimitingRule => ({
  id,
  strength,
  ifAreas: ifAreas.map((each) => AreaId.parse(each)),
  ifGrade: GradeId.parse(ifGrade),
  atLeast,
  thenAreas: [AreaId.parse("overall")],
  thenGrade: GradeId.parse(thenGrade),
  text: "A limit of the sketch.",
  source: "None",
});

/** A framework small enough to hold in the head. Never offered to an author. */
export const sketchFramework: Framework = {
  format: "plumbline-framework",
  version: 1,
  id: FrameworkId.parse("sketch"),
  family: "sketch",
  edition: "1",
  title: "Sketch",
  inspectorate: "None",
  source: "None",
  verified: false,
  validFrom: null,
  validTo: null,
  recognisedBy: [],
  grades: [
    grade("inadequate", 4, "Inadequate"),
    grade("requires-improvement", 3, "Requires improvement", ["requires improvement to be good"]),
    grade("good", 2, "Good"),
    grade("outstanding", 1, "Outstanding"),
  ],
  areas: [
    area("overall", "Overall effectiveness", { overall: true }),
    area("help", "The experiences and progress of children who need help and protection", {
      topics: ["help and protection"],
    }),
    area("leadership", "Leadership and management", { headings: ["Leaders and managers"] }),
    area("partnerships", "Partnerships", { parent: leadership, topics: ["partnership working"] }),
    area("evaluation", "Evaluation, including quality assurance and workforce development", {
      parent: leadership,
      topics: ["quality assurance", "workforce development"],
    }),
    area("money", "Value for money", { parent: leadership }),
  ],
  timescales: [
    { id: TimescaleId.parse("now"), label: "Immediately", days: 0 },
    { id: TimescaleId.parse("soon"), label: "Within three months", days: 91 },
    { id: TimescaleId.parse("later"), label: "Within six months", days: 182 },
  ],
  rules: [
    limit("help-bounds-overall", "always", {
      ifAreas: ["help"],
      ifGrade: "inadequate",
      thenGrade: "inadequate",
    }),
    limit("leaders-bound-overall", "likely", {
      ifAreas: ["leadership"],
      ifGrade: "inadequate",
      thenGrade: "inadequate",
    }),
    limit("two-below-good", "advisory", {
      ifAreas: ["help", "leadership"],
      ifGrade: "requires-improvement",
      atLeast: 2,
      thenGrade: "requires-improvement",
    }),
  ],
  proportionWords: [
    { word: "almost all", fromPercent: 90, toPercent: 100 },
    { word: "most", fromPercent: 75, toPercent: 90 },
    { word: "majority", fromPercent: 50, toPercent: 74 },
    { word: "few", fromPercent: 0, toPercent: 15 },
  ],
  evidenceKinds: [],
  sections: [],
  recordOfFindings: { title: "Record of main findings" },
  skeleton: [],
  questions: [],
};

export interface Sketched {
  /** Area id → grade id, or null for “not judged yet”. */
  readonly grades?: Readonly<Record<string, string | null>>;
  /** Area id → the wording of its row in the table of grades. */
  readonly rows?: Readonly<Record<string, string>>;
  /** Area id → the reason recorded with its grade. */
  readonly rationales?: Readonly<Record<string, string>>;
  readonly evidence?: readonly Evidence[];
  readonly figures?: readonly Figure[];
  /**
   * One block a line, with ids b0, b1 …:
   * `help: text` a numbered paragraph tied to an area (`help+overall:` to two); `text` an untied one;
   * `- help: text` a bullet; `> help: text` a quotation; `! now: text` a recommendation (`! text` without timescale);
   * `# leadership [Grade 4 (Inadequate)] text` a heading, with the grade as printed beside it, `## text` one below;
   * `~ text` a paragraph without number; `| a | b / c | d` a table without header, of two rows. In narrative
   * `{f1|469}` cites the figure f1.
   */
  readonly lines?: readonly string[];
  /** The day the inspection ended: 2009-09-30. */
  readonly inspected?: string;
  readonly framework?: Framework | null;
  readonly model?: AlignmentModel;
}

/** A whole report in one line, for the examples of rules and for tests. */
export const sketch = (sketched: Sketched): Snapshot =>
  buildSnapshot(
    sketchReport(sketched),
    sketched.framework === undefined ? sketchFramework : sketched.framework,
    null,
    sketched.model ?? null,
  );

/** The report a sketch is built from, for tests that edit it. */
export function sketchReport(sketched: Sketched) {
  const framework = sketched.framework ?? sketchFramework;
  const judged = new Set([...Object.keys(sketched.grades ?? {}), ...Object.keys(sketched.rows ?? {})]);
  return {
    title: "Sketch",
    inspectionDate: sketched.inspected ?? null,
    evidence: [...(sketched.evidence ?? [])],
    figures: [...(sketched.figures ?? [])],
    judgements: [...judged].map((id) => ({
      areaId: AreaId.parse(id),
      gradeId: (sketched.grades?.[id] ?? null) === null ? null : GradeId.parse(sketched.grades![id]),
      rationale: sketched.rationales?.[id] ?? "",
      rowText: sketched.rows?.[id] ?? null,
    })),
    blocks: (sketched.lines ?? []).map((line, index) => blockOf(line, index, framework)),
  };
}

function blockOf(line: string, index: number, framework: Framework): Block {
  const mark = /^(?:[-!>~|]|#{1,3}) /.exec(line)?.[0] ?? "";
  const rest = line.slice(mark.length);
  const id = BlockId.parse(`b${index}`);
  if (mark.startsWith("#")) {
    const [, areaId, wording, text] = /^([\w.-]+)? ?(?:\[([^\]]*)\] )?(.*)$/.exec(rest)!;
    const known = framework.areas.some((each) => each.id === areaId);
    return {
      kind: "heading",
      id,
      inlines: plain(known ? text! : rest),
      areaIds: known ? [AreaId.parse(areaId)] : [],
      evidenceIds: [],
      bearings: {},
      level: mark.length,
      graded: wording !== undefined,
      printedGrade: wording === undefined ? null : { wording, gradeId: gradeIn(wording, framework) },
    };
  }
  const [prefix, text] = prefixed(rest, framework);
  const tied = {
    id,
    inlines: cited(text),
    areaIds: prefix.map((each) => AreaId.parse(each)),
    evidenceIds: [],
    bearings: {},
  };
  if (mark === "! ") {
    const timescale = framework.timescales.find((each) => rest.startsWith(`${each.id}: `));
    return {
      kind: "recommendation",
      ...tied,
      areaIds: [],
      inlines: plain(timescale ? rest.slice(timescale.id.length + 2) : rest),
      timescaleId: timescale?.id ?? null,
      justifiedBy: [],
    };
  }
  if (mark === "| ")
    return {
      kind: "table",
      id,
      inlines: [],
      areaIds: [],
      evidenceIds: [],
      bearings: {},
      header: false,
      rows: rowsOf(rest),
    };
  if (mark === "~ ") return { kind: "paragraph", ...tied, numbered: false };
  if (mark === "- ") return { kind: "bullet", ...tied, level: 1 };
  if (mark === "> ") return { kind: "quotation", ...tied, speaker: "other" };
  return { kind: "paragraph", ...tied, numbered: true };
}

/** Every second part is a figure: its id, a bar, its words. */
const cited = (text: string): Inline[] =>
  text.split(/\{([^|{}]+\|[^{}]*)\}/).flatMap((part, index) => {
    const [id, words] = part.split("|");
    return index % 2 === 0
      ? plain(part)
      : [{ kind: "figure" as const, figureId: FigureId.parse(id), text: words! }];
  });

const rowsOf = (text: string): string[][] => text.split(" / ").map((row) => row.split(" | "));

function prefixed(text: string, framework: Framework): [string[], string] {
  const colon = text.indexOf(": ");
  const ids = colon < 0 ? [] : text.slice(0, colon).split("+");
  const known = ids.length > 0 && ids.every((id) => framework.areas.some((each) => each.id === id));
  return known ? [ids, text.slice(colon + 2)] : [[], text];
}

function gradeIn(wording: string, framework: Framework): GradeId {
  const lower = wording.toLowerCase();
  const found = framework.grades.find((each) => lower.includes(each.label.toLowerCase()));
  if (!found) throw new Error(`No grade in “${wording}”`);
  return found.id;
}
