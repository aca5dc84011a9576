import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** An open app window; `closed` resolves when the person closes it. */
export interface AppWindow {
  readonly closed: Promise<void>;
  close(): void;
}

const ON_PATH = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ];
  }),
};

/** The first Chromium, Chrome or Edge on this machine; PLUMBLINE_BROWSER names another. Null when there is none. */
export function findBrowser(): string | null {
  const own = process.env["PLUMBLINE_BROWSER"];
  if (own) return existsSync(own) ? own : null;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const onPath = ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...(ELSEWHERE[process.platform] ?? [])].find(isExecutable) ?? null;
}

/** A window needs a display to open on; without one the address is printed instead. */
export const hasDisplay = (): boolean =>
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the address in a window of its own with a profile that is deleted afterwards. The address holds the
 * one-time code, so it goes through a 0600 file and never on to a command line that other accounts can list.
 */
export function openAppWindow(browser: string, address: string): AppWindow {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-"));
  const redirect = writeRedirect(folder, address);
  const flags = [
    `--app=file://${redirect}`,
    `--user-data-dir=${join(folder, "profile")}`,
    "--lang=en-GB",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--window-size=1366,820",
    // Chromium refuses to start as root with its sandbox on; that only happens in a CI container.
    ...(process.getuid?.() === 0 && process.env["CI"] ? ["--no-sandbox"] : []),
  ];
  const child: ChildProcess = spawn(browser, flags, { stdio: "ignore" });
  const closed = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  }).finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return { closed, close: () => void child.kill() };
}

/** mkdtemp makes the folder 0700; the file in it is 0600. */
export function writeRedirect(folder: string, address: string): string {
  const path = join(folder, "open.html");
  const page = `<!doctype html><meta charset="utf-8"><title>Plumbline</title><meta http-equiv="refresh" content="0;url=${address}">`;
  writeFileSync(path, page, { mode: 0o600 });
  return path;
}
