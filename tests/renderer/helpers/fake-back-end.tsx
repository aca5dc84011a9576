import { implement, createRouterClient } from "@orpc/server";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { readFileSync } from "node:fs";
import type { ReactNode } from "react";
import { contract } from "#shared/api/contract.ts";
import type { ReviewLine } from "#shared/api/review.ts";
import type { ImportEvent } from "#shared/api/imports.ts";
import { faultDataOf } from "#tests/renderer/helpers/fault-data.ts";
import { Framework } from "#shared/domain/framework.ts";
import { BlockId, ReportId } from "#shared/domain/ids.ts";
import type { Desk } from "#shared/domain/ledger.ts";
import { ReportSummary } from "#shared/domain/report.ts";
import type { Fault } from "#shared/fault.ts";
import { ApiContext, apiOver } from "#renderer/api/client.ts";

export const slac = Framework.parse(JSON.parse(readFileSync("resources/frameworks/slac-2009.json", "utf8")));

export const summary = (title: string): ReportSummary =>
  ReportSummary.parse({
    id: `id of ${title}`,
    title,
    provider: "Cornwall",
    frameworkId: slac.id,
    inspectionDate: "2009-09-30",
    stage: "draft",
    revision: 1,
    paragraphs: 67,
    words: 10_105,
    overall: [{ areaId: slac.areas.find(({ overall }) => overall)!.id, gradeId: slac.grades[0]!.id }],
    changedAt: "2026-01-05T14:02:00.000Z",
  });

/** A back end of a few reports in memory, under the real contract. */
export class FakeBackEnd {
  reports: ReportSummary[] = [];
  readonly archived = new Set<string>();
  listFault: Fault | null = null;
  importEvents: ImportEvent[] = [];
  desk: Desk = { name: "Rae Reviewer", role: "lead" };
  reviews: ReviewLine[] = [];
  /** What was asked to be taken of packages. */
  readonly taken: unknown[] = [];

  readonly client = (() => {
    const os = implement(contract);
    const settings: Record<string, string> = {};
    const router = {
      library: {
        describe: os.library.describe.handler(() => ({ name: "Test library", kept: true, version: "1.0.0" })),
        frameworks: os.library.frameworks.handler(() => [slac]),
        list: os.library.list.handler(({ input, errors }) => {
          if (this.listFault) throw errors.FAULT({ data: faultDataOf(this.listFault) });
          return this.reports.filter(({ id }) => this.archived.has(id) === input.archived);
        }),
        search: os.library.search.handler(({ input }) => [
          {
            reportId: this.reports[0]!.id,
            reportTitle: this.reports[0]!.title,
            blockId: BlockId.parse("b12"),
            paragraph: 12,
            pieces: [
              { text: "before ", match: false },
              { text: input.query, match: true },
              { text: " after", match: false },
            ],
          },
        ]),
      },
      reports: {
        archive: os.reports.archive.handler(({ input }) => {
          if (input.archived) this.archived.add(input.reportId);
          else this.archived.delete(input.reportId);
        }),
      },
      review: {
        desk: os.review.desk.handler(() => this.desk),
        list: os.review.list.handler(() => this.reviews),
      },
      packages: {
        take: os.packages.take.handler(({ input }) => {
          this.taken.push(input);
          return { reportId: ReportId.parse("r"), revision: 8, savedAt: "2026-06-02T10:00:00.000Z" };
        }),
      },
      imports: {
        files: os.imports.files.handler(async function* () {
          yield* events();
        }),
      },
      desktop: {
        readSettings: os.desktop.readSettings.handler(() => settings),
        writeSetting: os.desktop.writeSetting.handler(({ input }) => {
          settings[input.name] = input.value;
        }),
      },
    };
    const events = (): ImportEvent[] => this.importEvents;
    // Only what the library page asks for; anything else fails loudly.
    return createRouterClient(router) as never;
  })();

  /** The page as it stands in the program. */
  around(page: ReactNode): ReactNode {
    const api = apiOver(this.client, { state: () => "connected", subscribe: () => () => {} });
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    return (
      <ApiContext value={api}>
        <QueryClientProvider client={queryClient}>{page}</QueryClientProvider>
      </ApiContext>
    );
  }
}
