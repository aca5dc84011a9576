#!/usr/bin/env node
import "#tools/own-node.mjs";
const { run } = await import("#electron/cli/main.ts");
await run(process.argv);
