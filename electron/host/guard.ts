import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** How many wrong guesses burn the one-time code of a launch. */
const CODE_GUESSES = 5;

/** What a request looks like to the guard, so that its rules can be tested without a socket. */
export interface GuardedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** All Host header lines: a second one is a smuggling attempt. */
  readonly hostLines: number;
  readonly peer: string | undefined;
}

/**
 * Who may speak to the loopback host. The order of the rules follows docs/decisions/0006: peer, Host,
 * Sec-Fetch-Site, Origin; then the secret, which only the page opened by this launch can have.
 */
export class Guard {
  readonly #host: string;
  readonly #code = randomBytes(24).toString("base64url");
  readonly #secret = randomBytes(32).toString("base64url");
  readonly #codeEndsAt: number;
  #guesses = 0;
  #spent = false;

  /** @param codeLifeMs how long the code may be exchanged: seconds for a window, minutes for a person who types */
  constructor(port: number, codeLifeMs: number, now = Date.now()) {
    this.#host = `127.0.0.1:${port}`;
    this.#codeEndsAt = now + codeLifeMs;
  }

  /** Goes into the fragment of the redirect file, and nowhere else. */
  get code(): string {
    return this.#code;
  }

  /** True when the request comes from this machine, names us exactly, and was not sent by another site. */
  allows(request: GuardedRequest, kind: "page" | "asset" | "session" | "socket"): boolean {
    const { headers } = request;
    if (request.peer !== "127.0.0.1" && request.peer !== "::ffff:127.0.0.1") return false;
    if (headers.host !== this.#host || request.hostLines !== 1 || !request.url.startsWith("/")) return false;
    const site = headers["sec-fetch-site"];
    const isOpening =
      kind === "page" && headers["sec-fetch-mode"] !== "cors" && headers["sec-fetch-dest"] !== "iframe";
    if (site !== undefined && site !== "same-origin" && !isOpening) return false;
    const origin = headers.origin;
    if (kind === "session" || kind === "socket") return origin === `http://${this.#host}`;
    return origin === undefined || origin === `http://${this.#host}`;
  }

  /** Exchanges the code for the secret, once. Null: wrong, late, spent or burnt. */
  exchange(code: unknown, now = Date.now()): string | null {
    if (this.#spent || this.#guesses >= CODE_GUESSES || now > this.#codeEndsAt) return null;
    if (typeof code !== "string" || !same(code, this.#code)) {
      this.#guesses += 1;
      return null;
    }
    this.#spent = true;
    return this.#secret;
  }

  /** The WebSocket's subprotocols carry the secret, because a page can set no other header. */
  knows(subprotocols: readonly string[]): boolean {
    return (
      subprotocols.length === 2 && subprotocols[0] === "plumbline" && same(subprotocols[1]!, this.#secret)
    );
  }
}

/** Compares in constant time, whatever the lengths. */
function same(a: string, b: string): boolean {
  const key = randomBytes(16);
  const digest = (text: string): Buffer => createHmac("sha256", key).update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
