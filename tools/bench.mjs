/** `npm run bench`: the rates the project promises, measured now and written to docs/benchmarks.md. */
import { ensureInstalled, ownNode, root, run } from "#tools/install.mjs";

ensureInstalled();
run(ownNode, [`${root}/tools/bench.ts`, ...process.argv.slice(2)]);
