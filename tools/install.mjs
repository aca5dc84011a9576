import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const ownNode = fileURLToPath(
  new URL(`../node_modules/node/${process.platform === "win32" ? "node.exe" : "bin/node"}`, import.meta.url),
);

const stamp = fileURLToPath(new URL("../node_modules/.plumbline-installed", import.meta.url));

/** Runs a command in the project's folder with its output shown; stops this program when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (done.error) {
    console.error(`${command} could not be started: ${done.error.message}`);
    process.exit(1);
  }
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** npm is a script on Windows, which only a shell can start. */
export const runNpm = (...args) => run("npm", args, { shell: process.platform === "win32" });

/** Installs what package-lock.json names, once for each state of that file. */
export function ensureInstalled() {
  const lock = createHash("sha256")
    .update(readFileSync(`${root}/package-lock.json`))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock && existsSync(ownNode)) return;
  console.log("Installing what Plumbline is built from (once; about a minute) …");
  runNpm("ci", "--no-audit", "--no-fund", "--loglevel=error");
  if (!existsSync(ownNode)) {
    console.error(
      "npm did not bring the project's own Node: allow the install script of the package “node” and try again.",
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
