/**
 * The page's content policy, the same in both windows: our own files only, no inline script, no eval; WASM is
 * for the page's own engines. React Aria adds one style element, which carries the nonce.
 *
 * @param connect what the page may connect to besides its own origin
 */
export const contentPolicy = (nonce: string, connect = ""): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    `connect-src ${`'self' ${connect}`.trim()}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
