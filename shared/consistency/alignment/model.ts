import { z } from "zod";
import { Fault } from "#shared/fault.ts";

/** Four-point scales only: other scales have no published reports behind them. */
export const MODEL_GRADES = 4;

const Model = z.strictObject({
  format: z.literal("plumbline-alignment"),
  version: z.literal(2),
  /** Fewer words of narrative than this are not scored. */
  minWords: z.int().positive(),
  /** Families of frameworks in whose published reports it was tried. Elsewhere only far greater doubts are told. */
  families: z.array(z.string().min(1)).min(1),
  /** The score of a text without any known feature. */
  base: z.number(),
  /** The average score of published areas: from there sentences pull up or down. */
  centre: z.number(),
  /** How far the score is drawn towards the average of the report’s other areas: 0 not at all. */
  context: z.number().min(0).max(1),
  /** Areas with fewer words than this have no part in that average. */
  contextWords: z.int().positive(),
  /** Ordered logistic: the chance of a grade above k is 1 / (1 + e^−slope·(score − thresholds[k])). */
  slope: z.number().positive(),
  thresholds: z
    .array(z.number())
    .length(MODEL_GRADES - 1)
    .refine((marks) => marks.every((mark, k) => k === 0 || mark > marks[k - 1]!), "must rise"),
  /**
   * A grade is questioned when its own chance is below this. Set on texts of other authorities than the model had seen, so
   * that so many of the true grades are questioned: 2 %, and 0.5 %.
   */
  questions: z
    .strictObject({ otherwise: z.number().positive(), farOtherwise: z.number().positive() })
    .refine(({ otherwise, farOtherwise }) => farOtherwise <= otherwise, "must be the smaller"),
  /** By feature, idf included: what its damped count, divided by the text's length, adds to the score. */
  weights: z
    .record(z.string().min(1), z.number())
    .refine((weights) => Object.keys(weights).length > 0, "must not be empty")
    // A map: “constructor” is a word, too.
    .transform((weights): ReadonlyMap<string, number> => new Map(Object.entries(weights))),
});

/** The weights of “reads like”: data, made by tools/train-alignment.ts, never imported as code. */
export type AlignmentModel = z.infer<typeof Model>;

/** @throws Fault `unexpected` saying what is wrong with it */
export function parseAlignmentModel(value: unknown): AlignmentModel {
  const parsed = Model.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Fault(
    "unexpected",
    `The model of “reads like” cannot be used: ${issue?.path.join(".") || "the file"}: ${issue?.message}.`,
    "Install Plumbline again: this file is part of it.",
    { cause: parsed.error },
  );
}
