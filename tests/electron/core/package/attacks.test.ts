import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { beforeAll, expect, test } from "vitest";
import { deskKeys } from "#electron/core/package/desk-keys.ts";
import { stateHash } from "#electron/core/package/pack.ts";
import { attach } from "#electron/core/store/attachments.ts";
import type { ReadDb } from "#electron/core/store/database.ts";
import { insertReport } from "#electron/core/store/reports.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { AreaId, GradeId, ReportId } from "#shared/domain/ids.ts";
import type { PackageContent } from "#shared/domain/review-package.ts";
import { deskOf, fileOf, opened, packed, type TestDesk } from "#tests/helpers/desks.ts";
import { change } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

const reportId = ReportId.parse("attacked");
type Bytes = Uint8Array<ArrayBuffer>;

let lead: TestDesk;
let reviewer: TestDesk;
/** The reviewer’s package that answers the lead’s, as it should be. */
let good: Bytes;
let older: Bytes;
let content: PackageContent;
/** Keys of the reviewer, who is known, and of somebody who is not. */
let theirKey: string;
const strangersKey = pkcs8(generateKeyPairSync("ed25519").privateKey);

function pkcs8(key: ReturnType<typeof createPrivateKey>): string {
  return key.export({ format: "der", type: "pkcs8" }).toString("base64");
}

beforeAll(async () => {
  lead = await deskOf("Lee Lead", "lead");
  reviewer = await deskOf("Rae Reviewer", "reviewer");
  const evidence = Evidence.parse({
    id: "e1",
    reference: "E-001",
    kind: "document",
    title: "Plan",
    date: null,
    sensitivity: "quotable",
  });
  const { write } = lead.app.context.library;
  insertReport(write, reportId, smallDraft(), { name: "", sha256: "" }, change, { evidence: [evidence] });
  const file = { name: "plan.txt", mediaType: "text/plain", bytes: Buffer.from("The plan.") };
  attach(write, evidence.id, file, change);
  const { revision } = await lead.client.reports.open({ reportId });
  await lead.client.reports.setGrade({
    reportId,
    baseRevision: revision,
    areaId: AreaId.parse("safeguarding.partnerships"),
    gradeId: GradeId.parse("good"),
    rationale: "Seen.",
  });
  await take(reviewer, await packed(lead, reviewer, reportId));
  for (const text of ["First.", "Second."]) {
    older = good;
    await reviewer.client.comments.add({
      reportId,
      comment: { blockId: null, quote: "", offset: 0, text },
    });
    const { revision: baseRevision } = await reviewer.client.reports.open({ reportId });
    const areaId = AreaId.parse("safeguarding.partnerships");
    await reviewer.client.review.signOff({ reportId, baseRevision, areaId, signed: text === "First." });
    good = await packed(reviewer, lead, reportId);
  }
  content = JSON.parse((await inside(good)).content) as PackageContent;
  theirKey = (await deskKeys(reviewer.app.context.library.write)).privateKey;
  // Known from now on, and the newest state is taken.
  await take(lead, good);
});

const take = (desk: TestDesk, bytes: Bytes) =>
  desk.client.packages.take({
    file: fileOf(bytes),
    passphrase: null,
    trust: true,
    baseRevision: null,
    operations: [],
    grades: [],
  });

interface Envelope {
  content: string;
  signature: string;
  publicKey: string;
}

async function inside(bytes: Bytes): Promise<Envelope> {
  const { identity } = await deskKeys(lead.app.context.library.write);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return JSON.parse(gunzipSync(await decrypter.decrypt(bytes)).toString()) as Envelope;
}

async function encrypted(bytes: Uint8Array): Promise<Bytes> {
  const encrypter = new Encrypter();
  encrypter.addRecipient((await lead.client.packages.desk()).recipient);
  return new Uint8Array(await encrypter.encrypt(bytes));
}
const wrapped = (envelope: object): Promise<Bytes> => encrypted(gzipSync(JSON.stringify(envelope)));

/** A package of this content, signed: as only who has the key can make it. */
function signed(changed: object, privateKey = theirKey): Promise<Bytes> {
  const key = createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" });
  const text = JSON.stringify(changed);
  return wrapped({
    content: text,
    signature: sign(null, Buffer.from(text), key).toString("base64"),
    publicKey: createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64"),
  });
}

/** The next package the reviewer could have sent, with something changed in it. */
const next = (changed: (content: PackageContent) => object, privateKey?: string): Promise<Bytes> => {
  const copy = structuredClone(content);
  return signed(
    {
      ...copy,
      id: "00000000-0000-4000-8000-000000000001",
      state: { ...copy.state, revision: copy.state.revision + 1 },
      ...changed(copy),
    },
    privateKey,
  );
};

