import { oc } from "@orpc/contract";
import { z } from "zod";
import { FAULT_CODES } from "#shared/fault.ts";

/** How a Fault crosses the API: as the data of an oRPC error with the code FAULT. */
export const FaultData = z.strictObject({
  code: z.enum(FAULT_CODES),
  message: z.string(),
  remedy: z.string(),
});
export type FaultData = z.infer<typeof FaultData>;

/** Every procedure starts here, so every one answers faults the same way. */
export const procedure = oc.errors({ FAULT: { data: FaultData } });
