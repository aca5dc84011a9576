import { damaged as damagedZip, type ZipKind } from "#electron/core/importers/zip.ts";
import type { Fault } from "#shared/fault.ts";

export const WORD: ZipKind = { document: "Word document", program: "Word" };

export const damaged = (how: string, cause?: unknown): Fault => damagedZip(WORD, how, cause);
