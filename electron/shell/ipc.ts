import { RPCHandler } from "@orpc/server/message-port";
import { ipcMain, MessageChannelMain } from "electron";
import { router } from "#electron/core/api/router.ts";
import type { CoreContext } from "#electron/core/context.ts";
import { isTrustedSender } from "#electron/shell/policy.ts";

/** The only channel by which the page may ask for anything: it answers with a port on which the router listens. */
export const CONNECT = "plumbline:connect";
export const PORT = "plumbline:port";

/** Mounts the router for our own top frame; a request from any other frame is dropped unanswered. */
export function mountRouter(context: CoreContext): void {
  const handler = new RPCHandler(router);
  ipcMain.on(CONNECT, (event) => {
    if (!isTrustedSender(event.senderFrame)) return;
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context });
    port1.start();
    event.senderFrame?.postMessage(PORT, null, [port2]);
  });
}
