import { ORPCError } from "@orpc/client";
import { FaultData } from "#shared/api/procedure.ts";
import { Fault } from "#shared/fault.ts";

/** Any error as the three things a person needs: what kind, what is wrong, what to do. */
export function faultOf(error: unknown): FaultData {
  if (error instanceof Fault) return { code: error.code, message: error.message, remedy: error.remedy };
  if (error instanceof ORPCError && error.code === "FAULT") {
    const data = FaultData.safeParse(error.data);
    if (data.success) return data.data;
  }
  return {
    code: "unexpected",
    message: "Something went wrong that should not have.",
    remedy: `Try again. If it happens twice, note what you did. (${error instanceof Error ? error.message : String(error)})`,
  };
}
