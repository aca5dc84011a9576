/** `npm run screenshots`: pictures of every screen in every theme; with `-- --walk`, those of the manual. */
import { ensureRenderer } from "#tools/build.mjs";
import { ensureInstalled, ownNode, root, run } from "#tools/install.mjs";

ensureInstalled();
ensureRenderer();
run(ownNode, [`${root}/tools/screenshots.ts`, ...process.argv.slice(2)]);
