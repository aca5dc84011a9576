import { contextBridge, ipcRenderer } from "electron";

/** The window, as far as a layer without DOM types needs it. */
const page = globalThis as unknown as {
  postMessage(message: object, target: string, ports: readonly unknown[]): void;
};

/**
 * The bridge: the page may ask for its port, and nothing else. Sandboxed preloads are CommonJS and may import
 * only Electron, so the two channel names stand here again; tests/electron/shell/policy.test.ts keeps them equal.
 */
contextBridge.exposeInMainWorld("plumbline", {
  connect: (): void => ipcRenderer.send("plumbline:connect"),
});

ipcRenderer.on("plumbline:port", (event) => {
  // Ports cannot cross the bridge; a window message can carry one.
  page.postMessage({ type: "plumbline:port" }, "*", event.ports);
});
