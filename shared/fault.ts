/**
 * The one error that crosses a boundary. `message` says what is wrong, `remedy` what to do about it;
 * both are whole sentences for the author, never a code.
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly remedy: string;

  constructor(code: FaultCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Fault";
    this.code = code;
    this.remedy = remedy;
  }
}

export const FAULT_CODES = [
  // reading files
  "not-a-document",
  "not-a-pdf",
  "empty",
  "encrypted",
  "truncated",
  "image-only",
  "too-large",
  "too-slow",
  "too-much-memory",
  "not-found",
  "unsupported",
  // library
  "wrong-key",
  "newer-library",
  "foreign-file",
  "in-use",
  "damaged",
  "conflict",
  "shrinkage",
  // everything else
  "bad-framework",
  "bad-input",
  "cannot-write",
  "held-up",
  "unexpected",
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** Message and remedy as one line, for a terminal or a log. */
export const faultText = (fault: Fault): string => `${fault.message} ${fault.remedy}`.trim();
