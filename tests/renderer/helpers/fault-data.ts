import type { FaultData } from "#shared/api/procedure.ts";
import type { Fault } from "#shared/fault.ts";

export const faultDataOf = ({ code, message, remedy }: Fault): FaultData => ({ code, message, remedy });
