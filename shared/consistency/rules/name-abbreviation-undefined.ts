import type { Definition, Use } from "#shared/consistency/analysis/abbreviations.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { matchesOf } from "#shared/consistency/analysis/triggers.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule, type RawFinding } from "#shared/consistency/rule.ts";
import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";

/** Better known by their letters than by their names; a definition would help nobody. */
const HOUSEHOLD = new Set(
  "NHS UK EU UN US USA MP BBC HIV AIDS TV IT ID DVD DNA PDF COVID OFSTED HM CEO PC GP AGM SMART LGBT LGBTQ CCTV".split(
    " ",
  ),
);
/** Known to those who write and read these reports; used once, the letters in brackets help them. */
const TRADE = new Set(
  "MASH CAMHS IRO IROS LADO PEP PEPS PA PAS DCS LSCB MARAC MAPPA UASC EET NEET CSE PLO SGO SCR JSNA CIN CP EHCP EHC YOT YOS ASYE IFA CCG JTAI EDT FGC SDQ LAC CLA CICC NRM PPA".split(
    " ",
  ),
);
/** Services and projects are named by such words in capitals, which stand for nothing else. */
const WORD_NAMES = new Set(
  "PAUSE THRIVE CAN SHINE HOPE FIT EXIT MIND OK BLAST BIT CATCH REACH BRIDGE SAFE STEP STEPS CHANGE CHOICE IMPACT INSIGHT INSPIRE ASPIRE EMPOWER FUTURE FUTURES HORIZON MOSAIC NEST OPEN PATH PATHWAYS PHOENIX RISE SPACE SPARK START STAR TALK TRUST VOICE VOICES YES NO NOT".split(
    " ",
  ),
);
/** Known to readers in England; a definition is a courtesy to others. */
const FAMILIAR = new Set("GCSE SEN SEND HMI DFE A&E QC KC NVQ BTEC ICT CAFCASS ADHD NSPCC".split(" "));

export const nameAbbreviationUndefined = defineRule({
  id: "name/abbreviation-undefined",
  number: 38,
  severity: "advice",
  mode: "deterministic",
  title: "An abbreviation is not defined, or not defined once and before use",
  why: "Parents and young people read these reports; letters that nobody explains shut them out.",
  remedy: "Give the name in full with the abbreviation in brackets at its first use, and only there.",
  source: "Ofsted house style: spell out at first mention",
  guards: [
    `${[...HOUSEHOLD].slice(0, 4).join(", ")} and other household abbreviations are left alone; ${[...FAMILIAR].slice(0, 3).join(", ")} and the like are advice.`,
    "“ABC, the substance misuse service,” explains as well as brackets do.",
    "Words in capitals by which services are named (PAUSE, HOPE) stand for nothing; “PEPS” is “PEPs”.",
    "Letters that the trade knows (MASH, CAMHS) may be given once and not used again; a second definition is advice.",
    "The cover and the imprint are left out, and so are letters with digits (postcodes).",
    "Each abbreviation is reported once a fault; those that are never used again in one finding.",
    "The summary and a heading may give a name in full that the narrative gives again.",
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
      { lines: ["Personal education plans (PEPs) are late. PEPs matter. The quality of PEPS is low."] },
      { lines: ["The PAUSE project and the HOPE service help families."] },
      { lines: ["The multi-agency safeguarding hub (MASH) is quick."] },
      { lines: ["Child and Adolescent Mental Health Services (CAMHS) are slow. CAMHS has a waiting list."] },
      { lines: ["YZUP, the substance misuse service, is stretched. YZUP helps."] },
      { lines: ["The NHS in the UK. Key Stages II and IV."] },
      { lines: ["Independent reviewing officers (IROs) are busy. The IRO’s role is clear."] },
    ],
  },
  over: "report",
  reads: () => [bodyIn, marksIn, namedIn],
  *check(report) {
    const definitions = new Map<string, Found<Definition>[]>();
    const uses = new Map<string, Found<Use>[]>();
    const shaped = gather(report, bodyIn).next().done !== true;
    for (const { view, fact } of gather(report, marksIn)) {
      const { mark } = fact;
      // The cover and the imprint name people and addresses; nobody reads them for the first time there.
      if (fact.defined) add(definitions, fact.mark, view);
      else if (!shaped || isBody(view)) add(uses, mark, view);
    }
    for (const [abbreviation, found] of uses) {
      if (definitions.has(abbreviation) || HOUSEHOLD.has(abbreviation)) continue;
      if (WORD_NAMES.has(abbreviation) || hasAnotherCase(abbreviation, definitions)) continue;
      const familiar = FAMILIAR.has(abbreviation.toUpperCase());
      yield {
        ...at(found[0]!),
        key: abbreviation,
        ...(familiar ? { severity: "advice" as const } : {}),
        message: `“${abbreviation}” is never defined${familiar ? ", though most readers in England know it" : ""}. Give the full name at its first use.`,
      };
    }
    const unused: Found<Definition>[] = [];
    for (const [abbreviation, defined] of definitions) {
      yield* judgeDefined(abbreviation, defined, uses.get(abbreviation) ?? []);
      const body = shaped ? defined.filter(({ view }) => isBody(view)) : defined;
      if (body.length === 1 && !uses.has(abbreviation) && !TRADE.has(abbreviation.toUpperCase()))
        unused.push(body[0]!);
    }
    if (unused.length > 0) yield neverUsed(unused);
    yield* variantsOf(
      report,
      [...definitions.values()].map((defined) => defined[0]!),
    );
  },
});

