import { z } from "zod";
import { SearchHit } from "#shared/api/library.ts";
import type { ReadDb } from "#electron/core/store/database.ts";

/** Marks that no text contains, so that a snippet can be cut apart without escaping. */
const OPEN = "\u0001";
const CLOSE = "\u0002";

const Row = z.object({
  report_id: z.string(),
  title: z.string(),
  block_id: z.string().nullable(),
  paragraph: z.int().nullable(),
  snippet: z.string(),
});

/** Blocks, then evidence, best first. Words are searched as they are; what is in “quotes” as a phrase. */
export function search(db: ReadDb, query: string, limit: number): SearchHit[] {
  const match = toMatch(query);
  if (match === "") return [];
  const blocks = db
    .prepare(
      `SELECT blocks.report_id, reports.title, blocks.id AS block_id,
         (SELECT nullif(count(*), 0) FROM blocks AS other WHERE other.report_id = blocks.report_id
            AND other.position <= blocks.position AND other.kind = 'paragraph'
            AND json_extract(other.content, '$.numbered')) AS paragraph,
         snippet(block_search, 0, char(1), char(2), '…', 24) AS snippet
       FROM block_search JOIN blocks ON blocks.seq = block_search.rowid JOIN reports ON reports.id = blocks.report_id
       WHERE block_search MATCH ? AND reports.archived = 0 ORDER BY rank LIMIT ?`,
    )
    .all(match, limit);
  const evidence = db
    .prepare(
      `SELECT evidence.report_id, reports.title, NULL AS block_id, NULL AS paragraph,
         snippet(evidence_search, -1, char(1), char(2), '…', 24) AS snippet
       FROM evidence_search JOIN evidence ON evidence.seq = evidence_search.rowid
         JOIN reports ON reports.id = evidence.report_id
       WHERE evidence_search MATCH ? AND evidence.removed_at IS NULL AND reports.archived = 0 ORDER BY rank LIMIT ?`,
    )
    .all(match, limit);
  return [...blocks, ...evidence].slice(0, limit).map((found) => {
    const row = Row.parse(found);
    return SearchHit.parse({
      reportId: row.report_id,
      reportTitle: row.title,
      blockId: row.block_id,
      paragraph: row.paragraph,
      pieces: cut(row.snippet),
    });
  });
}

/** Every term quoted, so that nothing a person types is FTS5 syntax; the last one may be half typed. */
function toMatch(query: string): string {
  const terms = [...query.matchAll(/"([^"]+)"|“([^”]+)”|([\p{L}\p{N}’'-]+)/gu)].map(
    (m) => m[1] ?? m[2] ?? m[3] ?? "",
  );
  return terms
    .map((term, index) => `"${term.replaceAll('"', "")}"${index === terms.length - 1 ? "*" : ""}`)
    .join(" ");
}

function cut(snippet: string): { text: string; match: boolean }[] {
  return snippet
    .split(OPEN)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, match: false }];
      const [hit = "", rest = ""] = part.split(CLOSE);
      return [
        { text: hit, match: true },
        { text: rest, match: false },
      ];
    })
    .filter((piece) => piece.text !== "");
}
