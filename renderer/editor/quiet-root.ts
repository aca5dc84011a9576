import type { LexicalEditor } from "lexical";

/**
 * React keeps the selection of a focused text over each of its commits, and for that goes through every node of the
 * text, twice: in a report of thousands of paragraphs most of what a key costs. Lexical keeps its selection itself.
 * React asks the property; the browser goes by the attribute, which stays as it is.
 */
export const registerQuietRoot = (editor: LexicalEditor): (() => void) =>
  editor.registerRootListener((root) => {
    if (root) Object.defineProperty(root, "contentEditable", { configurable: true, get: () => "inherit" });
  });
