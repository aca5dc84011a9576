import { $getEditor, $getSelection, $setSelection, type LexicalEditor } from "lexical";

/** A text that is given the focus back has its caret put at its start by the browser; this puts it where it was. */
export function registerKeptCaret(editor: LexicalEditor): () => void {
  const putBack = (): void => {
    // A change that takes the focus, as a drop does, brings its own caret and must stay one step.
    if (isUpdating()) return;
    editor.update(
      () => {
        const selection = $getSelection();
        if (selection) $setSelection(selection.clone());
      },
      { discrete: true },
    );
  };
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener("focus", putBack);
    root?.addEventListener("focus", putBack);
  });
}

/** Asked the only way there is: outside an update there is no editor to name. */
function isUpdating(): boolean {
  try {
    $getEditor();
    return true;
  } catch {
    return false;
  }
}
