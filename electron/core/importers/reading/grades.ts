import type { Framework, Grade } from "#shared/domain/framework.ts";
import type { GradeId } from "#shared/domain/ids.ts";
import { plainWording } from "#electron/core/importers/reading/wording.ts";

/** A name with the grade printed behind it: a heading, or a row of the table of grades. */
export interface GradedName {
  /** The name alone, as printed. */
  readonly name: string;
  readonly gradeId: GradeId;
  /** The grade alone, as printed: “Grade 4 (Inadequate)”. */
  readonly wording: string;
}

/** A longer text, in letters, is a paragraph and no name with its grade. */
const LONGEST = 300;

/** Knows the scale of a framework, or of several while the framework is not yet known. */
export class GradeReader {
  readonly #behindName: RegExp;
  readonly #alone: RegExp;
  readonly #ids = new Map<string, GradeId>();

  constructor(frameworks: readonly Pick<Framework, "grades">[]) {
    for (const grade of frameworks.flatMap((framework) => framework.grades))
      for (const wording of wordingsOf(grade)) this.#ids.set(plainWording(wording), grade.id);
    const labels = [...this.#ids.keys()].toSorted((a, b) => b.length - a.length);
    const label = labels.map((wording) => wording.replaceAll(" ", "\\s+")).join("|");
    const grade = `(?:grade\\s*\\d\\s*[:,–-]?\\s*)?\\(?(${label})\\)?`;
    this.#behindName = new RegExp(
      `^(.*?[^\\s:–—-])(?:\\s*[:–—-]\\s*|\\s+)(?:(?:(?:is|are)\\s+)?that it\\s+)?(?:(?:is|are)\\s+)?(${grade})\\.?$`,
      "is",
    );
    this.#alone = new RegExp(`^\\(?(?:judged |judgement:? )?(${grade})\\.?$`, "is");
  }

  /** The grade behind a name; null when there is none. */
  behindName(text: string): GradedName | null {
    if (text.length > LONGEST) return null;
    const found = this.#behindName.exec(text.trim());
    return found ? this.#read(found[1] ?? "", found[2] ?? "", found[3] ?? "") : null;
  }

  /** The grade that is all of the text; null when the text says more or less. */
  alone(text: string): GradedName | null {
    if (text.length > LONGEST) return null;
    const found = this.#alone.exec(text.trim());
    return found ? this.#read("", found[1] ?? "", found[2] ?? "") : null;
  }

  /**
   * A grade anywhere within, as columns set side by side leave it: “The experiences and progress of children who
   * need help Requires improvement and protection to be good”. Each answer is one way to read it.
   */
  within(text: string): GradedName[] {
    if (text.length > LONGEST) return [];
    const words = text.trim().split(/\s+/);
    const found: GradedName[] = [];
    for (const [wording, gradeId] of this.#ids) {
      const parts = wording.split(" ");
      // The grade may itself be parted by the name's second line.
      const taken = takeInOrder(words, parts);
      if (taken)
        found.push({ name: words.filter((_, index) => !taken.has(index)).join(" "), gradeId, wording });
    }
    return found.toSorted((a, b) => b.wording.length - a.wording.length);
  }

  #read(name: string, wording: string, label: string): GradedName | null {
    const gradeId = this.#ids.get(plainWording(label));
    return gradeId ? { name: name.trim(), gradeId, wording: wording.replace(/\s+/g, " ").trim() } : null;
  }
}

const wordingsOf = (grade: Grade): string[] => [grade.label, ...grade.aliases];

/** Where these words stand among the others, in their order; null when not all do. */
function takeInOrder(words: readonly string[], parts: readonly string[]): Set<number> | null {
  const taken = new Set<number>();
  let from = 0;
  for (const part of parts) {
    const at = words.findIndex((word, index) => index >= from && plainWording(word) === part);
    if (at < 0) return null;
    taken.add(at);
    from = at + 1;
  }
  return taken;
}
