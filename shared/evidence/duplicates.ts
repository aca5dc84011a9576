import type { Evidence, EvidenceFields } from "#shared/domain/evidence.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import type { ImportRow } from "#shared/evidence/read-rows.ts";
import { plainWords } from "#shared/evidence/read-values.ts";

/** What to do with a row that is in the log already, or twice in the sheet. */
export const DUPLICATE_CHOICES = ["merge", "skip", "add"] as const;
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];

/** What a row repeats: an item of the log, or an earlier row. */
export type Original =
  | { readonly kind: "item"; readonly evidenceId: EvidenceId; readonly reference: string }
  | { readonly kind: "row"; readonly row: number };

const sameThing = ({ kind, date, title }: Pick<Evidence, "kind" | "date" | "title">): string =>
  `${kind} ${date ?? ""} ${plainWords(title)}`;

/** By row number: one reference, or one kind, day and title. */
export function findDuplicates(rows: readonly ImportRow[], log: readonly Evidence[]): Map<number, Original> {
  const byReference = new Map<string, Original>();
  const byThing = new Map<string, Original>();
  for (const item of log) {
    const original: Original = { kind: "item", evidenceId: item.id, reference: item.reference };
    byReference.set(item.reference, original);
    if (!byThing.has(sameThing(item))) byThing.set(sameThing(item), original);
  }
  const found = new Map<number, Original>();
  for (const { row, reference, fields } of rows) {
    const thing = sameThing(fields);
    const original = (reference === null ? undefined : byReference.get(reference)) ?? byThing.get(thing);
    if (original) found.set(row, original);
    else {
      if (reference !== null) byReference.set(reference, { kind: "row", row });
      byThing.set(thing, { kind: "row", row });
    }
  }
  return found;
}

const LONGEST_NOTES = 20_000;

/**
 * What is in the log stays; the row fills what is empty, and adds areas and notes that are not there yet.
 *
 * @returns null when the notes of both are too long for one item
 */
export function merged(item: EvidenceFields, row: EvidenceFields): EvidenceFields | null {
  const newNotes = row.notes.trim() !== "" && !item.notes.includes(row.notes.trim());
  const notes = newNotes ? [item.notes, row.notes].filter((each) => each !== "").join("\n\n") : item.notes;
  if (notes.length > LONGEST_NOTES) return null;
  return {
    ...item,
    date: item.date ?? row.date,
    source: item.source || row.source,
    people: item.people ?? row.people,
    notes,
    areaIds: [...new Set([...item.areaIds, ...row.areaIds])],
    direction: item.direction === "context" ? row.direction : item.direction,
  };
}
