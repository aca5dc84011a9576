import type { Definition, Use } from "#shared/consistency/analysis/abbreviations.ts";
import { defineRule, type RawFinding } from "#shared/consistency/rule.ts";
import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";

/** Better known by their letters than by their names; a definition would help nobody. */
const HOUSEHOLD = new Set(
  "NHS UK EU UN US USA MP BBC HIV AIDS TV IT ID DVD DNA PDF COVID OFSTED HM CEO PC GP AGM".split(" "),
);
/** Known to readers in England; a definition is a courtesy to others. */
const FAMILIAR = new Set("GCSE SEN SEND HMI DFE A&E QC KC NVQ BTEC ICT".split(" "));

export const nameAbbreviationUndefined = defineRule({
  id: "name/abbreviation-undefined",
  number: 38,
  severity: "warning",
  mode: "deterministic",
  title: "An abbreviation is not defined, or not defined once and before use",
  why: "Parents and young people read these reports; letters that nobody explains shut them out.",
  remedy: "Give the name in full with the abbreviation in brackets at its first use, and only there.",
  source: "Ofsted house style: spell out at first mention",
  guards: [
    `${[...HOUSEHOLD].slice(0, 4).join(", ")} and other household abbreviations are left alone; ${[...FAMILIAR].slice(0, 3).join(", ")} and the like are advice.`,
    "“ABC, the substance misuse service,” explains as well as brackets do.",
    "The cover and the imprint are left out, and so are letters with digits (postcodes).",
    "Each abbreviation is reported once a fault.",
  ],
  examples: {
    flagged: [
      { lines: ["Referrals to CAMHS are slow."] },
      { lines: ["The Children Board (LSCB) is new.", "The Children Board (LSCB) met. The LSCB is active."] },
      { lines: ["The CAF is used.", "The common assessment framework (CAF) is used well."] },
      {
        lines: [
          "The Children in Care Education Support Service (CICESS) is new. CICESS helps. The children in care education team is small.",
        ],
      },
      { lines: ["The common assessment framework (CAF) is in use."] },
    ],
    clean: [
      { lines: ["Child and Adolescent Mental Health Services (CAMHS) are slow. CAMHS has a waiting list."] },
      { lines: ["YZUP, the substance misuse service, is stretched. YZUP helps."] },
      { lines: ["The NHS in the UK. Key Stages II and IV."] },
      { lines: ["Independent reviewing officers (IROs) are busy. The IRO’s role is clear."] },
    ],
  },
  over: "report",
  *check(report) {
    const definitions = new Map<string, Found<Definition>[]>();
    const uses = new Map<string, Found<Use>[]>();
    const shaped = report.blocks.some((view) => view.paragraph !== null || view.areaIds.length > 0);
    for (const view of report.blocks) {
      if (view.block.kind === "table") continue;
      for (const each of view.analysis.abbreviations.definitions) add(definitions, each, view);
      // The cover and the imprint name people and addresses; nobody reads them for the first time there.
      if (shaped && view.paragraph === null && view.areaIds.length === 0) continue;
      for (const each of view.analysis.abbreviations.uses) add(uses, each, view);
    }
    for (const [abbreviation, found] of uses) {
      if (definitions.has(abbreviation) || HOUSEHOLD.has(abbreviation)) continue;
      const familiar = FAMILIAR.has(abbreviation.toUpperCase());
      yield {
        ...at(found[0]!),
        key: abbreviation,
        ...(familiar ? { severity: "advice" as const } : {}),
        message: `“${abbreviation}” is never defined${familiar ? ", though most readers in England know it" : ""}. Give the full name at its first use.`,
      };
    }
    for (const [abbreviation, defined] of definitions)
      yield* judgeDefined(report, abbreviation, defined, uses.get(abbreviation) ?? []);
  },
});

interface Found<T> {
  readonly mark: T;
  readonly view: BlockView;
}

function add<T extends { abbreviation: string }>(
  to: Map<string, Found<T>[]>,
  mark: T,
  view: BlockView,
): void {
  const list = to.get(mark.abbreviation);
  if (list) list.push({ mark, view });
  else to.set(mark.abbreviation, [{ mark, view }]);
}

const at = ({ mark, view }: Found<Use>): Pick<RawFinding, "areaId" | "blockId" | "span"> => ({
  areaId: view.areaIds[0] ?? null,
  blockId: view.id,
  span: [mark.start, mark.end],
});
const where = (view: BlockView): string =>
  view.paragraph === null ? "further up" : `in paragraph ${view.paragraph}`;
const isBefore = (a: Found<Use>, b: Found<Use>): boolean =>
  a.view.index - b.view.index < 0 || (a.view.index === b.view.index && a.mark.start < b.mark.start);

function* judgeDefined(
  report: Snapshot,
  abbreviation: string,
  defined: readonly Found<Definition>[],
  uses: readonly Found<Use>[],
): Generator<RawFinding> {
  const [first, again] = defined as [Found<Definition>, Found<Definition> | undefined];
  if (again) {
    yield {
      ...at(again),
      key: `${abbreviation} again`,
      message: `“${abbreviation}” is already defined ${where(first.view)}. Use the abbreviation alone here.`,
    };
  }
  const early = uses.find((use) => isBefore(use, first));
  if (early && !HOUSEHOLD.has(abbreviation)) {
    yield {
      ...at(early),
      key: `${abbreviation} early`,
      message: `“${abbreviation}” is used here before its definition${first.view.paragraph === null ? "" : ` in paragraph ${first.view.paragraph}`}. Define it here instead.`,
    };
  }
  if (uses.length === 0 && !again) {
    yield {
      ...at(first),
      key: `${abbreviation} unused`,
      severity: "advice",
      message: `“${abbreviation}” is defined but never used again. Leave the abbreviation out.`,
    };
  }
  yield* variantsOf(report, first);
}

/** Fewer words than this make names that many things share. */
const LONG_NAME = 5;

/** “children in care education team” once “Children in Care Education Support Service (CICESS)” is defined. */
function* variantsOf(report: Snapshot, { mark, view }: Found<Definition>): Generator<RawFinding> {
  const words = mark.name.replace(/^the /i, "").split(" ");
  if (words.length < LONG_NAME) return;
  const stemmed = words.slice(0, -2).join(" ").toLowerCase();
  const full = words.join(" ").toLowerCase();
  for (const other of report.blocks) {
    if (other.index < view.index) continue;
    const text = other.text.toLowerCase();
    let from = text.indexOf(stemmed);
    while (from >= 0) {
      const rest = /^ [\p{L}’'-]+/u.exec(other.text.slice(from + stemmed.length));
      const end = from + stemmed.length + (rest?.[0].length ?? 0);
      if (rest && !text.startsWith(full, from) && !full.startsWith(text.slice(from, end))) {
        yield {
          areaId: other.areaIds[0] ?? null,
          blockId: other.id,
          span: [from, end],
          key: `${mark.abbreviation} variant`,
          message: `“${other.text.slice(from, end)}” looks like another name for “${mark.name} (${mark.abbreviation})”. Use the abbreviation, or say that this is something else.`,
        };
        return;
      }
      from = text.indexOf(stemmed, from + 1);
    }
  }
}
