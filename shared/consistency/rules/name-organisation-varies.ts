import { namesOf, type Name } from "#shared/consistency/analysis/names.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { matchesOf } from "#shared/consistency/analysis/triggers.ts";
import { stem } from "#shared/consistency/analysis/words.ts";
import { gather, type Gathered } from "#shared/consistency/gather.ts";
import { defineRule, type RawFinding } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** Kinds of body and what they are for; a name of nothing else may be meant of any of its kind. */
const GENERIC = new Set(
  "local safeguarding child children young people adult adults family families care health wellbeing well-being primary trust nhs foundation board council service partnership clinical commissioning group mental community youth offending team national strategic authority court support advisory joint integrated social city county borough district metropolitan unitary police crime improvement scrutiny overview corporate parenting education learning skill"
    .split(" ")
    .map((word) => word.replace(/s$/, "")),
);
/** “contact, referral and assessment teams”: three things in a row that name a service. */
const LISTED = /, (\p{Ll}+) and (\p{Ll}+) (?:service|team|centre|panel|unit|hub)s?(?![\p{L}-])/gu;
const mayBeListed = wordSign(/^(?:service|team|centre|panel|unit|hub)s?(?![a-z-])/);
const FIRST = /(?<![\p{L}-])\p{Ll}+$/u;

export const nameOrganisationVaries = defineRule({
  id: "name/organisation-varies",
  number: 37,
  severity: "warning",
  mode: "deterministic",
  title: "One body goes by two names",
  why: "A reader cannot know whether two names are one body; an action may be given to one that does not exist.",
  remedy: "Use the body’s own name throughout, with one abbreviation.",
  source: "Ofsted house style: names of organisations as they write them",
  guards: [
    "Names are compared without joining words, apostrophes and plurals; a plural (“safeguarding children boards”) is another name only of a trust.",
    "Names inside quotations are left alone.",
    "Each body is reported once a fault, at the rarer name.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "The Cornwall & Isles of Scilly Primary Care Trust is new.",
          "The Cornwall and the Isles of Scilly Primary Care Trust leads.",
        ],
      },
      { lines: ["Plymouth Hospital NHS Trusts serves all.", "Plymouth Hospital NHS Trust is near."] },
      {
        lines: ["The Truro Primary Care Trust (TPCT) is new.", "The Truro Primary Care Trust (PCT) leads."],
      },
      { lines: ["NHS Truro agreed.", "The Truro Primary Care Trust leads."] },
      {
        lines: [
          "Careers South West (formerly Devon Connexions) is new.",
          "Careers South West (formerly Connexions) helps.",
        ],
      },
      {
        lines: [
          "The contact, assessment and referral centres were seen.",
          "The contact, referral and assessment teams are new.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "The Truro Safeguarding Children Board met.",
          "The Truro Safeguarding Children Board agreed.",
        ],
      },
      { lines: ["The Local Safeguarding Children Board met.", "Local Safeguarding Children Boards differ."] },
      { lines: ["The Truro Primary Care Trust leads.", "Plymouth Hospitals NHS Trust is near."] },
      { lines: ["The Truro Primary Care Trust (PCT) leads.", "The Exeter Primary Care Trust (PCT) helps."] },
    ],
  },
  over: "report",
  reads: () => [namesIn, listedIn],
  *check(report) {
    const byKey = Map.groupBy(gather(report, namesIn), ({ fact }) => fact.key);
    for (const found of byKey.values()) {
      yield* differingForms(found);
      yield* differingAbbreviations(found);
      yield* differingFormer(found);
    }
    yield* commissioners(byKey);
    const lists = Map.groupBy(gather(report, listedIn), ({ fact }) => fact.key);
    for (const found of lists.values()) yield* differingOrder(found);
  },
});

const namesIn = (view: BlockView): readonly Name[] => {
  const { kind } = view.block;
  if (kind === "table" || kind === "quotation") return [];
  return namesOf(view.analysis).filter(({ key }) => !key.startsWith("head "));
};

const isGeneric = (key: string): boolean =>
  key.split(" ").every((word) => GENERIC.has(word.replace(/s$/, "")));
