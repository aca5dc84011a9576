import { Fault } from "#shared/fault.ts";

/** More than this part of control characters is no text. */
const MOST_CONTROLS = 0.01;
/** A control character that is no space, or the sign for bytes that are no character. */
const CONTROL = /(?!\s)\p{Cc}|\uFFFD/gu;

/**
 * Text in whatever encoding Windows and the web have left it: UTF-8 or UTF-16 with or without a byte order mark,
 * else Windows-1252, in which every byte is a character.
 *
 * @throws Fault `not-a-document` when the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  const sample = text.slice(0, 20_000);
  const controls = sample.match(CONTROL)?.length ?? 0;
  if (controls > sample.length * MOST_CONTROLS)
    throw new Fault(
      "not-a-document",
      "This file is not text, and no kind of document that can be read here.",
      "Save the report as PDF or as plain text, and import that.",
    );
  return text.replace(CONTROL, "");
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** In UTF-16 nearly every other byte of an English text is zero. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 3 && even < sample.length / 20) return "utf-16le";
  if (even > sample.length / 3 && odd < sample.length / 20) return "utf-16be";
  return null;
}
