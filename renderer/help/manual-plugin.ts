import type { Plugin } from "vite";
import { readManualPage } from "#renderer/help/read-manual-page.ts";

/** Makes the pages in docs/manual part of the program, so that help is there without a network. */
export const manualPlugin = (): Plugin => ({
  name: "plumbline:manual",
  enforce: "pre",
  transform: {
    filter: { id: /\/docs\/manual\/[\w-]+\.md$/ },
    handler: async (code) => ({
      code: `export default ${JSON.stringify(await readManualPage(code))};`,
      map: null,
    }),
  },
});
