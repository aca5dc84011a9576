import type { ClientContext, ClientLink, ClientOptions } from "@orpc/client";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import { RPCLink as SocketLink } from "@orpc/client/websocket";
import { Fault } from "#shared/fault.ts";

/** What a desktop shell may offer the page: a request for a port, which arrives as a window message. */
interface ShellBridge {
  readonly connect: () => void;
}
declare global {
  interface Window {
    plumbline?: ShellBridge;
  }
}

export type ConnectionState = "connected" | "lost" | "refused";

/** A link to the back end that outlives one connection. */
export interface Transport {
  readonly link: ClientLink<ClientContext>;
  readonly state: () => ConnectionState;
  readonly subscribe: (listener: () => void) => () => void;
}

const PORT_MESSAGE = "plumbline:port";
const RETRY_MS = [250, 500, 1000, 2000, 4000];

/** The back end is gone for now; the text stays here and goes out when it is back. */
export const connectionLost = (): Fault =>
  new Fault(
    "unexpected",
    "The program behind this window has stopped.",
    "Your text is still in this window. If the program does not come back in a moment, copy the text and start Plumbline again.",
  );

/**
 * Takes the one-time code out of the address before anything else can see it.
 *
 * @returns null when the window was opened without one, or reloaded
 */
export function takeLaunchCode(): string | null {
  const code = new URLSearchParams(window.location.hash.slice(1)).get("code");
  if (code !== null) window.history.replaceState(null, "", window.location.pathname + window.location.search);
  return code;
}

/** @throws Fault when the window has no key to the program */
export async function openTransport(code: string | null): Promise<Transport> {
  if (window.plumbline) return portTransport(await shellPort(window.plumbline));
  const secret = await exchange(code);
  return socketTransport(secret);
}

function shellPort(bridge: ShellBridge): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent): void => {
      const data = event.data as { type?: unknown } | null;
      const port = event.ports[0];
      if (event.source !== window || data?.type !== PORT_MESSAGE || !port) return;
      window.removeEventListener("message", listen);
      resolve(port);
    };
    window.addEventListener("message", listen);
    bridge.connect();
  });
}

function portTransport(port: MessagePort): Transport {
  port.start();
  return { link: new PortLink({ port }), state: () => "connected", subscribe: () => () => {} };
}

/** The secret stays in this closure: page memory only, never storage, never a URL. */
async function exchange(code: string | null): Promise<string> {
  const keyless = new Fault(
    "unexpected",
    "This window has lost its key.",
    "Close it and start Plumbline again; everything saved is in the library.",
  );
  if (code === null) throw keyless;
  const response = await fetch("/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  if (!response.ok) throw keyless;
  const { secret } = (await response.json()) as { secret: string };
  return secret;
}

function socketTransport(secret: string): Transport {
  const listeners = new Set<() => void>();
  let state: ConnectionState = "connected";
  let attempt = 0;
  let link: SocketLink<ClientContext>;
  let socket: WebSocket;

  const become = (next: ConnectionState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const connect = (): void => {
    socket = new WebSocket(`ws://${window.location.host}/rpc`, ["plumbline", secret]);
    link = new SocketLink({ websocket: socket });
    socket.addEventListener("open", () => {
      attempt = 0;
      become("connected");
    });
    socket.addEventListener("close", () => {
      become("lost");
      window.setTimeout(connect, RETRY_MS[Math.min(attempt++, RETRY_MS.length - 1)]);
    });
  };
  connect();

  const call = async (
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> => {
    const used = socket;
    if (used.readyState > WebSocket.OPEN) throw connectionLost();
    try {
      return await link.call(path, input, options);
    } catch (error) {
      throw used.readyState > WebSocket.OPEN ? connectionLost() : error;
    }
  };
  return {
    link: { call },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