const flipped = (at: (length: number) => number): Promise<Bytes> => {
  const bytes = Uint8Array.from(good);
  bytes[at(bytes.length)]! ^= 0x01;
  return Promise.resolve(bytes);
};
const cut = (part: number): Promise<Bytes> => Promise.resolve(good.slice(0, Math.floor(good.length * part)));
const text = (words: string): Promise<Bytes> => Promise.resolve(new TextEncoder().encode(words));
const unsigned = async (changed: (envelope: Envelope) => object): Promise<Bytes> =>
  wrapped(changed(await inside(good)));

const attacks: readonly (readonly [name: string, code: string, make: () => Promise<Bytes>])[] = [
  // Altered bytes, from the first to the last.
  ...Array.from({ length: 16 }, (_, n): [string, string, () => Promise<Bytes>] => [
    `one bit at ${n}/16`,
    n < 8 ? "wrong-key|damaged|not-a-document" : "damaged",
    () => flipped((length) => Math.min(length - 1, Math.floor(((n + 0.5) * length) / 16))),
  ]),
  ["the last bit", "damaged", () => flipped((length) => length - 1)],
  ...[0.1, 0.5, 0.9, 0.999].map((part): [string, string, () => Promise<Bytes>] => [
    `cut at ${part}`,
    "damaged|wrong-key",
    () => cut(part),
  ]),
  ["nothing", "not-a-document", () => text("")],
  ["a web page", "not-a-document", () => text("<!doctype html><title>x</title>")],
  ["a Word file’s beginning", "not-a-document", () => text("PK\u0003\u0004 rest")],
  ["only the magic", "damaged", () => text("age-encryption.org/v1")],
  ["a header without a body", "damaged", () => text("age-encryption.org/v1\n-> X25519 abc\n--- abc\n")],
  [
    "a demand for 16 GB of memory",
    "damaged|wrong-key",
    () =>
      text(
        "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 24\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
      ),
  ],
  ["for another desk", "wrong-key", async () => packed(lead, reviewer, reportId)],
  // Encrypted by anybody who knows the address, with other things in it.
  ["no archive", "damaged", () => encrypted(Buffer.from("not packed"))],
  ["an archive of noise", "damaged", () => encrypted(gzipSync("noise"))],
  ["an archive that unpacks to 300 MB", "too-large", () => encrypted(gzipSync(Buffer.alloc(300 << 20)))],
  ["an empty object", "damaged", () => wrapped({})],
  ["a list", "damaged", () => wrapped([])],
  ["more than an envelope", "damaged", () => unsigned((envelope) => ({ ...envelope, more: 1 }))],
  // Not signed by who it says.
  ["no signature", "damaged", () => unsigned((envelope) => ({ ...envelope, signature: "" }))],
  [
    "a signature of something else",
    "damaged",
    () => unsigned((envelope) => ({ ...envelope, signature: Buffer.alloc(64, 7).toString("base64") })),
  ],
  ["no key", "damaged", () => unsigned((envelope) => ({ ...envelope, publicKey: "AAAA" }))],
  [
    "a key of another kind",
    "damaged",
    () =>
      unsigned((envelope) => ({
        ...envelope,
        publicKey: generateKeyPairSync("rsa", { modulusLength: 1024 })
          .publicKey.export({ format: "der", type: "spki" })
          .toString("base64"),
      })),
  ],
  [
    "other words under the old signature",
    "damaged",
    () =>
      unsigned((envelope) => ({ ...envelope, content: envelope.content.replace("adequate", "inadequate") })),
  ],
  ["signed again by a stranger", "damaged", () => next(() => ({}), strangersKey)],
  ["signed again by a stranger, unchanged", "damaged", () => signed(content, strangersKey)],
  // Replayed, misdirected, or of another time.
  ["an older one", "conflict", () => Promise.resolve(older)],
  ["an older state under a new name", "conflict", () => next((c) => ({ state: c.state }))],
  [
    "made at this desk",
    "bad-input",
    async () => {
      const { libraryId } = await deskKeys(lead.app.context.library.write);
      return next((c) => ({ state: { ...c.state, libraryId } }));
    },
  ],
  ["of a report that is gone", "not-found", () => next(() => ({ reportId: "another" }))],
  [
    "from a stranger’s library, answering nothing",
    "conflict",
    () =>
      next(
        (c) => ({
          knows: [],
          state: { ...c.state, libraryId: "00000000-0000-4000-8000-000000000002" },
        }),
        strangersKey,
      ),
  ],
  [
    "answering a version that never was",
    "damaged",
    () => next((c) => ({ knows: c.knows.map((state) => ({ ...state, revision: 999 })) })),
  ],
  [
    "answering a version that was otherwise",
    "damaged",
    () => next((c) => ({ knows: c.knows.map((state) => ({ ...state, hash: "0".repeat(64) })) })),
  ],
  ["of a newer program", "newer-library", () => next(() => ({ version: 2 }))],
  ["of another format", "damaged", () => next(() => ({ format: "something" }))],
  [
    "of a framework that is not here",
    "bad-framework",
    () => next((c) => ({ report: { ...c.report, frameworkId: "unheard-of" } })),
  ],
  // By somebody who has the key, and means harm.
  [
    "text that is not what its number says",
    "damaged",
    () => next((c) => ({ report: { ...c.report, blocks: c.report.blocks.slice(1) } })),
  ],
  [
    "two blocks of one name",
    "damaged",
    () => next((c) => rehashed(c, [...c.report.blocks, c.report.blocks[0]!])),
  ],
  [
    "a tie to nothing",
    "damaged",
    () =>
      next((c) =>
        rehashed(
          c,
          c.report.blocks.map((block) => ({ ...block, evidenceIds: ["nowhere"] }) as typeof block),
        ),
      ),
  ],
  [
    "a ledger with a line altered",
    "damaged",
    () => next((c) => ({ ledger: c.ledger.map((line) => ({ ...line, by: "Nobody" })) })),
  ],
  ["a ledger with its first line gone", "damaged", () => next((c) => ({ ledger: c.ledger.slice(1) }))],
  ["a ledger that is gone", "damaged", () => next(() => ({ ledger: [] }))],
  [
    "a file that is another",
    "damaged",
    () => next((c) => ({ files: Object.fromEntries(Object.keys(c.files).map((hash) => [hash, "AAAA"])) })),
  ],
  [
    "a file too many",
    "damaged",
    () => {
      const hash = createHash("sha256").update("more").digest("hex");
      return next((c) => ({ files: { ...c.files, [hash]: Buffer.from("more").toString("base64") } }));
    },
  ],
  ["a file too few", "damaged", () => next(() => ({ files: {} }))],
  ...["../../plan.txt", "C:\\plan.txt", "..", "a/b", "pl\u0000an"].map(
    (name): [string, string, () => Promise<Bytes>] => [
      `a file called ${JSON.stringify(name)}`,
      "damaged",
      () =>
        next((c) => ({
          report: {
            ...c.report,
            evidence: c.report.evidence.map((item) => ({
              ...item,
              attachments: item.attachments.map((each) => ({ ...each, name })),
            })),
          },
        })),
    ],
  ),
  ["withheld evidence it does not name", "damaged", () => next(() => ({ withheld: ["nowhere"] }))],
  [
    "a link that runs a script",
    "damaged",
    () =>
      next((c) =>
        rehashed(
          c,
          c.report.blocks.map(
            (block) =>
              ({
                ...block,
                inlines: [{ kind: "text", text: "x", href: "javascript:alert(1)" }],
              }) as typeof block,
          ),
        ),
      ),
  ],
  ["a field too many", "damaged", () => next((c) => ({ report: { ...c.report, __proto__x: true } }))],
];

