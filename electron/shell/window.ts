import { BrowserWindow, dialog, type Session, shell } from "electron";
import { isOwnPage, mayOpenOutside, PAGE } from "#electron/shell/policy.ts";

/** The one window: isolated, sandboxed, and unable to go anywhere but our own page. */
export function createWindow(session: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 820,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: "Plumbline",
    webPreferences: {
      session,
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      // Electron's own checker would fetch its dictionaries.
      spellcheck: false,
    },
  });
  const { webContents } = window;
  const stay = (event: { preventDefault(): void }, address: string): void => {
    if (!isOwnPage(address)) event.preventDefault();
  };
  webContents.on("will-navigate", (event) => stay(event, event.url));
  webContents.on("will-redirect", (event) => stay(event, event.url));
  webContents.on("will-frame-navigate", (event) => stay(event, event.url));
  webContents.on("will-attach-webview", (event) => event.preventDefault());
  webContents.setWindowOpenHandler(({ url }) => {
    void openOutside(window, url);
    return { action: "deny" };
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(PAGE);
  return window;
}

async function openOutside(window: BrowserWindow, address: string): Promise<void> {
  if (!mayOpenOutside(address)) return;
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    message: "Open this link in your browser?",
    detail: address,
    buttons: ["Open", "Cancel"],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(address);
}
