import { existsSync } from "node:fs";
import { chromium, type Browser } from "@playwright/test";

/** The machine's own Chromium, else the one Playwright fetched. */
export async function openBrowser(): Promise<Browser> {
  const system = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
  return chromium.launch({
    ...(system && { executablePath: system }),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-quic",
      "--disable-background-networking",
    ],
  });
}
