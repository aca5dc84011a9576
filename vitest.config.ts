import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { manualPlugin } from "#renderer/help/manual-plugin.ts";
import { chromiumPath, launchOptions } from "#tools/chromium.ts";

if (chromiumPath === undefined)
  console.log("No Chromium on this machine: what only a real browser can prove is skipped here.");

/** The editor in a real browser, where the selection, the input and the clipboard are the browser's own. */
const inBrowser: TestProjectConfiguration = {
  plugins: [react(), manualPlugin()],
  test: {
    name: "browser",
    include: ["tests/browser/**/*.test.{ts,tsx}"],
    // Five thousand edits by real keys; how long a key takes is the machine’s.
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions }),
      instances: [{ browser: "chromium" }],
    },
  },
};

/** What takes a second on a quiet machine may take twenty on a busy one: what hangs is still told. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Node tests by default; a renderer test that needs a document, or a real browser, says so by its folder. */
export default defineConfig({
  test: {
    // By default one core is left idle, which of two is half the machine.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/renderer/**", "tests/browser/**", "tests/e2e/**"],
          ...PATIENCE,
        },
      },
      {
        plugins: [react(), manualPlugin()],
        test: {
          name: "renderer",
          environment: "jsdom",
          include: ["tests/renderer/**/*.test.{ts,tsx}"],
          ...PATIENCE,
        },
      },
      ...(chromiumPath === undefined ? [] : [inBrowser]),
    ],
  },
});
