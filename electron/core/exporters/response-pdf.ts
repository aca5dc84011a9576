import { type ResponseInput, responseWords } from "#electron/core/exporters/response-input.ts";
import { typeset } from "#electron/core/exporters/typesetter.ts";

/** PDF/UA-1, from resources/print/response.typ. */
export async function writeResponsePdf(input: ResponseInput): Promise<Uint8Array> {
  const order = {
    template: "response",
    data: JSON.stringify(responseWords(input)),
    standard: "ua-1",
  } as const;
  return (await typeset(order)).bytes;
}
