/** `npm run demo`: the main job without a window, on the sample report, saying how long each step took. */
import { ensureInstalled, ownNode, root, run } from "#tools/install.mjs";

ensureInstalled();
run(ownNode, [`${root}/tools/demo.ts`]);
