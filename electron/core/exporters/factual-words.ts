import type { FactualIssue } from "#electron/core/exporters/exporter.ts";
import { spokenDay } from "#shared/document/draft-from-framework.ts";

/** What is said on every page of a copy that is issued to be checked. */
export const NOT_FOR_PUBLICATION = "Draft for factual accuracy check – not for publication";
export const FORM_TITLE = "Response form";

/** To whom, when, and by when: lines of the first page. */
export const issueLines = ({ to, issuedOn, dueOn }: FactualIssue): string[] => [
  `Issued to ${to} on ${spokenDay(issuedOn)}.`,
  `Comments on factual accuracy are due by ${spokenDay(dueOn)}.`,
];
