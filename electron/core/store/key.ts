import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { Fault } from "#shared/fault.ts";

/** 64 lower-case hexadecimal digits: the 256-bit key that SQLite's pages are encrypted with. */
export type LibraryKey = string;

export const randomKey = (): LibraryKey => randomBytes(32).toString("hex");

const KeyFile = z.discriminatedUnion("kind", [
  z.strictObject({
    format: z.literal("plumbline-key"),
    kind: z.literal("plain"),
    key: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.strictObject({
    format: z.literal("plumbline-key"),
    kind: z.literal("passphrase"),
    salt: z.string(),
    nonce: z.string(),
    sealed: z.string(),
    tag: z.string(),
  }),
]);

/** 64 MiB of memory a guess: N · r · 128 bytes. */
const SCRYPT = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

const derive = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase.normalize("NFKC"), salt, 32, SCRYPT);

/** Makes the key file (0600) beside a new library. With a passphrase the key in it is sealed. */
export function createKeyFile(path: string, passphrase: string | null): LibraryKey {
  const key = randomKey();
  const content: z.infer<typeof KeyFile> =
    passphrase === null ? { format: "plumbline-key", kind: "plain", key } : sealed(key, passphrase);
  // "wx": an existing key is never overwritten, because the library it opens would be lost with it.
  writeFileSync(path, JSON.stringify(content) + "\n", { mode: 0o600, flag: "wx" });
  chmodSync(path, 0o600);
  return key;
}

function sealed(key: LibraryKey, passphrase: string): z.infer<typeof KeyFile> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derive(passphrase, salt), nonce);
  const body = Buffer.concat([cipher.update(Buffer.from(key, "hex")), cipher.final()]);
  const hex = (bytes: Buffer): string => bytes.toString("hex");
  return {
    format: "plumbline-key",
    kind: "passphrase",
    salt: hex(salt),
    nonce: hex(nonce),
    sealed: hex(body),
    tag: hex(cipher.getAuthTag()),
  };
}

/** @throws Fault `wrong-key` when the file is missing, damaged or sealed with another passphrase */
export function readKeyFile(path: string, passphrase: string | null): LibraryKey {
  if (!existsSync(path)) {
    throw new Fault(
      "wrong-key",
      `The library's key file ${path} is missing.`,
      "Put the key file back beside the library; without it the library cannot be read.",
    );
  }
  const parsed = KeyFile.safeParse(parseJson(readFileSync(path, "utf8")));
  if (!parsed.success) {
    throw new Fault(
      "wrong-key",
      `${path} is not a Plumbline key file.`,
      "Put back the key file made with this library.",
    );
  }
  if (parsed.data.kind === "plain") return parsed.data.key;
  if (passphrase === null) {
    throw new Fault(
      "wrong-key",
      "This library is locked with a passphrase.",
      "Give the passphrase to open it.",
    );
  }
  const { salt, nonce, sealed: body, tag } = parsed.data;
  try {
    const decipher = createDecipheriv(
      "aes-256-gcm",
      derive(passphrase, Buffer.from(salt, "hex")),
      Buffer.from(nonce, "hex"),
    );
    decipher.setAuthTag(Buffer.from(tag, "hex"));
    return Buffer.concat([decipher.update(Buffer.from(body, "hex")), decipher.final()]).toString("hex");
  } catch (error) {
    throw new Fault(
      "wrong-key",
      "The passphrase does not open this library.",
      "Check it and try again; nothing was changed.",
      {
        cause: error,
      },
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
