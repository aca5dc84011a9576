import { $getSelection, $setSelection, type LexicalEditor } from "lexical";

/** A text that is given the focus back has its caret put at its start by the browser; this puts it where it was. */
export function registerKeptCaret(editor: LexicalEditor): () => void {
  const putBack = (): void =>
    editor.update(
      () => {
        const selection = $getSelection();
        if (selection) $setSelection(selection.clone());
      },
      { discrete: true },
    );
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener("focus", putBack);
    root?.addEventListener("focus", putBack);
  });
}
