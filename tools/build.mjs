import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { ownNode, root, run } from "#tools/install.mjs";

/** Newest change below the folders, in milliseconds since 1970. */
function newest(...folders) {
  let latest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return latest;
}

const vite = (config, ...more) =>
  run(ownNode, [
    join(root, "node_modules/vite/bin/vite.js"),
    "build",
    "--config",
    config,
    "--logLevel",
    "warn",
    ...more,
  ]);

/** Builds the renderer when its sources are newer than what was built. */
export function ensureRenderer() {
  const built = join(root, "dist/renderer/index.html");
  if (
    existsSync(built) &&
    statSync(built).mtimeMs > newest("renderer", "shared", "resources/models", "docs/manual")
  )
    return;
  console.log("Building the workstation's pages …");
  // Beside the old ones, which a running host or test may be about to read.
  const next = join(root, "dist/renderer.next");
  vite("renderer/vite.config.ts", "--outDir", next, "--emptyOutDir");
  rmSync(join(root, "dist/renderer"), { recursive: true, force: true });
  renameSync(next, join(root, "dist/renderer"));
}

/** Bundles Electron's main process and preload. */
export function buildElectron() {
  vite("electron/shell/vite.config.ts");
  vite("electron/shell/vite.preload.config.ts");
}
