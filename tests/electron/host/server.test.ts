import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import type { ContractRouterClient } from "@orpc/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type App, openApp } from "#electron/core/app.ts";
import { type Host, startHost } from "#electron/host/server.ts";
import type { contract } from "#shared/api/contract.ts";

let app: App;
let host: Host;
let origin = "";
let secret = "";
const files = new Map([
  ["/index.html", { bytes: Buffer.from("<p nonce=__CSP_NONCE__>page</p>"), mediaType: "text/html" }],
]);

beforeAll(async () => {
  app = await openApp({ path: null });
  host = await startHost({ context: app.context, files });
  origin = `http://127.0.0.1:${host.port}`;
});
afterAll(async () => {
  await host.close();
  app.close();
});

interface Answer {
  status: number;
  body: string;
  headers: Record<string, unknown>;
}

/** Node's own request: it lets a test send any header, which fetch does not. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: "127.0.0.1",
        port: host.port,
        path,
        method: options.method ?? "GET",
        headers: { ...options.headers },
      },
      (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString()));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      },
    );
    request.on("error", reject);
    request.end(options.body);
  });
}

const session = (body: unknown, headers: Record<string, string> = { origin }): Promise<Answer> =>
  ask("/session", { method: "POST", headers, body: JSON.stringify(body) });

function socketStatus(
  protocols: string[],
  headers: Record<string, string> = { origin },
  path = "/rpc",
): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, protocols, { headers });
    socket.on("open", () => {
      socket.close();
      resolve("open");
    });
    socket.on("unexpected-response", (_request, response) => resolve(String(response.statusCode)));
    socket.on("error", () => resolve("error"));
  });
}

test("the page is served with its nonce in the policy and in itself, and is never stored", async () => {
  const { status, body, headers } = await ask("/");
  const nonce = /nonce=([^>]+)>/.exec(body)?.[1];
  expect(status).toBe(200);
  expect(headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
  expect(headers["content-security-policy"]).not.toMatch(/[^-]unsafe-eval|unsafe-inline/);
  expect(headers["cache-control"]).toBe("no-store");
  expect((await ask("/")).body).not.toContain(nonce!);
});

test.each([
  ["another site's name", { host: "evil.example" }],
  ["localhost", { host: "localhost:1" }],
  ["no port", { host: "127.0.0.1" }],
  ["a rebinding name", { host: "127.0.0.1.nip.io" }],
])("a request that names us as %s is refused", async (_, headers) => {
  expect(await ask("/", { headers })).toMatchObject({ status: 403, body: "" });
});

test.each([
  ["from another site", { "sec-fetch-site": "cross-site" }],
  ["from the same site on another port", { "sec-fetch-site": "same-site" }],
  ["with a foreign origin", { origin: "https://evil.example" }],
])("an asset asked for %s is refused", async (_, headers) => {
  expect((await ask("/assets/x.js", { headers })).status).toBe(403);
});

test("a frame of another site may not hold the page", async () => {
  const headers = { "sec-fetch-site": "cross-site", "sec-fetch-dest": "iframe" };
  expect((await ask("/", { headers })).status).toBe(403);
});

test.each([
  "/../package.json",
  "/%2e%2e%2fpackage.json",
  "/..%5cpackage.json",
  "//etc/passwd",
  "/index.html/..",
  "/nothing",
])("the path %s leads nowhere", async (path) => expect((await ask(path)).status).toBe(404));

test.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])(
  "%s on the page is refused",
  async (method) => {
    const { status, headers } = await ask("/", { method, headers: { origin } });
    expect(status).toBe(403);
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  },
);

test("two Host lines are refused", async () => {
  const raw = await new Promise<string>((resolve) => {
    const socket = connect(host.port, "127.0.0.1", () =>
      socket.write(
        `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      ),
    );
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString()));
    socket.on("close", () => resolve(text));
  });
  expect(raw).toMatch(/^HTTP\/1\.1 40[03]/);
});

test.each([
  ["no origin", {}],
  ["a null origin", { origin: "null" }],
  ["another port's origin", { origin: "http://127.0.0.1:1" }],
  ["a longer name", { origin: "http://127.0.0.1.evil.example" }],
])("the code is not taken with %s", async (_, headers) => {
  expect((await session({ code: codeOf(host) }, headers as Record<string, string>)).status).toBe(403);
});

test("no socket without the secret", async () => {
  expect(await socketStatus(["plumbline", "guess"])).toBe("403");
  expect(await socketStatus(["plumbline"])).toBe("403");
  expect(await socketStatus(["other", "plumbline"])).toBe("403");
});

test("the code buys the secret once, and a second time nothing", async () => {
  expect((await session({ code: "wrong" })).status).toBe(403);
  const first = await session({ code: codeOf(host) });
  expect(first.status).toBe(200);
  secret = (JSON.parse(first.body) as { secret: string }).secret;
  expect((await session({ code: codeOf(host) })).status).toBe(403);
});

test("with the secret the socket opens for our own origin only", async () => {
  expect(await socketStatus(["plumbline", secret])).toBe("open");
  expect(await socketStatus(["plumbline", secret], { origin: "https://evil.example" })).toBe("403");
  expect(await socketStatus(["plumbline", secret], {})).toBe("403");
  expect(await socketStatus(["plumbline", secret], { origin }, `/rpc?secret=${secret}`)).toBe("403");
});

test("five wrong guesses burn the code, and the host stays up", async () => {
  const other = await startHost({ context: app.context, files });
  const to = (code: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${other.port}/session`, {
      method: "POST",
      headers: { origin: `http://127.0.0.1:${other.port}` },
      body: JSON.stringify({ code }),
    });
  for (let i = 0; i < 5; i += 1) expect((await to(`guess ${i}`)).status).toBe(403);
  expect((await to(codeOf(other))).status).toBe(403);
  expect((await fetch(`http://127.0.0.1:${other.port}/`)).status).toBe(200);
  await other.close();
});

test("the router answers over the socket, with faults as the contract says", async () => {
  const websocket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, ["plumbline", secret], {
    headers: { origin },
  });
  const link = new RPCLink({ websocket: websocket as never });
  const client = createORPCClient<ContractRouterClient<typeof contract>>(link);
  expect(await client.library.describe()).toMatchObject({ kept: false });
  await expect(client.reports.open({ reportId: "nobody" as never })).rejects.toMatchObject({
    code: "FAULT",
    data: { code: "not-found", remedy: expect.stringContaining("library page") },
  });
  await expect(client.reports.open({ reportId: 7 as never })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(
    (client as never as { files: { read(path: string): Promise<unknown> } }).files.read("/etc/passwd"),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  websocket.close();
});

const codeOf = ({ address }: Host): string => new URL(address).hash.replace("#code=", "");
