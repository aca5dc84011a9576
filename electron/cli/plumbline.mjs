#!/usr/bin/env node
import "#tools/own-node.mjs";

// A reader that has seen enough (“| head”) closes the pipe: that is no fault of ours.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const { run } = await import("#electron/cli/main.ts");
await run(process.argv);
