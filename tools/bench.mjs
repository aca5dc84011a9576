/** `npm run bench`, `bench:typing`, `bench:evidence` and `bench:desk`: what the project promises, measured now and written to docs/. */
import { ensureRenderer } from "#tools/build.mjs";
import { ensureInstalled, ownNode, root, run } from "#tools/install.mjs";

const [first, ...rest] = process.argv.slice(2);
ensureInstalled();
if (first === "typing" || first === "evidence" || first === "desk") {
  ensureRenderer();
  run(ownNode, [`${root}/tools/bench-${first}.ts`, ...rest]);
} else run(ownNode, [`${root}/tools/bench.ts`, ...process.argv.slice(2)]);
