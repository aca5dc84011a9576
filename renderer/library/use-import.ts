import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { ImportEvent } from "#shared/api/imports.ts";
import type { FaultData } from "#shared/api/procedure.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";

export type ImportState =
  | { readonly kind: "waiting" }
  | { readonly kind: "reading"; readonly page: number; readonly pages: number }
  | {
      readonly kind: "done";
      readonly reportId: ReportId;
      readonly paragraphs: number;
      readonly frameworkTitle: string | null;
      readonly comments: number;
      readonly pictures: number;
    }
  | { readonly kind: "refused"; readonly fault: FaultData }
  | { readonly kind: "stopped" };

export interface ImportedFile {
  readonly name: string;
  readonly state: ImportState;
}

/** What the event says of its file. */
export function stateAfter(event: ImportEvent): ImportState {
  if (event.kind === "reading") return { kind: "reading", page: event.page, pages: event.pages };
  if (event.kind === "refused") return { kind: "refused", fault: event.fault };
  const { file: _file, index: _index, ...done } = event;
  return done;
}

const isUnfinished = ({ state }: ImportedFile): boolean =>
  state.kind === "waiting" || state.kind === "reading";

/** One batch at a time; files already read stay in the library when the rest is cancelled. */
export function useImport() {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const [files, setFiles] = useState<readonly ImportedFile[]>([]);
  const [running, setRunning] = useState(false);
  const abort = useRef<AbortController | null>(null);

  const start = useCallback(
    async (
      chosen: readonly File[],
      tell: (files: readonly ImportedFile[]) => void = () => {},
    ): Promise<readonly ImportedFile[]> => {
      if (chosen.length === 0) return [];
      const controller = new AbortController();
      abort.current = controller;
      let list: readonly ImportedFile[] = [];
      const become = (next: readonly ImportedFile[]): void => {
        list = next;
        setFiles(next);
        tell(next);
      };
      become(chosen.map((file) => ({ name: file.name, state: { kind: "waiting" } })));
      setRunning(true);
      const finishRest = (state: ImportState): void =>
        become(list.map((file) => (isUnfinished(file) ? { ...file, state } : file)));
      try {
        const events = await client.imports.files({ files: [...chosen] }, { signal: controller.signal });
        for await (const event of events) {
          become(
            list.map((file, index) => (index === event.index ? { ...file, state: stateAfter(event) } : file)),
          );
          if (event.kind === "done")
            void queryClient.invalidateQueries({ queryKey: queries.library.list.key() });
        }
        finishRest({ kind: "stopped" });
      } catch (error) {
        finishRest(
          controller.signal.aborted ? { kind: "stopped" } : { kind: "refused", fault: faultOf(error) },
        );
      } finally {
        setRunning(false);
        void queryClient.invalidateQueries({ queryKey: queries.library.key() });
      }
      return list;
    },
    [client, queries, queryClient],
  );

  const cancel = useCallback(() => abort.current?.abort(), []);
  const clear = useCallback(() => setFiles([]), []);
  return { files, running, start, cancel, clear };
}
