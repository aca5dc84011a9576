import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isOwnPage, isTrustedSender, manifestKey, mayOpenOutside, PAGE } from "#electron/shell/policy.ts";

const source = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../../electron/shell", name), "utf8");

test.each([
  "https://evil.example/",
  "file:///etc/passwd",
  "plumbline://evil/index.html",
  "http://app/",
  "javascript:1",
  "",
])("%j is not our page: no navigation, no port", (address) => {
  expect(isOwnPage(address)).toBe(false);
  expect(manifestKey(address)).toBeNull();
  expect(isTrustedSender({ url: address, parent: null })).toBe(false);
});

test("our own top frame gets a port, a frame inside it does not", () => {
  expect(isTrustedSender({ url: PAGE, parent: null })).toBe(true);
  expect(isTrustedSender({ url: PAGE, parent: {} })).toBe(false);
  expect(isTrustedSender(null)).toBe(false);
});

test("only links a person may follow are offered outside", () => {
  expect(["https://www.gov.uk/", "mailto:a@example.org"].map(mayOpenOutside)).toEqual([true, true]);
  expect(["http://intranet/", "file:///bin/sh", "smb://host/share", "x"].map(mayOpenOutside)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("a climbing path stays inside the manifest's names", () => {
  expect(manifestKey("plumbline://app/../../etc/passwd")).toBe("/etc/passwd");
  expect(manifestKey("plumbline://app/")).toBe("/index.html");
});

test("window settings that keep the page in its box are all set", () => {
  const window = source("window.ts");
  for (const setting of [
    "contextIsolation: true",
    "sandbox: true",
    "nodeIntegration: false",
    "webSecurity: true",
    "webviewTag: false",
    "spellcheck: false",
  ]) {
    expect(window).toContain(setting);
  }
  for (const event of [
    "will-navigate",
    "will-redirect",
    "will-frame-navigate",
    "will-attach-webview",
    "setWindowOpenHandler",
  ]) {
    expect(window).toContain(event);
  }
});

test("preload and main use the same two channels, and the preload exposes one call", () => {
  const [ipc, preload] = [source("ipc.ts"), source("preload.ts")];
  for (const channel of [...ipc.matchAll(/= "(plumbline:[a-z]+)"/g)].map((match) => match[1]!)) {
    expect(preload).toContain(`"${channel}"`);
  }
  expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
  expect(preload.match(/ipcRenderer\.send/g)).toHaveLength(1);
});
