import { type Area, type Framework, rootOf } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { plainWording } from "#electron/core/importers/reading/wording.ts";

/** Names shorter than this must agree exactly; a longer one may hold a slip of the pen. */
const LONG_NAME = 30;
const SLIPS = 3;
/** So many first letters must agree; it spares comparing most texts in full. */
const SAME = 5;

/** Finds the areas and sections of frameworks by the names that reports print. */
export class Names {
  readonly #areas: readonly { readonly area: Area; readonly wordings: readonly string[] }[];
  readonly #sections: ReadonlySet<string>;

  constructor(frameworks: readonly Framework[]) {
    this.#areas = frameworks.flatMap((framework) =>
      framework.areas.map((area) => ({
        area,
        wordings: [...new Set([area.title, ...area.headings, ...area.rows].map(compact))],
      })),
    );
    this.#sections = new Set(
      frameworks
        .flatMap((framework) => [
          ...framework.sections.flatMap((section) => [section.title, ...section.headings]),
          framework.recordOfFindings.title,
        ])
        .map(compact),
    );
  }

  /** Areas that this is a name of; several where trees of one framework use the same wording. */
  areasNamed(name: string): Area[] {
    const wanted = compact(name);
    if (wanted === "") return [];
    const exact = this.#areas.filter(({ wordings }) => wordings.includes(wanted));
    const found =
      exact.length > 0 || wanted.length < LONG_NAME
        ? exact
        : this.#areas.filter(({ wordings }) => wordings.some((wording) => closeTo(wording, wanted)));
    return found.map(({ area }) => area);
  }

  /** With or without what follows a colon: “Record of main findings: Cornwall”. */
  isSection(name: string): boolean {
    return this.#sections.has(compact(name)) || this.#sections.has(compact(name.split(":")[0] ?? ""));
  }

  isHeading(name: string): boolean {
    return this.isSection(name) || this.areasNamed(name).length > 0;
  }
}

/** Without spaces, so that a word broken over two lines is the same name. */
const compact = (name: string): string => plainWording(name).replaceAll(" ", "");

function closeTo(a: string, b: string): boolean {
  if (a.length < LONG_NAME || Math.abs(a.length - b.length) > SLIPS || a.slice(0, SAME) !== b.slice(0, SAME))
    return false;
  return editDistance(a, b) <= SLIPS;
}

/** Letters to put in, take out or change; Levenshtein's. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The root of the area's tree. */
export const treeOf = (framework: Framework, area: Area): AreaId => rootOf(framework, area).id;

/** Among areas of one wording: the one in the tree being read, and there the first not yet met. */
export function pickArea(
  framework: Framework,
  areas: readonly Area[],
  tree: AreaId | null,
  met: ReadonlySet<AreaId>,
): Area | null {
  const inTree = areas.filter((area) => treeOf(framework, area) === tree);
  const fresh = (area: Area) => !met.has(area.id);
  return (
    inTree.find(fresh) ?? inTree[0] ?? areas.find(fresh) ?? (areas.length === 1 ? (areas[0] ?? null) : null)
  );
}
