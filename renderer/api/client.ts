import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { createContext, useContext } from "react";
import type { contract } from "#shared/api/contract.ts";
import type { Transport } from "#renderer/api/transport.ts";

export type Client = ContractRouterClient<typeof contract>;

/** The one door to the back end: calls as they are, and the same as cached queries. */
export interface Api {
  readonly client: Client;
  readonly queries: ReturnType<typeof createTanstackQueryUtils<Client>>;
  readonly transport: Pick<Transport, "state" | "subscribe">;
}

export function apiOver(client: Client, transport: Api["transport"]): Api {
  return { client, queries: createTanstackQueryUtils(client), transport };
}

export const createApi = (transport: Transport): Api =>
  apiOver(createORPCClient<Client>(transport.link), transport);

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("No ApiContext above this component");
  return api;
}
