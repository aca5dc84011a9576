import { join } from "node:path";
import { defineConfig } from "vite";

const root = join(import.meta.dirname, "..", "..");

/** The preload as CommonJS, which is all that Electron's sandbox runs. */
export default defineConfig({
  root,
  build: {
    ssr: join(root, "electron/shell/preload.ts"),
    outDir: join(root, "dist/electron"),
    emptyOutDir: false,
    rollupOptions: { external: ["electron"], output: { entryFileNames: "preload.cjs", format: "cjs" } },
  },
});
