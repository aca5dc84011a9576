import { join } from "node:path";
import { type AppOptions, openApp } from "#electron/core/app.ts";
import { ROOT } from "#electron/core/paths.ts";
import { findBrowser, hasDisplay, openAppWindow } from "#electron/host/browser.ts";
import { startHost } from "#electron/host/server.ts";
import { readManifest } from "#electron/core/static-files.ts";

/** A printed address is opened by a person, not by us. */
const PRINTED_CODE_LIFE_MS = 600_000;

export interface HostRun {
  /** Open a window if a browser can be found; otherwise print the address and serve until stopped. */
  readonly window: boolean;
}

/** Loopback: starts the core, serves it, opens the app window, and stops when the window closes or a signal comes. */
export async function runHost(options: AppOptions, { window }: HostRun): Promise<void> {
  const files = readManifest(join(ROOT, "dist", "renderer"));
  const app = await openApp(options);
  try {
    const stopped = new Promise<void>((resolve) => {
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    });
    const browser = window && hasDisplay() ? findBrowser() : null;
    const host = await startHost({
      context: app.context,
      files,
      codeLifeMs: browser ? 30_000 : PRINTED_CODE_LIFE_MS,
    });
    if (browser) {
      console.log(`Plumbline is open in a window of ${browser}. Close the window to stop.`);
      const appWindow = openAppWindow(browser, host.address);
      await Promise.race([stopped, appWindow.closed]);
      appWindow.close();
    } else {
      const why = window ? "No window can be opened here, so " : "";
      console.log(
        `${why}Plumbline serves until stopped (Ctrl+C). Open this address, once, within ten minutes:`,
      );
      console.log(host.address);
      await stopped;
    }
    await host.close();
  } finally {
    app.close();
  }
}
