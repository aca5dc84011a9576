import Markdown from "react-markdown";
import panel from "#renderer/panels/Panel.module.css";
import styles from "#renderer/evidence/NotesAsRead.module.css";

/** What of Markdown means something in notes; the rest is shown as its words. */
const ALLOWED = ["p", "strong", "em", "ul", "ol", "li", "blockquote", "br"];
/** A mark that would be seen as one: words alone read the same above. */
const MARKED = /\*|_|^\s*(?:[-+>]|\d+[.)])\s/m;

/** Notes with their bold, lists and quotations, below the field they are written in. Nothing when they have none. */
export function NotesAsRead({ notes }: { readonly notes: string }) {
  if (!MARKED.test(notes)) return null;
  return (
    <section aria-label="Notes as they read" className={styles.read}>
      <h3 className={panel.heading}>As they read</h3>
      <Markdown allowedElements={ALLOWED} unwrapDisallowed skipHtml>
        {notes}
      </Markdown>
    </section>
  );
}
