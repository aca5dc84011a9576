/**
 * First import of every entry point. The back end is TypeScript that Node runs as it is, and the SQLite
 * package crashes an older Node instead of refusing it, so a Node before 22.18 hands over to the project's own.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import * as module from "node:module";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const oldNode = major < 22 || (major === 22 && minor < 18);

if (oldNode) {
  const name = process.platform === "win32" ? "node.exe" : "bin/node";
  const own = fileURLToPath(new URL(`../node_modules/node/${name}`, import.meta.url));
  if (!existsSync(own)) {
    process.stderr.write(
      `Plumbline needs Node 22.18 or newer, and this is Node ${process.versions.node}. ` +
        "Run “npm start” or “npm ci” in the project's folder first: it brings its own.\n",
    );
    process.exit(2);
  }
  const run = spawnSync(own, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit" });
  process.exit(run.status ?? 1);
}

// Compiled code is kept between starts, which more than halves the time of “--help”; it holds none of the user's data.
module.enableCompileCache?.(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
