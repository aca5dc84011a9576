import { defineConfig } from "@playwright/test";
import { launchOptions } from "#tools/chromium.ts";

/** Journeys through the loopback host in a real browser. Two at a time: each waits more than it works. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  globalSetup: "./build-pages.mjs",
  timeout: 240_000,
  // What takes a second alone may take ten beside another journey.
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: [["list"]],
  outputDir: "../../test-results",
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
    acceptDownloads: true,
    actionTimeout: 15_000,
    launchOptions,
  },
});
