import type { Finding } from "#shared/consistency/finding.ts";
import { fingerprintOf } from "#shared/consistency/fingerprint.ts";
import { basisOf, triageOf } from "#shared/consistency/triage.ts";
import { type Block, paragraphNumbers, textOf, textsIn } from "#shared/domain/block.ts";
import { type Comment, openComments } from "#shared/domain/comment.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import { countAnswers, type FactualCheck } from "#shared/domain/factual-check.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { type DetailKind, findPersonalDetails } from "#shared/evidence/personal-details.ts";
import { missingSections } from "#shared/publication/missing-sections.ts";
import { placeholdersIn } from "#shared/publication/placeholders.ts";
import {
  PUBLICATION_KINDS,
  type PublicationItem,
  type PublicationKind,
} from "#shared/publication/publication-item.ts";

const SMALL_COUNT = "disclosure/small-count";
const ABBREVIATION = "name/abbreviation-undefined";
/** Asked before publication even where somebody has switched them off at the desk. */
export const RULES_OF_PUBLICATION: readonly string[] = [SMALL_COUNT, ABBREVIATION];

export interface LeavingReport {
  readonly blocks: readonly Block[];
  readonly framework: Framework | null;
  readonly findings: readonly Finding[];
  readonly dispositions: readonly Disposition[];
  readonly comments: readonly Comment[];
  /** Its factual accuracy check, as long as one is open. */
  readonly factualCheck?: FactualCheck | null;
}

type Found = Omit<PublicationItem, "paragraph" | "commentId"> & Partial<Pick<PublicationItem, "commentId">>;

/** Everything to settle before the report leaves the desk: by kind, and within a kind in report order. */
export function publicationItems(report: LeavingReport): PublicationItem[] {
  const numbers = numbersNear(report.blocks);
  const order = new Map(report.blocks.map(({ id }, index) => [id, index]));
  const placeOf = ({ blockId }: PublicationItem): number => (blockId && order.get(blockId)) ?? Infinity;
  return withoutRepeats([
    ...ofFindings(report),
    ...ofBlocks(report.blocks),
    ...sections(report),
    ...ofComments(report.comments),
    ...ofFactualCheck(report.factualCheck ?? null),
  ])
    .map((found): PublicationItem => ({
      commentId: null,
      ...found,
      paragraph: (found.blockId && numbers.get(found.blockId)) ?? null,
    }))
    .toSorted(
      (a, b) =>
        PUBLICATION_KINDS.indexOf(a.kind) - PUBLICATION_KINDS.indexOf(b.kind) ||
        compare(placeOf(a), placeOf(b)),
    );
}

/** Without the difference of two infinities, which is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Errors that nobody dismissed, few people that nobody cleared, and letters that nobody explains. */
function ofFindings({ findings, dispositions }: LeavingReport): Found[] {
  const triage = triageOf(findings, dispositions);
  const kindOf = ({ rule, severity }: Finding): PublicationKind | null =>
    rule === SMALL_COUNT
      ? "small-number"
      : rule === ABBREVIATION
        ? "abbreviation"
        : severity === "error"
          ? "error"
          : null;
  return [
    ...triage.open,
    ...triage.questions.filter(({ fingerprint }) => !triage.answers.has(fingerprint)),
  ].flatMap((finding): Found[] => {
    const kind = kindOf(finding);
    if (kind === null) return [];
    const { blockId, quote, message } = finding;
    return [
      {
        kind,
        blockId,
        quote,
        message,
        fingerprint: fingerprintOf(`${finding.fingerprint}|${basisOf(finding)}`),
      },
    ];
  });
}

const DETAIL: Record<DetailKind, string> = {
  name: "looks like a person’s name",
  "nhs-number": "is an NHS number",
  upn: "is a pupil’s number",
  "birth-date": "is a date of birth",
  address: "looks like an address",
};

/** Those who inspected sign the report; nobody else is named. */
const SIGNED =
  /\b(?:HMI|HMIP|lead inspectors?|inspection team|inspectors?:|(?:Her|His) Majesty.s Inspectors?)\b/i;
/** The inspectorate’s own address, at the end. */
const IMPRINT = /©|Crown copyright|Open Government Licence|\bwww\.|https?:/i;
const LAST_BLOCKS = 20;

