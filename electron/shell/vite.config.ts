import { join } from "node:path";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "..", "..");

/** Electron's main process as one module. Packages stay outside; the children run from their sources. */
export default defineConfig({
  root,
  build: {
    ssr: join(root, "electron/shell/main.ts"),
    outDir: join(root, "dist/electron"),
    emptyOutDir: false,
    target: "node24",
    rollupOptions: {
      external: [/^electron$/, /^better-sqlite3$/, /^node:/],
      output: { entryFileNames: "main.mjs", format: "es" },
    },
  },
});
