import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from "node:crypto";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { WriteDb } from "#electron/core/store/database.ts";
import { readSettings, writeSetting } from "#electron/core/store/settings.ts";

const LIBRARY = "library-id";
const SIGNING = "desk-signing-key";
const IDENTITY = "desk-identity";

/** What tells this library from others, and what it signs and opens packages with. Kept in the encrypted library. */
export interface DeskKeys {
  readonly libraryId: string;
  /** PKCS 8 and SPKI in base64. */
  readonly privateKey: string;
  readonly publicKey: string;
  /** Of the age format: the secret, and the address others encrypt for. */
  readonly identity: string;
  readonly recipient: string;
}

/** Made when they are first asked for. */
export async function deskKeys(db: WriteDb): Promise<DeskKeys> {
  const kept = readSettings(db);
  const identity = kept[IDENTITY] ?? (await generateX25519Identity());
  const libraryId = kept[LIBRARY] ?? randomUUID();
  const privateKey =
    kept[SIGNING] ??
    generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  db.transaction(() => {
    for (const [name, value] of [
      [IDENTITY, identity],
      [LIBRARY, libraryId],
      [SIGNING, privateKey],
    ] as const)
      if (kept[name] === undefined) writeSetting(db, name, value);
  })();
  const signing = createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(signing).export({ format: "der", type: "spki" }).toString("base64");
  return { libraryId, privateKey, publicKey, identity, recipient: await identityToRecipient(identity) };
}