function ofBlocks(blocks: readonly Block[]): Found[] {
  const signed = signedBlocks(blocks);
  const last = blocks.slice(-LAST_BLOCKS).findIndex((block) => IMPRINT.test(textOf(block)));
  const imprint = last < 0 ? blocks.length : Math.max(0, blocks.length - LAST_BLOCKS) + last;
  return blocks.flatMap((block, index) =>
    ofBlock(block, (kind) => (kind === "name" ? !signed.has(block) : kind !== "address" || index < imprint)),
  );
}

/** Blocks of a section in which inspectors are named as such. */
function signedBlocks(blocks: readonly Block[]): Set<Block> {
  const signed = new Set<Block>();
  let section: Block[] = [];
  const close = (): void => {
    if (section.some((block) => textsIn(block).some(({ text }) => SIGNED.test(text))))
      for (const block of section) signed.add(block);
    section = [];
  };
  for (const block of blocks) {
    if (block.kind === "heading") close();
    section.push(block);
  }
  close();
  return signed;
}

/** @param tells whether a detail of that kind is one to tell in this place */
function ofBlock(block: Block, tells: (kind: DetailKind) => boolean): Found[] {
  const found: Found[] = [];
  const blockId = block.id;
  for (const { text } of textsIn(block)) {
    for (const { kind, from, to } of findPersonalDetails(text)) {
      if (!tells(kind)) continue;
      const quote = text.slice(from, to);
      found.push({
        kind: "personal-detail",
        blockId,
        quote,
        message: `“${quote}” ${DETAIL[kind]}. Take it out, or say why it may be published.`,
        // A name that may stand in one place may stand in all.
        fingerprint: fingerprintOf(`${kind}|${quote}`),
      });
    }
    for (const quote of placeholdersIn(text, block.kind))
      found.push({
        kind: "placeholder",
        blockId,
        quote,
        message: `“${quote}” waits to be filled in. Write what belongs there, or take it out.`,
        fingerprint: fingerprintOf(`placeholder|${blockId}|${quote}`),
      });
  }
  if (block.kind === "table" && textOf(block).trim() === "")
    found.push({
      kind: "description",
      blockId,
      quote: block.rows[0]?.join(", ").slice(0, 80) ?? "",
      message:
        "This table has no caption, so that somebody who cannot see it is not told what it holds. Give it one.",
      fingerprint: fingerprintOf(`description|${blockId}`),
    });
  return found;
}

/** An area that is graded and has no text is an error already. */
function sections({ blocks, framework, findings }: LeavingReport): Found[] {
  const told = new Set(findings.map(({ areaId, blockId }) => (blockId === null ? areaId : null)));
  const missing = missingSections(blocks, framework).filter(
    ({ areaId }) => areaId === null || !told.has(areaId),
  );
  return missing.map(({ title }) => ({
    kind: "section",
    blockId: null,
    quote: "",
    message: `The framework asks for a section “${title}”, and the report has none. Add it, or say why it is left out.`,
    fingerprint: fingerprintOf(`section|${title}`),
  }));
}

const ofComments = (comments: readonly Comment[]): Found[] =>
  openComments(comments).map(({ id, blockId, quote, text, by }) => ({
    kind: "comment",
    blockId,
    quote,
    message: `${by || "Somebody"} says: “${short(text)}” Answer and resolve the comment.`,
    commentId: id,
    fingerprint: fingerprintOf(`comment|${id}|${text}`),
  }));

/** One thing for all of it: the answers have a page of their own. */
function ofFactualCheck(check: FactualCheck | null): Found[] {
  if (!check) return [];
  const { all, open } = countAnswers(check.comments);
  const message =
    open > 0
      ? `${open} of the ${all} factual accuracy comments ${open === 1 ? "has" : "have"} no answer. Answer them, and close the check.`
      : `The factual accuracy check that was issued to ${check.to} is not closed. Close it once every comment is in and answered.`;
  const fingerprint = fingerprintOf(`factual-check|${check.id}|${open > 0 ? "unanswered" : "open"}`);
  return [{ kind: "factual-check", blockId: null, quote: "", message, fingerprint }];
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text);

/** One line for what is one thing: a name is told once, at its first place. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
}

/** The printed number of each paragraph, and for what hangs on one, of that. */
function numbersNear(blocks: readonly Block[]): Map<Block["id"], number> {
  const own = paragraphNumbers(blocks);
  const near = new Map<Block["id"], number>();
  let last: number | undefined;
  for (const { id, kind } of blocks) {
    last = kind === "heading" ? undefined : (own.get(id) ?? last);
    if (last !== undefined) near.set(id, last);
  }
  return near;
}
