import { normaliseWording, perForm, stem, wordsOf, type Word } from "#shared/consistency/analysis/words.ts";
import { perFramework } from "#shared/consistency/per-framework.ts";
import { type Area, type Framework, judgementAreas } from "#shared/domain/framework.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";

/** A wording by which an area can be meant, reduced to the words that tell it from other areas. */
export interface AreaPhrase {
  readonly areaId: AreaId;
  /** Distinct roots, neutral words left out. Never empty. */
  readonly roots: readonly string[];
  /** The wording is only a part of what the area covers: what follows “including” in its title. */
  readonly partial: boolean;
}

/** A wording of a grade, as lower-case words. */
export interface GradeWording {
  readonly gradeId: GradeId;
  readonly words: readonly string[];
  /** Stands without “is”: “services require improvement”. */
  readonly verb: boolean;
}

/** What one framework calls its grades and areas, made ready for reading text. */
export interface Lexicon {
  /** By first word; longest wording first. */
  readonly grades: ReadonlyMap<string, readonly GradeWording[]>;
  /** “inadequately” → its grade. */
  readonly adverbs: ReadonlyMap<string, GradeId>;
  /** With which of these a statement of a grade may begin: the first words of grades, and the adverbs. */
  readonly gradeWords: ReadonlySet<string>;
  readonly phrases: readonly AreaPhrase[];
  /** Roots by which a sentence names the tree rather than the area: “safeguarding services”. */
  readonly treeRoots: ReadonlyMap<AreaId, readonly string[]>;
  /** The group at the root of an area’s tree; null where areas stand under no group. */
  readonly treeOf: ReadonlyMap<AreaId, AreaId | null>;
  /** The area that sums up a tree. */
  readonly overallOf: ReadonlyMap<AreaId | null, AreaId>;
  /** Roots that say nothing here: groups and wholes that the framework has no area for. */
  readonly quietRoots: ReadonlySet<string>;
  /** Of those, the ones that leave a phrase generic: “the overall effectiveness of safeguarding”. */
  readonly wholeRoots: ReadonlySet<string>;
  /** Lower-case wordings that point to an area without naming it. */
  readonly cues: readonly { readonly areaId: AreaId; readonly wording: string }[];
  /** Changes when anything does that the analysis of a text depends on. */
  readonly signature: string;
}

/**
 * Words that leave open which area is meant: what every area is about (children, services), and the light nouns
 * of judgement sentences (quality of, impact of, effectiveness of).
 */
const NEUTRAL = new Set(
  [
    "the a an of for to in on at by with and or as who whose which that this these those their its our all both how well",
    "are is be being been have has need needs needing",
    "child children young people person persons family families parent parents carer carers service services",
    "local authority authorities council council's area areas county borough city partner partners agency agencies",
    "quality effectiveness impact experience experiences progress judgement judgements grade graded grades",
    "ensure ensuring enable enabling help-ful promote promotion promoting opportunity opportunities achievement",
    "arrangement arrangements delivery overall effective across within among amongst provided delivered offered currently making make",
    "take taking reasonable steps including some many most several few every each any other these such",
  ]
    .join(" ")
    .split(" "),
);

/** Names of groups of children that read as one word, longest first. */
const UNITS: readonly (readonly [readonly string[], string])[] = [
  [["overall", "effectiveness"], "overall-effectiveness"],
  [["overall", "judgement"], "overall-effectiveness"],
  [["children", "and", "young", "people", "in", "care"], "in-care"],
  [["children", "and", "young", "people", "looked", "after"], "in-care"],
  [["children", "in", "care"], "in-care"],
  [["children", "looked", "after"], "in-care"],
  [["looked", "after", "children"], "in-care"],
  [["looked", "after"], "in-care"],
  [["looked-after"], "in-care"],
  [["cared", "for", "children"], "in-care"],
  [["care", "leavers"], "care-leaver"],
  [["care", "leaver"], "care-leaver"],
  [["care-experienced", "young", "people"], "care-leaver"],
  [["young", "people", "leaving", "care"], "care-leaver"],
  [["leaving", "care"], "care-leaver"],
];
/** Groups of children; neutral where the framework has no area of its own for them. */
const GROUPS = ["in-care", "care-leaver"];
/** What may be an area of its own, and else only says “the service as a whole”. */
const WHOLES = ["overall-effectiveness", stem("provision"), stem("safeguarding")];

/** What one word brings to the meaning of its phrase. */
interface Part {
  /** The groups of children whose name may begin with it. */
  readonly units: typeof UNITS;
  /** Neutral parts left out; empty for a word that says nothing here. */
  readonly roots: readonly string[];
  readonly possessive: boolean;
}

const partOf = perForm((lower): Part => {
  // “self-harm” and “self harm” are one; “well-being” is “wellbeing”.
  const parts = lower.startsWith("well-b") ? ["wellbeing"] : lower.split("-");
  return {
    units: UNITS.filter(([words]) => words[0] === lower),
    roots: NEUTRAL.has(lower) ? [] : parts.filter((part) => !NEUTRAL.has(part)).map((part) => stem(part)),
    possessive: lower.endsWith("'s"),
  };
});

/**
 * The roots that carry a noun phrase’s meaning, in order and distinct. Place names after “in”, “across” and the
 * like say nothing of the area.
 */
