import { os } from "#electron/core/api/procedures.ts";
import { attach, detach } from "#electron/core/store/attachments.ts";
import {
  findEvidence,
  getEvidence,
  nextReference,
  putEvidence,
  removeEvidence,
  restoreEvidence,
} from "#electron/core/store/evidence.ts";
import { getReportHead } from "#electron/core/store/reports.ts";
import type { NamedBytes } from "#shared/api/bytes.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

/** Larger files are refused: a library is copied and kept safe as a whole. */
const MOST_ATTACHED_BYTES = 50 * 1024 * 1024;
const LONGEST_NAME = 255;

export const evidence = {
  put: os.evidence.put.handler(({ input, context }) => {
    const { reportId } = input;
    const { read, write } = context.library;
    // Refuses a report that is gone, in words, before the foreign key does.
    getReportHead(read, reportId);
    const { id, ...fields } = input.evidence;
    const old = id && findEvidence(read, reportId, id);
    const item = {
      ...fields,
      id: old?.id ?? (context.newId() as EvidenceId),
      reference: old?.reference ?? nextReference(read, reportId),
      attachments: [],
    };
    putEvidence(write, reportId, item);
    return getEvidence(read, reportId, item.id);
  }),
  remove: os.evidence.remove.handler(({ input, context }) =>
    removeEvidence(context.library.write, input.reportId, input.evidenceId, context.change().at),
  ),
  restore: os.evidence.restore.handler(({ input, context }) =>
    restoreEvidence(context.library.write, input.reportId, input.evidenceId),
  ),
  attach: os.evidence.attach.handler(async ({ input: { reportId, evidenceId, file }, context }) => {
    refuseSize(file);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { read, write } = context.library;
    getEvidence(read, reportId, evidenceId);
    attach(write, evidenceId, { name: nameOf(file), mediaType: mediaTypeOf(file), bytes }, context.change());
    return getEvidence(read, reportId, evidenceId);
  }),
  detach: os.evidence.detach.handler(({ input: { reportId, evidenceId, hash }, context }) => {
    getEvidence(context.library.read, reportId, evidenceId);
    detach(context.library.write, evidenceId, hash);
    return getEvidence(context.library.read, reportId, evidenceId);
  }),
};

function refuseSize({ name, size }: NamedBytes): void {
  if (size > MOST_ATTACHED_BYTES)
    throw new Fault(
      "too-large",
      `${name} has ${Math.ceil(size / 1024 / 1024)} MB; the most that is kept with an item is ${MOST_ATTACHED_BYTES / 1024 / 1024} MB.`,
      "Keep the part of it that the item is about, or say in the notes where the file is.",
    );
  if (size === 0)
    throw new Fault(
      "empty",
      `${name} is empty.`,
      "It may not have been saved or copied in full: get it again.",
    );
}

/** The last part of the name, without what no system takes in one: it is the name of the copy later on. */
const nameOf = ({ name }: NamedBytes): string =>
  (name.split(/[/\\]/).at(-1) ?? "")
    .replace(/[\p{Cc}<>:"|?*]/gu, " ")
    .trim()
    .slice(-LONGEST_NAME) || "file";

const mediaTypeOf = ({ type }: NamedBytes): string =>
  /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.slice(0, 200) : "application/octet-stream";
