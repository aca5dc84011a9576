import { spokenDay } from "#shared/document/draft-from-framework.ts";
import { wordsShown } from "#shared/document/align-revisions.ts";
import { type Piece, markWords, whole } from "#shared/document/mark-words.ts";
import type { Block } from "#shared/domain/block.ts";
import {
  countAnswers,
  FACTUAL_ANSWER_WORDS,
  FACTUAL_KIND_WORDS,
  type FactualCheck,
  type FactualComment,
} from "#shared/domain/factual-check.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { Report } from "#shared/domain/report.ts";
import {
  inReportOrder,
  issuedCopy,
  type IssuedCopy,
  placeName,
  placeNames,
} from "#shared/factual-accuracy/place-comment.ts";

/** What the response to the inspected body is made of. */
export interface ResponseInput {
  readonly report: Pick<Report, "title" | "provider" | "blocks">;
  /** The blocks as they were issued. */
  readonly issued: readonly Block[];
  readonly check: FactualCheck;
  /** Who answers: the only name of the desk that is in it. */
  readonly from: string;
}

/** Words of one paragraph, as they were issued and as they are now. */
interface ChangedWords {
  /** Which paragraph, where the comment is about several; empty otherwise. */
  readonly place: string;
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

/** One comment; all of it plain words. */
export interface ResponseRow {
  readonly place: string;
  readonly kind: string;
  readonly text: string;
  readonly shows: string;
  readonly decision: string;
  readonly reason: string;
  readonly changes: readonly ChangedWords[];
  /** Said where no words were changed; empty otherwise. */
  readonly unchanged: string;
}

interface Words {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly summary: string;
  readonly columns: readonly [string, string, string, string];
  readonly rows: readonly ResponseRow[];
}

/** What the response says, the same in every format. */
export function responseWords({ report, issued, check, from }: ResponseInput): Words {
  const copy = issuedCopy(issued);
  const now = new Map(report.blocks.map((block) => [block.id, block]));
  const { all, accepted, inPart, notAccepted, open } = countAnswers(check.comments);
  const facts = [
    { name: "Report", value: report.title },
    { name: "Provider", value: report.provider },
    { name: "To", value: check.to },
    { name: "From", value: from },
    { name: "Issued for factual accuracy", value: spokenDay(check.issuedOn) },
    { name: "Comments due by", value: spokenDay(check.dueOn) },
  ];
  return {
    title: "Response to comments on factual accuracy",
    facts: facts.filter(({ value }) => value !== ""),
    summary:
      all === 0
        ? "No comments were made."
        : `${all} ${all === 1 ? "comment" : "comments"}: ${accepted} accepted, ${inPart} accepted in part, ${notAccepted} not accepted${open > 0 ? `, ${open} not answered yet` : ""}. Paragraphs are numbered as in the copy that was issued.`,
    columns: ["Place", "What you said", "Our decision", "The words of the report"],
    rows: inReportOrder(check.comments, copy).map((comment) => rowOf(comment, copy, now)),
  };
}

function rowOf(comment: FactualComment, copy: IssuedCopy, now: ReadonlyMap<BlockId, Block>): ResponseRow {
  const { blockIds, place, kind, text, shows, status, reason } = comment;
  const several = blockIds.length > 1;
  const changes = changedWords(comment, copy, now).map(({ blockId, ...words }) => ({
    place: several ? placeName(blockId, copy) : "",
    ...words,
  }));
  return {
    place: blockIds.length > 0 ? placeNames(blockIds, copy) : place || "The whole report",
    kind: FACTUAL_KIND_WORDS[kind],
    text,
    shows,
    decision: FACTUAL_ANSWER_WORDS[status],
    reason,
    changes,
    unchanged: changes.length > 0 ? "" : "The words of the report stay as they were issued.",
  };
}

/**
 * The words of a comment’s paragraphs that are not as they were issued. Of one that is accepted, all of them; of one that
 * is not, only what was changed because of it: a paragraph may have been changed for somebody else’s comment.
 */
export function changedWords(comment: FactualComment, copy: IssuedCopy, now: ReadonlyMap<BlockId, Block>) {
  const own = new Set(comment.changes.map(({ blockId }) => blockId));
  const asked = comment.status === "accepted" || comment.status === "in-part" ? comment.blockIds : [];
  return [...new Set([...asked, ...own])].flatMap((blockId) => {
    const was = copy.blocks.find(({ id }) => id === blockId);
    const is = now.get(blockId);
    const [before, after] = [was ? wordsShown(was) : "", is ? wordsShown(is) : ""];
    if (before === after) return [];
    const marked = before === "" || after === "" ? null : markWords(before, after);
    return [
      { blockId, before: marked?.before ?? whole(before, true), after: marked?.after ?? whole(after, true) },
    ];
  });
}
