import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's or the packaged program's root: where resources/ and dist/ lie. */
export const ROOT = process.env["PLUMBLINE_ROOT"] ?? fileURLToPath(new URL("../..", import.meta.url));

export const resourcePath = (...parts: string[]): string => join(ROOT, "resources", ...parts);

/** Where a person's library and frameworks live; PLUMBLINE_HOME overrides it. */
export function homeFolder(): string {
  const own = process.env["PLUMBLINE_HOME"];
  if (own) return own;
  if (process.platform === "win32") return join(process.env["APPDATA"] ?? homedir(), "Plumbline");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "Plumbline");
  return join(process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "plumbline");
}

/** As package.json has it. */
export function versionOf(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  return version;
}
