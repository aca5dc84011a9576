import { meaningOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import type { Word } from "#shared/consistency/analysis/words.ts";
import type { AreaId } from "#shared/domain/ids.ts";

type Fit = "same" | "part" | "component" | "contains" | "cue";

/**
 * What a noun phrase is about, as far as its own words say.
 * - `named`: these areas (one a tree). `same`: the phrase says neither more nor less than the area’s wording.
 *   `part`: it leaves some of the area out. `contains`: it narrows the area (“partnership working with the police”).
 *   `component`: one of the things the area’s title says it includes. `cue`: a phrase of the framework points there.
 * - `generic`: “the service”, “provision”: whatever the paragraph is about.
 * - `tree`: “safeguarding services”: the tree as a whole.
 * - `other`: something else; a contributory topic at most.
 */
export type Scope =
  | { readonly kind: "named"; readonly areaIds: readonly AreaId[]; readonly fit: Fit }
  | { readonly kind: "tree"; readonly treeId: AreaId }
  | { readonly kind: "generic" }
  | { readonly kind: "other" };

const GENERIC_HEADS = new Set([
  "service",
  "services",
  "provision",
  "effectiveness",
  "judgement",
  "judgements",
  "grade",
  "quality",
]);
/** Say only how the area is looked at, and so may stand beside its name. */
const LIGHT_ROOTS = new Set(["outcom", "work", "support", "achiev", "performanc", "safeguard"]);
const OTHER: Scope = { kind: "other" };

export function readScope(words: readonly Word[], lexicon: Lexicon): Scope {
  const roots = meaningOf(words);
  const tree = treeNamed(roots, lexicon);
  const rest = tree ? roots.filter((root) => !lexicon.treeRoots.get(tree)!.includes(root)) : roots;
  if (rest.every((root) => lexicon.wholeRoots.has(root))) {
    if (tree) return { kind: "tree", treeId: tree };
    return words.some((word) => GENERIC_HEADS.has(word.lower)) ? { kind: "generic" } : OTHER;
  }

  let best = 0;
  let fit: Fit = "contains";
  let areaIds: AreaId[] = [];
  for (const phrase of lexicon.phrases) {
    if (tree && lexicon.treeOf.get(phrase.areaId) !== tree) continue;
    if (!phrase.roots.some((root) => roots.includes(root))) continue;
    const known = quietIn(phrase.areaId, roots, lexicon);
    const shared = phrase.roots.filter((root) => known.includes(root)).length;
    if (shared === 0) continue;
    const extra = known.filter((root) => !phrase.roots.includes(root) && !LIGHT_ROOTS.has(root)).length;
    const missing = phrase.roots.length - shared;
    const kind =
      extra === 0 && missing === 0 ? "same" : missing === 0 ? "contains" : extra === 0 ? "part" : null;
    if (kind === null || (kind === "part" && shared * 2 <= phrase.roots.length)) continue;
    const found = phrase.partial && kind !== "contains" ? "component" : kind;
    const score = (found === "same" ? 100 : 0) + shared * 4 - extra - missing;
    if (score > best) {
      best = score;
      fit = found;
      areaIds = [phrase.areaId];
    } else if (score === best && fit === found && !areaIds.includes(phrase.areaId))
      areaIds.push(phrase.areaId);
  }
  return areaIds.length > 0 ? { kind: "named", areaIds, fit } : OTHER;
}

/** Roots without those that only name the area’s own tree, or a group no area of the framework is about. */
function quietIn(areaId: AreaId, roots: readonly string[], lexicon: Lexicon): readonly string[] {
  const treeId = lexicon.treeOf.get(areaId) ?? null;
  const tree = treeId === null ? [] : (lexicon.treeRoots.get(treeId) ?? []);
  const left = roots.filter((root) => !tree.includes(root) && !lexicon.quietRoots.has(root));
  return left.length > 0 ? left : roots;
}

function treeNamed(roots: readonly string[], lexicon: Lexicon): AreaId | null {
  for (const [treeId, own] of lexicon.treeRoots)
    if (own.length > 0 && own.every((root) => roots.includes(root))) return treeId;
  return null;
}
