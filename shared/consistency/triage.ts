import type { Finding } from "#shared/consistency/finding.ts";
import { fingerprintOf } from "#shared/consistency/fingerprint.ts";
import type { Disposition } from "#shared/domain/disposition.ts";

/** Findings as people have answered them. */
export interface Triage {
  /** Faults that still stand, accepted ones among them. In report order. */
  readonly open: readonly Finding[];
  /** Set aside with a reason that still holds. */
  readonly dismissed: readonly Finding[];
  /** Questions of the review checklist, answered or not. */
  readonly questions: readonly Finding[];
  /** The answer that holds, by the finding’s fingerprint. */
  readonly answers: ReadonlyMap<string, Disposition>;
  /** The answer that held until the words it was about changed, by the fingerprint of the finding there now. */
  readonly lapsed: ReadonlyMap<string, Disposition>;
}

export const NO_TRIAGE: Triage = {
  open: [],
  dismissed: [],
  questions: [],
  answers: new Map(),
  lapsed: new Map(),
};

/**
 * Puts answers to the findings they were given to. An answer holds as long as the finding says the same of the same
 * words; numbers of other paragraphs, which change when text is put in above, do not count. */
export function triageOf(findings: readonly Finding[], dispositions: readonly Disposition[]): Triage {
  const given = new Map(dispositions.map((each) => [each.fingerprint, each]));
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const orphans = new Map(
    dispositions.filter(({ fingerprint }) => !present.has(fingerprint)).map((each) => [placeOf(each), each]),
  );
  const answers = new Map<string, Disposition>();
  const lapsed = new Map<string, Disposition>();
  for (const finding of findings) {
    const answer = given.get(finding.fingerprint);
    if (answer?.basis === basisOf(finding)) answers.set(finding.fingerprint, answer);
    else {
      const before = answer ?? orphans.get(placeOf(finding));
      if (before) lapsed.set(finding.fingerprint, before);
    }
  }
  const faults = findings.filter(({ question }) => !question);
  const isDismissed = ({ fingerprint }: Finding): boolean => answers.get(fingerprint)?.state === "dismissed";
  return {
    open: faults.filter((finding) => !isDismissed(finding)),
    dismissed: faults.filter(isDismissed),
    questions: findings.filter(({ question }) => question),
    answers,
    lapsed,
  };
}

/** What a finding says, as one number: its words and its message without the numbers of other paragraphs. */
export const basisOf = ({ quote, message }: Pick<Finding, "quote" | "message">): string =>
  fingerprintOf(`${quote}|${message.replace(/paragraphs? \d+(?:(?:, | and |–)\d+)*/g, "paragraph")}`);

const placeOf = ({ rule, areaId, blockId }: Pick<Finding, "rule" | "areaId" | "blockId">): string =>
  `${rule}|${blockId ?? areaId}`;
