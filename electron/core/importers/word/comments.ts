import { randomUUID } from "node:crypto";
import type { Comment } from "#shared/domain/comment.ts";
import { CommentId } from "#shared/domain/ids.ts";
import type { XmlReader } from "#electron/core/importers/word/xml.ts";

/** A comment as the document has it. */
export interface WordComment {
  readonly id: string;
  readonly by: string;
  /** ISO time; null when the document does not say. */
  readonly at: string | null;
  readonly text: string;
  /** Id of the comment it answers. */
  readonly answers: string | null;
  readonly resolved: boolean;
}

interface Extended {
  readonly parent: string | null;
  readonly done: boolean;
}

/**
 * @param comments the part “comments”
 * @param extended the part “commentsExtended”, which newer programs add: who answers whom, and what is settled
 */
export function readComments(comments: XmlReader | null, extended: XmlReader | null): WordComment[] {
  if (!comments) return [];
  const more = readExtended(extended);
  /** The last paragraph of each comment, by which the other part names it. */
  const marks = new Map<string, string>();
  const found: (Omit<WordComment, "answers" | "resolved"> & { mark: string })[] = [];
  for (const element of comments.elements()) {
    if (element !== "w:comment") continue;
    const id = comments.attribute("w:id") ?? "";
    const by = comments.attribute("w:author") ?? "";
    const at = isoOf(comments.attribute("w:date"));
    const { text, mark } = readWords(comments);
    marks.set(mark, id);
    found.push({ id, by, at, text, mark });
  }
  return found.map(({ mark, ...comment }) => {
    const { parent = null, done = false } = more.get(mark) ?? {};
    return { ...comment, answers: (parent !== null && marks.get(parent)) || null, resolved: done };
  });
}

function readWords(reader: XmlReader): { text: string; mark: string } {
  const lines: string[] = [];
  let mark = "";
  let inText = false;
  const depth = reader.depth;
  for (let token = reader.next(); reader.depth >= depth; token = reader.next()) {
    if (token === "open") {
      inText = reader.name === "w:t";
      if (reader.name === "w:p") {
        lines.push("");
        mark = reader.attribute("w14:paraId") ?? "";
      } else if (reader.name === "w:br" || reader.name === "w:tab") lines.push(`${lines.pop() ?? ""} `);
    } else if (token === "close") inText = false;
    else if (inText) lines.push((lines.pop() ?? "") + reader.text);
  }
  return { text: lines.join("\n").trim(), mark };
}

function readExtended(reader: XmlReader | null): Map<string, Extended> {
  const found = new Map<string, Extended>();
  if (!reader) return found;
  for (const element of reader.elements())
    if (element === "w15:commentEx")
      found.set(reader.attribute("w15:paraId") ?? "", {
        parent: reader.attribute("w15:paraIdParent"),
        done: reader.attribute("w15:done") === "1",
      });
  return found;
}

/** Word writes the writer's own clock and calls it universal; that is good enough to show a day by. */
export function isoOf(date: string | null): string | null {
  const time = Date.parse(date ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Under ids of ours, by the document's own; an answer to an answer belongs to the thread. */
export function asComments(found: readonly WordComment[], modified: string | null): Map<string, Comment> {
  const ids = new Map(found.map(({ id }) => [id, CommentId.parse(randomUUID())]));
  const parents = new Map(found.map(({ id, answers }) => [id, answers]));
  const rootOf = (id: string): string | null => {
    const seen = new Set([id]);
    let root = parents.get(id) ?? null;
    for (let above = root; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
      seen.add(above);
      root = above;
    }
    return root;
  };
  return new Map(
    found.map(({ id, by, at, text, resolved }) => {
      const root = rootOf(id);
      const time = at ?? modified ?? new Date().toISOString();
      return [
        id,
        {
          id: ids.get(id)!,
          answers: (root !== null && ids.get(root)) || null,
          blockId: null,
          quote: "",
          offset: 0,
          text: text.slice(0, 20_000),
          by: by.slice(0, 300),
          at: time,
          resolved: resolved && root === null ? { by: "", at: time } : null,
          assignedTo: "",
          isPrivate: false,
          suggestion: null,
          finding: null,
        },
      ];
    }),
  );
}
