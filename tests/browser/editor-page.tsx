import { $getRoot, type LexicalEditor, type PointType } from "lexical";
import { userEvent } from "vitest/browser";
import { createRoot } from "react-dom/client";
import { applyOperations } from "#shared/document/operations.ts";
import { textOf, type Block } from "#shared/domain/block.ts";
import { Report } from "#shared/domain/report.ts";
import { ApiContext, apiOver } from "#renderer/api/client.ts";
import { $blockNodes, $readBlocks } from "#renderer/editor/blocks.ts";
import { ReportEditor } from "#renderer/editor/ReportEditor.tsx";
import { Autosave } from "#renderer/report/autosave.ts";
import { createSessionStore, SessionContext, type Session } from "#renderer/report/session.ts";
import { notices } from "#renderer/ui/notify.ts";

/** The report editor on a page of its own, saving into a copy of the store's blocks. */
export interface EditorPage {
  readonly editor: LexicalEditor;
  readonly session: Session;
  /** What the page holds now. */
  blocks(): Block[];
  /** What the store would hold, from the operations alone. */
  saved(): Promise<readonly Block[]>;
  /** Puts the selection there, as pressing and dragging would. */
  select(from: readonly [block: number, offset: number], to?: readonly [block: number, offset: number]): void;
  /** Keys as pressed: “{Enter}”, “{Backspace}”, or what is typed. */
  keys(keys: string): Promise<void>;
  copy(): DataTransfer;
  paste(data: DataTransfer): Promise<void>;
  close(): void;
}

type Place = Parameters<PointType["set"]>;

export async function openEditor(blocks: readonly Block[]): Promise<EditorPage> {
  const now = new Date().toISOString();
  const report = Report.parse({
    id: "report",
    title: "Report",
    provider: "",
    frameworkId: null,
    inspectionDate: null,
    judgements: [],
    blocks,
    stage: "draft",
    revision: 1,
    evidence: [],
    figures: [],
    createdAt: now,
    changedAt: now,
  });
  const store = createSessionStore(report, null, []);
  let stored: readonly Block[] = report.blocks;
  let revision = 1;
  const autosave = new Autosave(
    {
      apply: (_base, operations) => {
        stored = applyOperations(stored, operations);
        return Promise.resolve({ revision: ++revision, savedAt: now });
      },
      faultOf: (error) => ({ code: "unexpected", message: String(error), remedy: "" }),
      onState: (saveState) => store.setState({ saveState }),
    },
    { revision, blocks: report.blocks, savedAt: now },
  );
  const session = {
    store,
    autosave,
    gradedHeadings: new Map(),
    onHistory: new Set(),
    editor: null,
    chooseRules() {},
  } as Session;
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const api = apiOver({} as never, { state: () => "connected", subscribe: () => () => {} } as never);
  root.render(
    <ApiContext value={api}>
      <SessionContext value={session}>
        <ReportEditor />
      </SessionContext>
    </ApiContext>,
  );
  let editor: LexicalEditor | undefined;
  for (let i = 0; !editor || !session.editor; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const element = place.querySelector<HTMLElement & { __lexicalEditor?: LexicalEditor }>(
      "[contenteditable=true]",
    );
    editor = element?.__lexicalEditor;
    if (i > 400) throw new Error("The editor did not appear");
  }
  const it = editor;
  it.getRootElement()!.focus();
  /** Lexical answers an input in a microtask. */
  const settled = async (): Promise<void> => {
    await Promise.resolve();
    it.read(() => $getRoot().getChildrenSize());
    const [said] = notices.getState().filter(({ tone }) => tone === "fault");
    if (said) throw new Error(said.text);
  };
  return {
    editor: it,
    session,
    blocks: () => it.read("latest", $readBlocks),
    saved: async () => {
      await autosave.flush();
      return stored;
    },
    select(from, to = from) {
      it.update(
        () => {
          const nodes = $blockNodes();
          const point = ([block, offset]: readonly [number, number]): Place => {
            const node = nodes[block]!;
            if (!("getAllTextNodes" in node)) throw new Error("No text there");
            let left = offset;
            for (const text of node.getAllTextNodes()) {
              const size = text.getTextContentSize();
              if (left <= size) return [text.getKey(), left, "text"];
              left -= size;
            }
            return [node.getKey(), 0, "element"];
          };
          const selection = $getRoot().select();
          const [start, end] = [point(from), point(to)];
          selection.anchor.set(start[0], start[1], start[2]);
          selection.focus.set(end[0], end[1], end[2]);
        },
        { discrete: true },
      );
    },
    async keys(keys) {
      await userEvent.keyboard(keys);
      await settled();
    },
    copy() {
      const data = new DataTransfer();
      it.getRootElement()!.dispatchEvent(
        new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return data;
    },
    async paste(data) {
      it.getRootElement()!.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
      await settled();
    },
    close() {
      autosave.stop();
      root.unmount();
      place.remove();
    },
  };
}

/** What has to be equal: identity, kind with everything that belongs to it, ties and words, in order. */
export const essence = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => {
    const { inlines: _, ...rest } = block;
    return { ...rest, text: textOf(block) };
  });
