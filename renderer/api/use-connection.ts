import { useSyncExternalStore } from "react";
import { useApi } from "#renderer/api/client.ts";
import type { ConnectionState } from "#renderer/api/transport.ts";

export function useConnection(): ConnectionState {
  const { transport } = useApi();
  return useSyncExternalStore(transport.subscribe, transport.state);
}
