import { createRouterClient } from "@orpc/server";
import { router } from "#electron/core/api/router.ts";
import { type App, openApp } from "#electron/core/app.ts";

/** The whole program without a window, its library in memory, and a client that calls it directly. */
export async function appInMemory(): Promise<{ app: App; client: ReturnType<typeof clientOf> }> {
  const app = await openApp({ path: null });
  return { app, client: clientOf(app) };
}

const clientOf = (app: App) => createRouterClient(router, { context: app.context });
