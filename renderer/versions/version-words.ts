import type { Restored } from "#renderer/place.ts";
import type { Version } from "#shared/api/versions.ts";
import { counted, shortDate, timeOfDay, whenChanged } from "#renderer/ui/words.ts";

const ORIGINS: Record<NonNullable<Version["origin"]>, string> = {
  import: "As imported",
  new: "As begun",
  copy: "As copied",
};

/** “Before factual accuracy”, “As imported”, or the day it ended. */
export function nameOf(version: Version, isNewest = false): string {
  if (version.name !== null) return version.name;
  if (isNewest) return "Now";
  return version.origin ? ORIGINS[version.origin] : `End of ${shortDate(version.at)}`;
}

/** As a sentence names it. */
export const spokenName = (version: Version): string =>
  version.name === null
    ? `the version of ${shortDate(version.at)}, ${timeOfDay(version.at)}`
    : `“${version.name}”`;

/** Who wrote it last, and when. */
export const whoAndWhen = (version: Version): string => `${whenChanged(version.at)} · ${version.by}`;

/** How much it differs from the version before it in the list. */
export function changeWords({ origin, blocksChanged, wordsChanged }: Version): string {
  if (origin !== null) return "";
  if (blocksChanged === 0) return "No words changed";
  if (wordsChanged === 0) return `${counted(blocksChanged, "block")} changed, no words`;
  return `${counted(wordsChanged, "word")} in ${counted(blocksChanged, "block")}`;
}

/** What is said of a version that was just brought back. @param name as a sentence names it */
export const restoredAs = (name: string, before: number, grades: boolean): Restored => ({
  says: `The text of ${name} is back${grades ? ", and its grades" : ""}.`,
  undone: "The text is as it was before the restoration.",
  before,
  grades,
});
