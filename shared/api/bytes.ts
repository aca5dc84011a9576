import { z } from "zod";

/** A Blob as far as this layer may know one: it compiles with neither DOM nor Node types. */
interface Bytes {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A File: bytes with the name it had on the user's disk. */
export interface NamedBytes extends Bytes {
  readonly name: string;
}

const isBytes = (value: unknown): value is Bytes =>
  typeof value === "object" && value !== null && "arrayBuffer" in value && "size" in value;

/** Crosses the API as it is: oRPC carries files in an input over every transport. */
export const NamedBytes = z.custom<NamedBytes>(
  (value) => isBytes(value) && "name" in value,
  "Expected a named file",
);
