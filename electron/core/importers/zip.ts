import { crc32, inflateRawSync } from "node:zlib";
import { Fault } from "#shared/fault.ts";

/** What an honest document stays far below. Sizes in bytes, as the archive says they are before anything is unpacked. */
const MOST_ENTRIES = 2000;
const MOST_IN_ONE = 64 * 1024 * 1024;
const MOST_IN_ALL = 256 * 1024 * 1024;
/** Beyond a megabyte nothing that people write shrinks by more. */
const MOST_SHRINKING = 200;
const SHRINKING_FROM = 1024 * 1024;

const END = 0x06054b50;
const END_BYTES = 22;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;

/** What the archive is to the person who chose it, and what they make it with: the words of every refusal. */
export interface ZipKind {
  readonly document: string;
  readonly program: string;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * A zip archive whose directory has been looked through. Nothing is unpacked until it is asked for, and never more of
 * it than the directory said.
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  readonly #kind: ZipKind;

  /** @throws Fault `truncated`, `too-large`, `encrypted` or `unsupported` */
  constructor(bytes: Uint8Array, kind: ZipKind) {
    this.#bytes = bytes;
    this.#kind = kind;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    let at = this.#view.getUint32(end + 16, true);
    if (count > MOST_ENTRIES)
      throw this.#tooLarge(`it is made of ${count} parts, and ${MOST_ENTRIES} are the most`);
    let total = 0;
    for (let index = 0; index < count; index++) {
      if (at + 46 > end || this.#view.getUint32(at, true) !== DIRECTORY)
        throw this.#damaged("its list of parts is broken");
      const entry = this.#entryAt(at);
      this.#refuse(entry);
      total += entry.size;
      if (total > MOST_IN_ALL)
        throw this.#tooLarge(`unpacked it has more than ${MOST_IN_ALL / 1024 / 1024} MB`);
      // Office programs look parts up without regard to case, so two that differ in case alone are one name.
      const key = entry.name.toLowerCase();
      if (this.#entries.has(key)) throw this.#damaged(`two of its parts are called ${entry.name}`);
      this.#entries.set(key, entry);
      at += 46 + [28, 30, 32].reduce((sum, field) => sum + this.#view.getUint16(at + field, true), 0);
    }
  }

  /** As they are written. */
  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /**
   * The part of this name, unpacked; null when there is none.
   *
   * @throws Fault `truncated` when the part is not what the directory says of it
   */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return null;
    const { at, packed, size, method, crc } = entry;
    const view = this.#view;
    if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL)
      throw this.#damaged(`${name} is not where it should be`);
    const nameBytes = view.getUint16(at + 26, true);
    const start = at + 30 + nameBytes + view.getUint16(at + 28, true);
    const said = this.#text(at + 30, nameBytes);
    const known = (view.getUint16(at + 6, true) & SIZES_FOLLOW) === 0;
    if (said !== entry.name || view.getUint16(at + 8, true) !== method || start + packed > view.byteLength)
      throw this.#damaged(`${name} is not what its list of parts says`);
    if (known && (view.getUint32(at + 18, true) !== packed || view.getUint32(at + 22, true) !== size))
      throw this.#damaged(`${name} is not as large as its list of parts says`);
    const raw = this.#bytes.subarray(start, start + packed);
    const content = method === STORED ? raw : this.#inflate(raw, size, name);
    if (content.length !== size || crc32(content) !== crc) throw this.#damaged(`${name} is broken`);
    return content;
  }

  /** The end of the directory stands last in the file, behind it only a comment. */
  #findEnd(): number {
    const last = this.#view.byteLength - END_BYTES;
    for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
      if (this.#view.getUint32(at, true) === END) return at;
    throw this.#damaged("it stops before its end");
  }

  #entryAt(at: number): Entry {
    const view = this.#view;
    return {
      name: this.#text(at + 46, view.getUint16(at + 28, true)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
  }

  #text(at: number, bytes: number): string {
    return new TextDecoder().decode(this.#bytes.subarray(at, at + bytes));
  }

  #refuse({ name, flags, method, packed, size }: Entry): void {
    const { document, program } = this.#kind;
    if (flags & ENCRYPTED)
      throw new Fault(
        "encrypted",
        `A part of this ${document} is locked with a password.`,
        `Save it again in ${program} without a password, and import that.`,
      );
    if (/^[/\\]|^[a-z]:|\\/i.test(name) || name.split("/").includes(".."))
      throw this.#damaged(`one of its parts is called ${name.slice(0, 80)}, which leads out of the document`);
    if (method !== STORED && method !== DEFLATED)
      throw this.#damaged(`${name} is packed in a way that ${program} does not use`);
    if (size > MOST_IN_ONE) throw this.#tooLarge(`${name} has more than ${MOST_IN_ONE / 1024 / 1024} MB`);
    if (size > SHRINKING_FROM && size > packed * MOST_SHRINKING)
      throw this.#tooLarge(
        `${name} unpacks to more than ${MOST_SHRINKING} times its size, as no document does`,
      );
  }

  #inflate(raw: Uint8Array, size: number, name: string): Uint8Array {
    try {
      return inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
    } catch (error) {
      throw this.#damaged(`${name} does not unpack to what its list of parts says`, error);
    }
  }

  #damaged(how: string, cause?: unknown): Fault {
    return damaged(this.#kind, how, cause);
  }

  #tooLarge(how: string): Fault {
    const { document, program } = this.#kind;
    return new Fault(
      "too-large",
      `This ${document} is too large to read: ${how}.`,
      `If it comes from somebody you know, open it in ${program}, save it anew, and import that.`,
    );
  }
}

/** A document that is not whole, or was made to look like one. */
export const damaged = ({ document, program }: ZipKind, how: string, cause?: unknown): Fault =>
  new Fault(
    "truncated",
    `This ${document} is damaged: ${how}.`,
    `It may not have been downloaded or copied in full: get it again, or open it in ${program} and save it anew.`,
    { cause },
  );
