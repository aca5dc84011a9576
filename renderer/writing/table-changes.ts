import type { TableChange } from "#renderer/editor/editor-handle.ts";
import type { Session } from "#renderer/report/session.ts";

interface TableCommand {
  readonly id: string;
  readonly title: string;
  readonly run: (session: Session) => void;
}

const change = (what: TableChange & string, title: string): TableCommand => ({
  id: what,
  title,
  run: (session) => void session.editor?.changeTable(what),
});

/** What can be done while the caret is in a table. */
export const TABLE_CHANGES: readonly TableCommand[] = [
  change("row-above", "Row above"),
  change("row-below", "Row below"),
  change("column-before", "Column before"),
  change("column-after", "Column after"),
  change("header", "First row is a heading"),
  { id: "caption", title: "Caption…", run: ({ store }) => store.setState({ asking: "caption" }) },
  change("delete-row", "Delete the row"),
  change("delete-column", "Delete the column"),
  change("delete-table", "Delete the table"),
];
