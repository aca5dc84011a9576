import { parseAlignmentModel, type AlignmentModel } from "#shared/consistency/alignment/model.ts";

/** The weights of “reads like” as they came with these pages; null when they cannot be had: all else works without. */
export async function loadModel(): Promise<AlignmentModel | null> {
  try {
    const answer = await fetch(new URL("../../resources/models/alignment.json", import.meta.url));
    return answer.ok ? parseAlignmentModel(await answer.json()) : null;
  } catch {
    return null;
  }
}
