import { type LetterInput, letterWords } from "#electron/core/exporters/letter-input.ts";
import { typeset } from "#electron/core/exporters/typesetter.ts";

/** PDF/UA-1, from resources/print/letter.typ. */
export async function writeLetterPdf(input: LetterInput): Promise<Uint8Array> {
  const order = { template: "letter", data: JSON.stringify(letterWords(input)), standard: "ua-1" } as const;
  return (await typeset(order)).bytes;
}
