import { os } from "#electron/core/api/procedures.ts";
import { listReports } from "#electron/core/store/reports.ts";
import { search } from "#electron/core/store/search.ts";

export const library = {
  describe: os.library.describe.handler(({ context }) => ({
    name: context.libraryName,
    kept: context.library.path !== ":memory:",
    version: context.version,
  })),
  list: os.library.list.handler(({ input, context }) => listReports(context.library.read, input.archived)),
  frameworks: os.library.frameworks.handler(({ context }) => [...context.frameworks]),
  search: os.library.search.handler(({ input, context }) =>
    search(context.library.read, input.query, input.limit),
  ),
};
