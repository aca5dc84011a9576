/** What the shell allows, apart from Electron itself so that it can be proved without its binary. */
export const SCHEME = "plumbline";
export const PAGE = `${SCHEME}://app/index.html`;

/** Our own page and nothing else: any other address is a way out of the workstation. */
export function isOwnPage(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${SCHEME}:` && url.host === "app";
  } catch {
    return false;
  }
}

/** Links the author typed may be opened outside, after asking; files and programs never. */
export function mayOpenOutside(address: string): boolean {
  try {
    return ["https:", "mailto:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** The manifest key of a request to our scheme: `plumbline://app/assets/x.js` → `/assets/x.js`. */
export function manifestKey(address: string): string | null {
  if (!isOwnPage(address)) return null;
  const { pathname } = new URL(address);
  return pathname === "/" ? "/index.html" : pathname;
}

/** A port is handed to the top frame of our own page only. */
export const isTrustedSender = (frame: { readonly url: string; readonly parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && isOwnPage(frame.url);
