import { implement, ORPCError } from "@orpc/server";
import type { CoreContext } from "#electron/core/context.ts";
import type { FaultData } from "#shared/api/procedure.ts";
import { contract } from "#shared/api/contract.ts";
import { Fault } from "#shared/fault.ts";

/** What crosses the API of a fault: never its cause, which may hold text of the report. */
export const faultData = (fault: Fault): FaultData => ({
  code: fault.code,
  message: fault.message,
  remedy: fault.remedy,
});

/** A fault as the error the contract names; anything else as a plain sentence, with its detail kept here. */
export function toApiError(error: unknown): unknown {
  if (error instanceof ORPCError) return error;
  const fault =
    error instanceof Fault
      ? error
      : new Fault(
          "unexpected",
          "Plumbline met a fault of its own.",
          "Nothing was lost. Try again; if it stays, restart.",
        );
  return new ORPCError("FAULT", {
    defined: true,
    status: 422,
    message: fault.message,
    data: faultData(fault),
  });
}

/** Events whose faults cross like those of a plain answer: by then the middleware below is done. */
export async function* tellingFaults<Event>(events: AsyncIterable<Event>): AsyncGenerator<Event, void, void> {
  try {
    yield* events;
  } catch (error) {
    throw toApiError(error);
  }
}

/** Every handler is built like this, so every fault crosses in one shape. */
const builtWith = (config: Parameters<typeof implement>[1]) =>
  implement(contract, config)
    .$context<CoreContext>()
    .use(async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw toApiError(error);
      }
    });

export const os = builtWith({});

/**
 * For answers of megabytes that the store’s own parsers have just made: going through them once more before they are
 * sent would take as long as reading them did.
 */
export const osParsed = builtWith({ initialOutputValidationIndex: Number.NaN });
