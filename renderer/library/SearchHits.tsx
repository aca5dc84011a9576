import type { BlockId, ReportId } from "#shared/domain/ids.ts";
import { useSearch } from "#renderer/api/use-library.ts";
import styles from "#renderer/library/SearchHits.module.css";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly query: string;
  readonly onOpen: (reportId: ReportId, blockId: BlockId | null) => void;
}

/** Where the words occur, quoted, in every report and evidence item. */
export function SearchHits({ query, onOpen }: Props) {
  const { data: hits, error, isFetching } = useSearch(query);
  if (error) return <FaultNotice error={error} />;
  return (
    <>
      <h1 className={styles.heading}>“{query}” in all reports</h1>
      <section className={styles.hits} aria-label="Search results">
        <output className="visually-hidden">
          {isFetching ? "Searching" : counted(hits?.length ?? 0, "place")}
        </output>
        {hits?.length === 0 && !isFetching && (
          <p className={styles.none}>
            “{query}” is in no report of this library. Try fewer words, or the beginning of a word.
          </p>
        )}
        <ul>
          {hits?.map((hit, index) => (
            <li key={index} className={styles.item}>
              <button type="button" className={styles.hit} onClick={() => onOpen(hit.reportId, hit.blockId)}>
                <span className={styles.where}>
                  <span className={styles.report}>{hit.reportTitle}</span>
                  {hit.blockId === null
                    ? "Evidence"
                    : hit.paragraph === null
                      ? "Heading or list"
                      : `Paragraph ${hit.paragraph}`}
                </span>
                <span className={styles.quote}>
                  {hit.pieces.map((piece, at) =>
                    piece.match ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
