import { existsSync } from "node:fs";
import { join } from "node:path";
import { _electron } from "@playwright/test";
import { expect, test } from "vitest";
import { scratchFolder } from "#tests/helpers/scratch.ts";
import { findElectron } from "#tools/electron.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const binary = findElectron();
const built = existsSync(join(ROOT, "dist/electron/main.mjs"));
if (!binary)
  console.log("SKIPPED: the tests of the Electron window, because Electron's binary is not on this machine.");

test.skipIf(!binary || !built)("Electron opens the library page in an isolated window", async () => {
  const home = scratchFolder("electron");
  const app = await _electron.launch({
    executablePath: binary!,
    args: [ROOT, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    env: { ...process.env, PLUMBLINE_HOME: home } as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole("heading", { name: "Library" }).waitFor();
    expect(await page.evaluate(() => typeof (globalThis as { process?: unknown }).process)).toBe("undefined");
  } finally {
    await app.close();
  }
});
