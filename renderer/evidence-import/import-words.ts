import type { Evidence } from "#shared/domain/evidence.ts";
import { DIRECTIONS, EVIDENCE_KINDS, SENSITIVITIES } from "#shared/domain/evidence.ts";
import { type Framework, judgementAreas } from "#shared/domain/framework.ts";
import type { DuplicateChoice } from "#shared/evidence/duplicates.ts";
import type { ImportField, WordField } from "#shared/evidence/mapping.ts";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";
import { listed } from "#shared/listed.ts";
import { counted } from "#renderer/ui/words.ts";

export const SPREADSHEETS = [".csv", ".tsv", ".xlsx", ".ods"];

export const isSpreadsheet = ({ name }: File): boolean =>
  SPREADSHEETS.some((ending) => name.toLowerCase().endsWith(ending));

export const FIELD_WORDS: Record<ImportField, string> = {
  reference: "Reference",
  kind: "Kind",
  date: "Date",
  title: "Title",
  source: "Source",
  people: "Number of people",
  notes: "Notes",
  areas: "Areas",
  direction: "Direction",
  sensitivity: "Sensitivity",
};

export const DUPLICATE_WORDS: Record<DuplicateChoice, string> = {
  merge: "Merge into it",
  skip: "Leave the row out",
  add: "Add as another item",
};

interface Meaning {
  readonly value: string;
  readonly words: string;
}

/** What words of a field can mean. */
export function meaningsOf(field: WordField, framework: Framework | null): readonly Meaning[] {
  const of = <Value extends string>(values: readonly Value[], words: Record<Value, string>): Meaning[] =>
    values.map((value) => ({ value, words: words[value] }));
  switch (field) {
    case "kind":
      return of(EVIDENCE_KINDS, KIND_WORDS);
    case "direction":
      return of(DIRECTIONS, DIRECTION_WORDS);
    case "sensitivity":
      return of(SENSITIVITIES, SENSITIVITY_WORDS);
    case "areas":
      return judgementAreas(framework).map(({ id, title }) => ({ value: id, words: title }));
  }
}

/** “9 items imported, 1 merged; 1 row left out.” */
export function importedWords(done: {
  readonly added: number;
  readonly merged: number;
  readonly skipped: number;
  readonly leftOut: number;
}): string {
  const out = done.skipped + done.leftOut;
  return (
    `${counted(done.added, "item")} imported` +
    (done.merged > 0 ? `, ${done.merged.toLocaleString("en-GB")} merged` : "") +
    (out > 0 ? `; ${counted(out, "row")} left out` : "") +
    "."
  );
}

const SHOWN_LEFT = 5;

/** “The import is undone: 9 items removed. E-004 stays: it was tied since.” */
export function undoneWords(undone: {
  readonly removed: number;
  readonly restored: number;
  readonly left: readonly { readonly reference: Evidence["reference"]; readonly why: "tied" | "edited" }[];
}): string {
  const done = [
    `${counted(undone.removed, "item")} removed`,
    ...(undone.restored > 0 ? [`${counted(undone.restored, "item")} as before`] : []),
  ].join(", ");
  const stays = (["tied", "edited"] as const).flatMap((why) => {
    const names = undone.left.filter((item) => item.why === why).map(({ reference }) => reference);
    if (names.length === 0) return [];
    const rest = names.length - SHOWN_LEFT;
    const shown = listed([...names.slice(0, SHOWN_LEFT), ...(rest > 0 ? [`${rest} more`] : [])]);
    return [
      names.length === 1 ? `${shown} stays: it was ${why} since.` : `${shown} stay: they were ${why} since.`,
    ];
  });
  return [`The import is undone: ${done}.`, ...stays].join(" ");
}
