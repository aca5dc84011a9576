/** `npm run dev`: the loopback host over the pages as they are now, with a sample library that is not kept. */
import { join } from "node:path";
import { ensureRenderer } from "#tools/build.mjs";
import { ensureInstalled, ownNode, root, run } from "#tools/install.mjs";

ensureInstalled();
ensureRenderer();
run(ownNode, [
  join(root, "electron/cli/plumbline.mjs"),
  "open",
  "--sample",
  "--no-window",
  ...process.argv.slice(2),
]);
