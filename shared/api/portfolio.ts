import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { ReportSummary } from "#shared/domain/report.ts";
import { ReportFacts } from "#shared/portfolio/report-facts.ts";

export const PortfolioRow = z.strictObject({ summary: ReportSummary, facts: ReportFacts });
export type PortfolioRow = z.infer<typeof PortfolioRow>;

const Event = z.discriminatedUnion("kind", [
  /** What is known already, how many reports are still to be read, and what each rule is called. */
  z.strictObject({
    kind: z.literal("known"),
    rows: z.array(PortfolioRow),
    missing: z.int(),
    ruleTitles: z.record(z.string(), z.string()),
  }),
  z.strictObject({ kind: z.literal("row"), row: PortfolioRow }),
]);
export type PortfolioEvent = z.infer<typeof Event>;
const PortfolioEvent: z.ZodType<PortfolioEvent> = Event;

export const portfolio = {
  /** All reports of the library in numbers, as they become known. Cancelling loses nothing that was worked out. */
  list: procedure.output(eventIterator(PortfolioEvent)),
};
