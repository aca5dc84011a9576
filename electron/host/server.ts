import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { RPCHandler } from "@orpc/server/ws";
import { WebSocketServer } from "ws";
import { router } from "#electron/core/api/router.ts";
import { contentPolicy } from "#electron/core/content-policy.ts";
import type { CoreContext } from "#electron/core/context.ts";
import { Guard, type GuardedRequest } from "#electron/host/guard.ts";
import type { StaticFile } from "#electron/core/static-files.ts";

/** A report of 200 MB is refused by the importer; the frame limit only has to let it arrive. */
const MAX_MESSAGE_BYTES = 260 * 1024 * 1024;
const MAX_SESSION_BYTES = 1024;

export interface Host {
  readonly port: number;
  /** The page's address with the one-time code; for the redirect file. */
  readonly address: string;
  close(): Promise<void>;
}

export interface HostOptions {
  readonly context: CoreContext;
  readonly files: ReadonlyMap<string, StaticFile>;
  /** How long the address may be opened for the first time, in milliseconds. */
  readonly codeLifeMs?: number;
}

/** Serves the built renderer and mounts the router over a WebSocket, on 127.0.0.1 and a free port. */
export async function startHost({ context, files, codeLifeMs = 30_000 }: HostOptions): Promise<Host> {
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 10_000, headersTimeout: 10_000 });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => "plumbline",
  });
  const handler = new RPCHandler(router);

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const guard = new Guard(port, codeLifeMs);

  server.on("request", (request, response) => {
    answer(request, response, guard, files, port).catch(() => refuse(response));
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
    const allowed =
      request.url === "/rpc" && guard.allows(guarded(request), "socket") && guard.knows(offered);
    if (!allowed) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      void handler.upgrade(webSocket, { context });
      webSocket.on("error", () => webSocket.terminate());
    });
  });

  return {
    port,
    address: `http://127.0.0.1:${port}/#code=${guard.code}`,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

const guarded = (request: IncomingMessage): GuardedRequest => ({
  method: request.method ?? "",
  url: request.url ?? "",
  headers: request.headers,
  hostLines: request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host")
    .length,
  peer: request.socket.remoteAddress,
});

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
  files: ReadonlyMap<string, StaticFile>,
  port: number,
): Promise<void> {
  if (request.method === "POST" && request.url === "/session") {
    if (!guard.allows(guarded(request), "session")) return refuse(response);
    const secret = guard.exchange(await readCode(request));
    if (secret === null) return refuse(response);
    response.writeHead(200, { ...SAFE_HEADERS, "Content-Type": "application/json" });
    response.end(JSON.stringify({ secret }));
    return;
  }
  if (request.method !== "GET") return refuse(response);
  const isPage = request.url === "/";
  if (!guard.allows(guarded(request), isPage ? "page" : "asset")) return refuse(response);
  const file = files.get(isPage ? "/index.html" : (request.url ?? ""));
  if (!file) return refuse(response, 404);
  const headers = { ...SAFE_HEADERS, "Content-Type": file.mediaType };
  if (!isPage) {
    response.writeHead(200, headers);
    response.end(file.bytes);
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  response.writeHead(200, {
    ...headers,
    "Content-Security-Policy": contentPolicy(nonce, `ws://127.0.0.1:${port}`),
  });
  response.end(file.bytes.toString("utf8").replaceAll("__CSP_NONCE__", nonce));
}

const SAFE_HEADERS = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** One answer for every refusal: a stranger learns nothing from it. */
function refuse(response: ServerResponse, status = 403): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...SAFE_HEADERS, "Content-Length": "0", Connection: "close" });
  response.end();
}

async function readCode(request: IncomingMessage): Promise<unknown> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > MAX_SESSION_BYTES) return null;
  }
  try {
    return (JSON.parse(body) as { code?: unknown } | null)?.code ?? null;
  } catch {
    return null;
  }
}
