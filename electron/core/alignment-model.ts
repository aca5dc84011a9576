import { readFileSync } from "node:fs";
import { resourcePath } from "#electron/core/paths.ts";
import { parseAlignmentModel, type AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { Fault } from "#shared/fault.ts";

let shipped: AlignmentModel | null = null;

/**
 * The weights of “reads like” that come with the program, read once.
 *
 * @throws Fault `unexpected` when the file is missing or damaged
 */
export const alignmentModel = (): AlignmentModel =>
  (shipped ??= readAlignmentModel(resourcePath("models", "alignment.json")));

export function readAlignmentModel(file: string): AlignmentModel {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Fault(
      "unexpected",
      `The model of “reads like” cannot be read from ${file}.`,
      "Install Plumbline again: this file is part of it.",
      { cause },
    );
  }
  return parseAlignmentModel(value);
}