interface Found<T> {
  readonly mark: T;
  readonly view: BlockView;
}

type Mark =
  { readonly defined: true; readonly mark: Definition } | { readonly defined: false; readonly mark: Use };

function marksIn({ block, analysis }: BlockView): readonly Mark[] {
  if (block.kind === "table") return [];
  const { definitions, uses } = analysis.abbreviations;
  return [
    ...definitions.map((mark) => ({ defined: true, mark }) as const),
    ...uses.map((mark) => ({ defined: false, mark }) as const),
  ];
}

/** “PEPS” where “PEPs” is defined: a slip of the keys, not a second name. */
const hasAnotherCase = (abbreviation: string, known: ReadonlyMap<string, unknown>): boolean =>
  known.has(abbreviation.replace(/S$/, "")) ||
  [...known.keys()].some((each) => each.toUpperCase() === abbreviation.toUpperCase());

const isBody = (view: BlockView): boolean => view.paragraph !== null || view.areaIds.length > 0;
const bodyIn = (view: BlockView): readonly true[] => (isBody(view) ? [true] : []);

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
  abbreviation: string,
  defined: readonly Found<Definition>[],
  uses: readonly Found<Use>[],
): Generator<RawFinding> {
  const first = defined[0]!;
  const narrative = defined.filter(({ view }) => view.block.kind !== "heading" && view.paragraph !== null);
  const [once, again] = narrative.length > 1 || isNumbered(first) ? narrative : defined;
  if (once && again && isNumbered(once) === isNumbered(again)) {
    yield {
      ...at(again),
      severity: "advice",
      key: `${abbreviation} again`,
      message: `“${abbreviation}” is already defined ${where(once.view)}. Use the abbreviation alone here.`,
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
}

const isNumbered = ({ view }: Found<Definition>): boolean =>
  view.block.kind !== "heading" && view.paragraph !== null;

/** More are counted, not listed. */
const LISTED = 5;

function neverUsed(unused: readonly Found<Definition>[]): RawFinding {
  const [first] = unused as [Found<Definition>];
  const said = ({ mark, view }: Found<Definition>): string =>
    `“${mark.abbreviation}”${view.paragraph === null ? "" : ` (paragraph ${view.paragraph})`}`;
  const more = unused.length > LISTED ? ` and ${unused.length - LISTED} more` : "";
  return {
    ...at(first),
    key: "unused",
    severity: "advice",
    message: `Defined but never used again: ${unused.slice(0, LISTED).map(said).join(", ")}${more}. Leave the abbreviation out, unless readers know the letters better.`,
  };
}

/** Fewer words than this make names that many things share. */
const LONG_NAME = 5;
/** What a name may end in instead of its own last words. */
const KIND =
  / (?:team|service|board|panel|group|partnership|forum|unit|hub|project|programme|network)s?(?![\p{L}’'-])/giu;
const mayBeNamed = wordSign(
  /^(?:team|service|board|panel|group|partnership|forum|unit|hub|project|programme|network)s?(?![a-z])/,
);
const LONGEST = 80;

interface Named {
  /** The words before the kind, lower case, as far as a name can be long. */
  readonly before: string;
  readonly end: number;
}

const namedOf = perText((analysis): readonly Named[] => {
  if (!mayBeNamed(analysis)) return [];
  const { text } = analysis;
  return matchesOf(KIND, text).map((match) => ({
    before: text.slice(Math.max(0, match.index - LONGEST), match.index).toLowerCase(),
    end: match.index + match[0].length,
  }));
});
const namedIn = ({ block, analysis }: BlockView): readonly Named[] =>
  block.kind === "table" ? [] : namedOf(analysis);
const lastWord = (text: string): string => text.slice(text.lastIndexOf(" ") + 1);

/** “children in care education team” once “Children in Care Education Support Service (CICESS)” is defined. */
function* variantsOf(report: Snapshot, defined: readonly Found<Definition>[]): Generator<RawFinding> {
  const long = new Map<string, (Found<Definition> & { stemmed: string; full: string })[]>();
  for (const { mark, view } of defined) {
    const words = mark.name.replace(/^the /i, "").toLowerCase().split(" ");
    if (words.length < LONG_NAME) continue;
    const stemmed = words.slice(0, -2).join(" ");
    const known = long.get(lastWord(stemmed)) ?? [];
    long.set(lastWord(stemmed), [...known, { mark, view, stemmed, full: words.join(" ") }]);
  }
  if (long.size === 0) return;
  const told = new Set<string>();
  for (const { view, fact } of gather(report, namedIn)) {
    for (const name of long.get(lastWord(fact.before)) ?? []) {
      const { mark, stemmed, full } = name;
      if (view.index < name.view.index || told.has(full) || !fact.before.endsWith(stemmed)) continue;
      const start = view.text.toLowerCase().lastIndexOf(stemmed, fact.end);
      const found = view.text.slice(start, fact.end);
      if (full.startsWith(found.toLowerCase())) continue;
      told.add(full);
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [start, fact.end],
        key: `${mark.abbreviation} variant`,
        message: `“${found}” looks like another name for “${mark.name} (${mark.abbreviation})”. Use the abbreviation, or say that this is something else.`,
      };
    }
  }
}
