import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { Fault } from "#shared/fault.ts";

export interface StaticFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".json": "application/json",
};

/**
 * The built renderer, read once. Requests are answered from this list by exact path and never from the
 * disk, so no path can climb out of it.
 *
 * @throws Fault `not-found` when the renderer has not been built
 */
export function readManifest(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Fault(
      "not-found",
      "The workstation's pages have not been built.",
      "Run “npm run build” once, then start again.",
    );
  }
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const mediaType = MEDIA_TYPES[extname(entry.name)];
    if (mediaType)
      files.set(`/${relative(folder, path).split(sep).join("/")}`, { bytes: readFileSync(path), mediaType });
  }
  return files;
}