/** The content with other blocks, and the number that fits them: as only the sender could. */
function rehashed(c: PackageContent, blocks: PackageContent["report"]["blocks"]): object {
  const hash = stateHash(blocks, c.report.judgements);
  return {
    report: { ...c.report, blocks },
    state: { ...c.state, revision: c.state.revision + 1, hash },
  };
}

/** All rows of all tables. */
function dumpOf(db: ReadDb): string {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_search%' ORDER BY name",
    )
    .all() as { name: string }[];
  return JSON.stringify(tables.map(({ name }) => db.prepare(`SELECT * FROM ${name}`).all()));
}

test(`${attacks.length} attacks: each is refused with a reason, and the library is untouched`, async () => {
  expect(attacks.length).toBeGreaterThanOrEqual(60);
  const before = dumpOf(lead.app.context.library.read);
  for (const [name, code, make] of attacks) {
    const bytes = await make();
    for (const attempt of [opened, take]) {
      const fault = await attempt(lead, bytes).then(
        () => null,
        (error: { data?: { code: string; message: string; remedy: string } }) => error.data,
      );
      expect(fault, name).toBeTruthy();
      expect(code.split("|"), `${name}: ${fault?.message}`).toContain(fault?.code);
      expect(fault?.message, name).toMatch(/^\p{Lu}.+\.$/u);
      expect(fault?.remedy, name).toMatch(/\.$/);
    }
  }
  expect(dumpOf(lead.app.context.library.read)).toBe(before);
});

test("what is refused above is refused for that alone: the next package, unchanged, is taken", async () => {
  expect((await opened(lead, await next(() => ({})))).kind).toBe("merge");
});
