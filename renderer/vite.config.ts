import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { manualPlugin } from "#renderer/help/manual-plugin.ts";

/** The page is served under a strict content policy: nothing inline, no data: fonts, workers as files of their own. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react(), manualPlugin()],
  worker: { format: "es" },
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "chrome130",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
  },
});
