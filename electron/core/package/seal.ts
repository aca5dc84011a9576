import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { z } from "zod";
import { PackageContent } from "#shared/domain/review-package.ts";
import { Fault } from "#shared/fault.ts";

/** Sealed, and unpacked. A report of 600,000 words with its evidence is about 10 MB. */
const LARGEST_FILE = 200 * 1024 * 1024;
const LARGEST_CONTENT = 256 * 1024 * 1024;
/** 2^16 rounds take 64 MiB of memory. */
const SCRYPT_LOG_N = 16;
const MAGIC = "age-encryption.org/v1";

/** How the other desk opens it. */
export type Lock = { readonly passphrase: string } | { readonly recipient: string };
export type Unlock = { readonly passphrase: string } | { readonly identity: string };

/** What is encrypted: the content as the very text that was signed. */
const Envelope = z.strictObject({
  content: z.string(),
  /** Ed25519 over the UTF-8 of the content, and the key to it (SPKI), in base64. */
  signature: z.base64().max(200),
  publicKey: z.base64().max(200),
});

export interface OpenedPackage {
  readonly content: PackageContent;
  /** SPKI in base64. */
  readonly publicKey: string;
}

/** @param privateKey PKCS 8 in base64 */
export async function sealPackage(
  content: PackageContent,
  privateKey: string,
  lock: Lock,
): Promise<Uint8Array> {
  const key = createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" });
  const text = JSON.stringify(PackageContent.parse(content));
  const envelope = {
    content: text,
    signature: sign(null, Buffer.from(text), key).toString("base64"),
    publicKey: createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64"),
  };
  const encrypter = new Encrypter();
  if ("passphrase" in lock) {
    encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
    encrypter.setPassphrase(lock.passphrase);
  } else {
    try {
      encrypter.addRecipient(lock.recipient.trim());
    } catch (error) {
      throw new Fault(
        "bad-input",
        "That is not the address of a desk: it begins with “age1” and is copied whole.",
        "Copy it again from “This desk…” at the desk it is for, or use a passphrase.",
        { cause: error },
      );
    }
  }
  return encrypter.encrypt(await promisify(gzip)(JSON.stringify(envelope)));
}

/**
 * The content of a package whose signature fits it. Whose key it is, and whether the package fits the library, is asked
 * elsewhere.
 *
 * @throws Fault too-large, not-a-document, wrong-key, damaged, newer-library
 */
export async function openPackage(bytes: Uint8Array, unlock: Unlock): Promise<OpenedPackage> {
  if (bytes.length > LARGEST_FILE)
    throw new Fault("too-large", "The package is larger than 200 MB.", "Ask for it with less evidence.");
  if (!Buffer.from(bytes.subarray(0, MAGIC.length)).toString("latin1").startsWith(MAGIC))
    throw new Fault(
      "not-a-document",
      "This is not a review package of Plumbline.",
      "Choose a file that ends in .plumbline and was made by “Send as a review package…”.",
    );
  const envelope = parsed(Envelope, await unpacked(await decrypted(bytes, unlock)));
  const signature = Buffer.from(envelope.signature, "base64");
  if (!isSigned(envelope.content, signature, envelope.publicKey))
    throw altered("The signature does not fit what it stands under.");
  const raw = json(envelope.content);
  if (typeof raw === "object" && raw !== null && "version" in raw && Number(raw.version) > 1)
    throw new Fault(
      "newer-library",
      "This package was made by a newer Plumbline.",
      "Update Plumbline and open it again.",
    );
  const content = parsed(PackageContent, envelope.content);
  for (const [hash, base64] of Object.entries(content.files))
    if (createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex") !== hash)
      throw altered("A file in it is not the one that was packed.");
  return { content, publicKey: envelope.publicKey };
}

async function decrypted(bytes: Uint8Array, unlock: Unlock): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  if ("passphrase" in unlock) decrypter.addPassphrase(unlock.passphrase);
  else decrypter.addIdentity(unlock.identity);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    const words = error instanceof Error ? error.message : "";
    if (/no identity matched/i.test(words))
      throw new Fault(
        "wrong-key",
        "passphrase" in unlock
          ? "The passphrase does not open this package."
          : "This package was not made for this desk.",
        "passphrase" in unlock
          ? "Type it again, as it was told to you."
          : "Ask for its passphrase, or for a package made for the address of this desk.",
        { cause: error },
      );
    throw altered("It is incomplete, or bytes of it were altered.");
  }
}

async function unpacked(bytes: Uint8Array): Promise<string> {
  try {
    return (await promisify(gunzip)(bytes, { maxOutputLength: LARGEST_CONTENT })).toString("utf8");
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE")
      throw new Fault(
        "too-large",
        "What is packed in it is larger than any report.",
        "Do not open it; ask the sender for a new one.",
      );
    throw altered("Its content cannot be unpacked.");
  }
}

function isSigned(content: string, signature: Buffer, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(content), key, signature);
  } catch {
    return false;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw altered("Its content is no package’s.");
  }
}

function parsed<T>(shape: z.ZodType<T>, text: string): T {
  const result = shape.safeParse(json(text));
  if (result.success) return result.data;
  throw altered("Its content is not as a package’s has to be.");
}

/** @param what is the matter, as a sentence */
export const altered = (what: string): Fault =>
  new Fault(
    "damaged",
    `This package was damaged or altered. ${what}`,
    "Ask the sender for a new one. Nothing here was changed.",
  );

/** The key of a desk in a form two people can compare by voice: ten groups of four signs. */
export const fingerprintOfKey = (publicKey: string): string =>
  createHash("sha256")
    .update(Buffer.from(publicKey, "base64"))
    .digest("hex")
    .slice(0, 40)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, "$1 ");
