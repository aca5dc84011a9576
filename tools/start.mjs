/**
 * `npm start`: installs what is missing, builds, and opens the workstation: in Electron where its binary is or can
 * be had, else in an app window of the browser on this machine, else at an address that is printed.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildElectron, ensureRenderer } from "#tools/build.mjs";
import { fetchElectron, findElectron } from "#tools/electron.mjs";
import { ensureInstalled, ownNode, root } from "#tools/install.mjs";

ensureInstalled();
ensureRenderer();

const hasDisplay = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const electron = hasDisplay ? (findElectron() ?? fetchElectron()) : null;
const passedOn = process.argv.slice(2);

let child;
if (electron) {
  buildElectron();
  console.log("Opening Plumbline in Electron.");
  child = spawn(electron, [root, ...passedOn], { stdio: "inherit" });
} else {
  if (hasDisplay)
    console.log("Electron is not here and could not be fetched; using the browser on this machine.");
  child = spawn(ownNode, [join(root, "electron/cli/plumbline.mjs"), "open", ...passedOn], {
    stdio: "inherit",
  });
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 0));
