import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { app, dialog, protocol, session } from "electron";
import { type App, asFault, defaultLibraryPath, openApp } from "#electron/core/app.ts";
import { contentPolicy } from "#electron/core/content-policy.ts";
import { ROOT } from "#electron/core/paths.ts";
import { readManifest, type StaticFile } from "#electron/core/static-files.ts";
import { mountRouter } from "#electron/shell/ipc.ts";
import { manifestKey, SCHEME } from "#electron/shell/policy.ts";
import { createWindow } from "#electron/shell/window.ts";

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

// Dates in fields, and the words that are Chromium's own, are British whatever the desktop speaks.
app.commandLine.appendSwitch("lang", "en-GB");

/** Two windows of one account would fight for the library; the second shows the first. */
if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  let core: App;
  try {
    core = await openApp({ path: defaultLibraryPath(), sample: true });
  } catch (error) {
    const fault = asFault(error);
    dialog.showErrorBox(fault.message, fault.remedy);
    app.exit(1);
    return;
  }
  const own = session.fromPartition("plumbline");
  serve(own, readManifest(join(ROOT, "dist", "renderer")));
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  mountRouter(core.context);
  const window = createWindow(own, join(ROOT, "dist", "electron", "preload.cjs"));
  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", () => core.close());
}

/** Answers our own scheme from the manifest, and refuses every other request the page could make. */
function serve(own: Electron.Session, files: ReadonlyMap<string, StaticFile>): void {
  own.protocol.handle(SCHEME, (request) => {
    const key = request.method === "GET" ? manifestKey(request.url) : null;
    const file = key === null ? undefined : files.get(key);
    if (!file) return new Response(null, { status: 404 });
    const headers = { "Content-Type": file.mediaType, "X-Content-Type-Options": "nosniff" };
    if (key !== "/index.html") return new Response(new Uint8Array(file.bytes), { headers });
    const nonce = randomBytes(16).toString("base64");
    const page = file.bytes.toString("utf8").replaceAll("__CSP_NONCE__", nonce);
    return new Response(page, { headers: { ...headers, "Content-Security-Policy": contentPolicy(nonce) } });
  });
  own.webRequest.onBeforeRequest((details, answer) => {
    const { protocol: scheme } = new URL(details.url);
    answer({ cancel: ![`${SCHEME}:`, "blob:", "data:", "devtools:"].includes(scheme) });
  });
}