export function meaningOf(words: readonly Word[]): string[] {
  const roots: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const part = partOf(words[i]!.form);
    const unit = part.units.length > 0 ? unitAt(words, i, part.units) : undefined;
    if (unit) {
      i += unit[0].length - 1;
      if (!roots.includes(unit[1])) roots.push(unit[1]);
      continue;
    }
    if (part.roots.length === 0 || isPlace(words, i, part)) continue;
    for (const root of part.roots) if (!roots.includes(root)) roots.push(root);
  }
  return roots;
}

const unitAt = (
  words: readonly Word[],
  at: number,
  units: typeof UNITS,
): (typeof UNITS)[number] | undefined =>
  units.find(([parts]) => parts.every((part, k) => words[at + k]?.lower === part));

const PLACE_BEFORE = new Set(["in", "across", "within", "of", "for", "throughout"]);

/** A capitalised word after “in” or “across”, or possessive: “in Bromley”, “Trafford’s”. Acronyms are no places. */
function isPlace(words: readonly Word[], at: number, { possessive }: Part): boolean {
  if (!words[at]!.isCapitalised) return false;
  if (possessive) return true;
  for (let back = at - 1; back >= 0 && back >= at - 4; back--) {
    const before = words[back]!;
    if (PLACE_BEFORE.has(before.lower)) return true;
    if (before.lower !== "and" && !before.isCapitalised) return false;
  }
  return false;
}

/** Made once a framework. */
export const lexiconOf = perFramework(makeLexicon);

function makeLexicon(framework: Framework): Lexicon {
  const grades = new Map<string, GradeWording[]>();
  const adverbs = new Map<string, GradeId>();
  for (const grade of framework.grades) {
    for (const wording of new Set([grade.label, ...grade.aliases].map((text) => normaliseWording(text)))) {
      const words = wording.split(" ");
      const verb = /^requires?$/.test(words[0]!);
      const wordings = verb
        ? [words, [words[0] === "require" ? "requires" : "require", ...words.slice(1)]]
        : [words];
      for (const each of wordings) {
        const list = grades.get(each[0]!) ?? [];
        if (!list.some((other) => other.words.join(" ") === each.join(" ")))
          list.push({ gradeId: grade.id, words: each, verb });
        grades.set(each[0]!, list);
      }
      if (words.length === 1) adverbs.set(`${words[0]}ly`, grade.id);
    }
  }
  for (const list of grades.values()) list.sort((a, b) => b.words.length - a.words.length);

  const byId = new Map(framework.areas.map((area) => [area.id, area]));
  const treeOf = new Map(framework.areas.map((area) => [area.id, rootOf(area, byId)]));
  const own = new Set(judgementAreas(framework).flatMap((area) => meaningOf(wordsOf(area.title))));
  const treeRoots = new Map<AreaId, readonly string[]>();
  const overallOf = new Map<AreaId | null, AreaId>();
  for (const area of framework.areas) {
    const tree = treeOf.get(area.id) ?? null;
    if (area.overall) overallOf.set(tree, area.id);
    if (area.id === tree) treeRoots.set(tree, meaningOf(wordsOf(area.title)));
  }
  const quietRoots = new Set([...GROUPS, ...WHOLES].filter((root) => !own.has(root)));
  const wholeRoots = new Set(WHOLES.filter((root) => !own.has(root)));
  const phrases: AreaPhrase[] = [];
  for (const area of framework.areas) {
    if (area.kind === "group") continue;
    const treeId = treeOf.get(area.id) ?? null;
    const tree = (treeId === null ? null : treeRoots.get(treeId)) ?? [];
    const quiet = new Set([...tree, ...quietRoots]);
    const including = /\bincluding\b/.exec(area.title);
    const components = including ? meaningOf(wordsOf(area.title.slice(including.index))) : [];
    const seen = new Set<string>();
    const wordings = [
      area.title,
      ...area.headings,
      ...area.rows,
      ...area.topics,
      ...(area.shortTitle ? [area.shortTitle] : []),
    ];
    for (const wording of including ? [...wordings, area.title.slice(0, including.index)] : wordings) {
      const all = meaningOf(wordsOf(wording.replace(/^[\d.]+\s/, "")));
      const narrowed = all.filter((root) => !quiet.has(root));
      const roots = narrowed.length > 0 ? narrowed : all;
      const key = [...roots].sort().join(" ");
      if (roots.length === 0 || seen.has(key)) continue;
      seen.add(key);
      phrases.push({ areaId: area.id, roots, partial: roots.every((root) => components.includes(root)) });
    }
  }
  return {
    grades,
    adverbs,
    gradeWords: new Set([...grades.keys(), ...adverbs.keys()]),
    phrases,
    treeOf,
    treeRoots,
    overallOf,
    quietRoots,
    wholeRoots,
    cues: framework.areas.flatMap((area) =>
      area.cues.map((cue) => ({ areaId: area.id, wording: cue.toLowerCase().replaceAll("’", "'") })),
    ),
    signature: JSON.stringify([framework.id, framework.grades, framework.areas]),
  };
}

function rootOf(area: Area, byId: ReadonlyMap<AreaId, Area>): AreaId | null {
  let at = area;
  for (let depth = 0; depth < 10; depth++) {
    const parent = at.parent === null ? undefined : byId.get(at.parent);
    if (!parent) break;
    at = parent;
  }
  return at.kind === "group" ? at.id : null;
}
