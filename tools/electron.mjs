import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownNode, root } from "#tools/install.mjs";

/** How long to try for a binary, and how long to leave it after a refusal. */
const FETCH_LIMIT_MS = 90_000;
const TRY_AGAIN_MS = 24 * 60 * 60 * 1000;

const folder = join(root, "node_modules/electron");
const refused = join(root, "node_modules/.plumbline-no-electron");

/** Path of Electron's binary, or null. ELECTRON_OVERRIDE_DIST_PATH names a folder that holds another one. */
export function findElectron() {
  const pathFile = join(folder, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8").trim() : defaultName();
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, "dist"), name);
  return existsSync(binary) ? binary : null;
}

function defaultName() {
  if (process.platform === "win32") return "electron.exe";
  return process.platform === "darwin" ? "Electron.app/Contents/MacOS/Electron" : "electron";
}

/** Fetches the binary where the network allows it; remembers a refusal for a day. */
export function fetchElectron() {
  if (existsSync(refused) && Date.now() - Number(readFileSync(refused, "utf8")) < TRY_AGAIN_MS) return null;
  console.log("Fetching Electron (once) …");
  const installer = join(folder, "install.js");
  if (existsSync(installer)) {
    spawnSync(ownNode, [installer], { cwd: folder, stdio: "ignore", timeout: FETCH_LIMIT_MS });
  }
  const binary = findElectron();
  if (!binary) writeFileSync(refused, String(Date.now()));
  return binary;
}