/** As written, but for what no reader sees as another name. */
const formOf = (name: Name): string => {
  const form = name.text.replaceAll("'", "’").replace(/,/g, "").toLowerCase();
  return isGeneric(name.key) || !/trusts?$/.test(form) ? form.replace(/s$/, "") : form;
};
const where = (view: BlockView): string => (view.paragraph === null ? "" : ` (paragraph ${view.paragraph})`);
const placeOf = ({ view, fact }: Gathered<{ readonly start: number; readonly end: number }>) => ({
  areaId: view.areaIds[0] ?? null,
  blockId: view.id,
  span: [fact.start, fact.end] as const,
});

function* differingForms(found: readonly Gathered<Name>[]): Generator<RawFinding> {
  const forms = Map.groupBy(found, ({ fact }) => formOf(fact));
  if (forms.size < 2) return;
  const [usual, ...others] = [...forms.values()].toSorted((a, b) => b.length - a.length);
  const rare = others.at(-1)![0]!;
  yield {
    ...placeOf(rare),
    key: `form ${rare.fact.key}`,
    message: `“${rare.fact.text}” here, “${usual![0]!.fact.text}”${where(usual![0]!.view)} elsewhere. Write the name of one body in one way.`,
  };
}

function* differingAbbreviations(found: readonly Gathered<Name>[]): Generator<RawFinding> {
  const [first, ...others] = found.filter(({ fact }) => fact.abbreviation !== null);
  const other = others.find(({ fact }) => fact.abbreviation !== first!.fact.abbreviation);
  if (!first || !other) return;
  yield {
    ...placeOf(other),
    key: `abbreviation ${other.fact.key}`,
    message: `“${other.fact.text}” is abbreviated “${other.fact.abbreviation}” here and “${first.fact.abbreviation}” elsewhere${where(first.view)}. Give it one abbreviation.`,
  };
}

function* differingFormer(found: readonly Gathered<Name>[]): Generator<RawFinding> {
  const [first, ...others] = found.filter(({ fact }) => fact.formerly !== null);
  const other = others.find(({ fact }) => fact.formerly !== first!.fact.formerly);
  if (!first || !other) return;
  yield {
    ...placeOf(other),
    key: `formerly ${other.fact.key}`,
    message: `“${other.fact.text}” was formerly “${other.fact.formerly}” here and “${first.fact.formerly}” elsewhere${where(first.view)}. Settle which it was.`,
  };
}

const COMMISSIONER = /^(.+) (?:primary care trust|pct|clinical commissioning group|integrated care board)$/;

/** “NHS Cornwall” is what the Cornwall Primary Care Trust calls itself. */
function* commissioners(byKey: ReadonlyMap<string, readonly Gathered<Name>[]>): Generator<RawFinding> {
  for (const [key, found] of byKey) {
    const place = COMMISSIONER.exec(key)?.[1];
    const other = place === undefined ? undefined : byKey.get(`nhs ${place}`);
    if (!other) continue;
    yield {
      ...placeOf(other[0]!),
      key: `nhs ${place}`,
      message: `“${other[0]!.fact.text}” looks like another name of “${found[0]!.fact.text}”${where(found[0]!.view)}. Use one name, or say how they differ.`,
    };
  }
}

interface Listed {
  readonly key: string;
  readonly order: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const listedOf = perText((analysis): readonly Listed[] => {
  const found: Listed[] = [];
  if (!mayBeListed(analysis)) return found;
  const { text } = analysis;
  for (const match of matchesOf(LISTED, text)) {
    const first = FIRST.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[0];
    if (first === undefined) continue;
    const parts = [first, match[1]!, match[2]!].map((word) => stem(word));
    const start = match.index - first.length;
    const end = match.index + match[0].length;
    const key = parts.toSorted().join(" ");
    found.push({ key, order: parts.join(" "), text: text.slice(start, end), start, end });
  }
  return found;
});
const listedIn = (view: BlockView): readonly Listed[] => listedOf(view.analysis);

function* differingOrder(found: readonly Gathered<Listed>[]): Generator<RawFinding> {
  const other = found.find(({ fact }) => fact.order !== found.at(-1)!.fact.order);
  if (!other) return;
  const names = [
    ...new Set(
      found.filter((each) => each !== other).map(({ fact, view }) => `“${fact.text}”${where(view)}`),
    ),
  ];
  yield {
    ...placeOf(other),
    key: `list ${other.fact.key}`,
    message: `“${other.fact.text}” here, ${names.slice(0, 3).join(", ")} elsewhere: they look like names of one service. Use one.`,
  };
}
