import { MODEL_GRADES } from "#shared/consistency/alignment/model.ts";
import type { Alignment } from "#shared/consistency/alignment/reads-like.ts";
import type { Backing } from "#shared/consistency/backing.ts";
import type { Framework, Grade } from "#shared/domain/framework.ts";

const COUNTS = ["no", "one", "two", "three"];

/** A chance in whole hundredths; the likeliest grade is never told as certain. */
export const inHundred = (chance: number): number => Math.min(99, Math.round(100 * chance));

/** “Reads like good (61 in 100), one grade below the one given.” */
export function readsLikeSentence(
  { readsLike, probabilities }: Alignment,
  { grades }: Framework,
  given: Grade | null,
): string {
  const rank = grades.findIndex(({ id }) => id === readsLike);
  const sure = inHundred(probabilities.get(readsLike) ?? 0);
  const said = `Reads like ${grades[rank]!.label.toLowerCase()} (${sure} in 100)`;
  const apart = given === null ? 0 : rank - grades.indexOf(given);
  if (apart === 0) return `${said}${given === null ? "" : ", the grade given"}.`;
  const steps = `${COUNTS[Math.abs(apart)]} ${Math.abs(apart) === 1 ? "grade" : "grades"}`;
  return `${said}, ${steps} ${apart < 0 ? "below" : "above"} the one given.`;
}

/** Less than this, in grades, is not worth a sentence. */
const LEAST_DRAWN = 0.05;

/** How it is to be taken: “It advises; it never grades. The report’s other areas draw it down by 0.2 of a grade.” */
export function howToTakeIt({ restOfReport }: Alignment, triedHere: boolean): string {
  const drawn =
    Math.abs(restOfReport) < LEAST_DRAWN
      ? []
      : [
          `The report’s other areas draw it ${restOfReport < 0 ? "down" : "up"} by ${Math.abs(restOfReport).toFixed(1)} of a grade.`,
        ];
  const elsewhere = triedHere ? [] : ["It learnt from reports under other frameworks."];
  return ["It advises; it never grades.", ...elsewhere, ...drawn].join(" ");
}

/** Why nothing is said of what the narrative reads like. */
export function abstention({ words, wordsToRead }: Backing, { grades }: Framework): string {
  if (grades.length !== MODEL_GRADES)
    return "What a narrative reads like is known for scales of four grades only.";
  if (wordsToRead === null)
    return "What it reads like cannot be said: a file of the program is missing. Install Plumbline again.";
  if (words >= wordsToRead) return "There is nothing in this text to say what it reads like.";
  return `Too little text to say what it reads like: ${words} of the ${wordsToRead} words needed.`;
}
