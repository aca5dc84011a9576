import type { Attachment, Evidence } from "#shared/domain/evidence.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { fileFrom, saveAs } from "#renderer/report/save-as.ts";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

interface AttachmentActions {
  readonly attach: (file: File) => Promise<void>;
  readonly saveCopy: (file: Attachment) => Promise<void>;
  readonly detach: (file: Attachment) => Promise<void>;
}

/** What can be done with the files of an item. Each says in a notice how it went. */
export function useAttachments(item: Evidence): AttachmentActions {
  const { client } = useApi();
  const { store } = useSession();
  const which = { reportId: store.getState().report.id, evidenceId: item.id };
  const take = (saved: Evidence): void =>
    store.setState(({ evidence }) => ({
      evidence: evidence.map((each) => (each.id === saved.id ? saved : each)),
    }));
  const telling = async (failed: string, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      const fault = faultOf(error);
      notify(`${failed} ${fault.message} ${fault.remedy}`, { tone: "fault" });
    }
  };
  const read = async ({ hash }: Attachment): Promise<File> => {
    for await (const event of await client.exports.attachment({ ...which, hash }))
      if (event.kind === "done") return fileFrom(event);
    throw new Error("The library handed out no file.");
  };
  const attach = (file: File): Promise<void> =>
    telling(`${file.name} was not added.`, async () =>
      take(await client.evidence.attach({ ...which, file })),
    );
  return {
    attach,
    saveCopy: (kept) =>
      telling("No copy was saved.", async () => {
        saveAs(await read(kept), kept.name);
        notify(`${kept.name} is in your downloads.`);
      }),
    detach: (kept) =>
      telling(`${kept.name} was not removed.`, async () => {
        // Read first: its content may leave the library with it.
        const file = await read(kept);
        take(await client.evidence.detach({ ...which, hash: kept.hash }));
        notify(`${kept.name} is removed from ${item.reference}.`, {
          action: { label: "Undo", run: () => void attach(file) },
        });
      }),
  };
}
