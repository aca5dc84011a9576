import { z } from "zod";
import { BlockId, FactualCheckId, FactualCommentId } from "#shared/domain/ids.ts";

/** What the inspected body may say is wrong. After the three classes of CQC’s factual accuracy check. */
export const FACTUAL_KINDS = ["slip", "fact", "evidence"] as const;
export const FactualKind = z.enum(FACTUAL_KINDS);
export type FactualKind = z.infer<typeof FactualKind>;

export const FACTUAL_KIND_WORDS: Readonly<Record<FactualKind, string>> = {
  slip: "Typographical or number",
  fact: "Fact",
  evidence: "Evidence missing",
};

export const FACTUAL_ANSWERS = ["open", "accepted", "in-part", "not-accepted"] as const;
export const FactualAnswer = z.enum(FACTUAL_ANSWERS);
export type FactualAnswer = z.infer<typeof FactualAnswer>;

export const FACTUAL_ANSWER_WORDS: Readonly<Record<FactualAnswer, string>> = {
  open: "Open",
  accepted: "Accepted",
  "in-part": "Accepted in part",
  "not-accepted": "Not accepted",
};

/** Whoever is not given all that they asked for is told why. */
export const wantsReason = (answer: FactualAnswer): boolean =>
  answer === "in-part" || answer === "not-accepted";

const Words = z.string().max(20_000);

/** What the inspected body says, as far as it is known before anybody answers it. */
export const NewFactualComment = z.strictObject({
  /** Where they say it is: “2.14”; empty where they do not. */
  place: z.string().max(1000),
  /** The words of the report they quote. */
  quote: Words,
  /** What they say is wrong. */
  text: Words,
  /** What they say shows it. */
  shows: Words,
  kind: FactualKind,
  /** Whether they said the kind, it is proposed from their words, or it was set at this desk. */
  kindBy: z.enum(["body", "proposed", "desk"]),
  /** The blocks of the issued copy that it is about; none where no place was found. */
  blockIds: z.array(BlockId).max(50),
  placedBy: z.enum(["number", "words", "desk", "none"]),
  /** What is uncertain about the place, in a sentence; empty where nothing is. */
  note: z.string().max(500),
  /** The same for the same row of the same form, so that it is taken once. Null for one written by hand. */
  key: z.string().max(64).nullable(),
});
export type NewFactualComment = z.infer<typeof NewFactualComment>;

/** Words of the report that were changed because of a comment. */
export const FactualChange = z.strictObject({
  blockId: BlockId,
  /** The revision that has the words after. */
  revision: z.int().positive(),
  before: z.string(),
  after: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type FactualChange = z.infer<typeof FactualChange>;

export const FactualComment = NewFactualComment.extend({
  id: FactualCommentId,
  /** The file it came in; empty for one written by hand. */
  source: z.string().max(300),
  status: FactualAnswer,
  /** For the inspected body: it stands in the response document. */
  reason: Words,
  /** Oldest first. */
  changes: z.array(FactualChange),
  answered: z.strictObject({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** Who brought it in. */
  by: z.string(),
  at: z.iso.datetime(),
});
export type FactualComment = z.infer<typeof FactualComment>;

/** Issue of one revision to the inspected body, and what came back. */
export const FactualCheck = z.strictObject({
  id: FactualCheckId,
  /** The revision that was issued; its words never change. */
  revision: z.int().positive(),
  to: z.string().trim().min(1).max(300),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date(),
  issued: z.strictObject({ by: z.string(), at: z.iso.datetime() }),
  closed: z.strictObject({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** In the order in which they came. */
  comments: z.array(FactualComment),
});
export type FactualCheck = z.infer<typeof FactualCheck>;

/** How many comments have which answer. */
export const countAnswers = (comments: readonly { readonly status: FactualAnswer }[]) => {
  const count = (answer: FactualAnswer): number => comments.filter(({ status }) => status === answer).length;
  return {
    all: comments.length,
    open: count("open"),
    accepted: count("accepted"),
    inPart: count("in-part"),
    notAccepted: count("not-accepted"),
  };
};
