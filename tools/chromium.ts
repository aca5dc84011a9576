import { existsSync } from "node:fs";

/** The machine's own Chromium; undefined where there is none, and Playwright's own is used. */
export const chromiumPath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

/** How Playwright starts a browser for tests, measurements and pictures. */
export const launchOptions = {
  ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
  args: [
    // Only in a CI container does anybody run a browser as root; the product passes it only there too.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-quic",
    "--disable-background-networking",
  ],
};
