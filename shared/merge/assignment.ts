import type { Assignment } from "#shared/domain/review-package.ts";

/**
 * Who reviews and until when, after two desks changed it: each of the two by itself, and what was changed at both stays
 * as it is here.
 *
 * @param base as both knew it; null where that is not known, so that only what is missing here is taken
 */
export function mergedAssignment(base: Assignment | null, theirs: Assignment, ours: Assignment): Assignment {
  const merged = <T>(was: T, there: T, here: T): T => (here === was ? there : here);
  const from = base ?? { assignedTo: "", dueOn: null };
  return {
    assignedTo: merged(from.assignedTo, theirs.assignedTo, ours.assignedTo),
    dueOn: merged(from.dueOn, theirs.dueOn, ours.dueOn),
  };
}
