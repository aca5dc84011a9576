import { defineConfig } from "@playwright/test";
import { launchOptions } from "#tools/chromium.ts";

/** Journeys through the loopback host in a real browser. One worker: two at a time took as long, each twice. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  globalSetup: "./build-pages.mjs",
  timeout: 240_000,
  // What takes a second on a quiet machine may take ten on a busy one.
  expect: { timeout: 20_000 },
  workers: 1,
  // One that fails on a busy machine and passes alone is told as flaky, and is no reason to stop.
  retries: 1,
  reporter: [["list"], ["json", { outputFile: "../../test-results/journeys.json" }]],
  outputDir: "../../test-results/journeys",
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
    acceptDownloads: true,
    actionTimeout: 30_000,
    launchOptions,
  },
});
