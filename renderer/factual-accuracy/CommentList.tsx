import { GridList, GridListItem } from "react-aria-components";
import {
  FACTUAL_ANSWER_WORDS,
  FACTUAL_KIND_WORDS,
  type FactualComment,
} from "#shared/domain/factual-check.ts";
import type { FactualCommentId } from "#shared/domain/ids.ts";
import { type IssuedCopy, placeNames } from "#shared/factual-accuracy/place-comment.ts";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";

interface Props {
  /** In report order. */
  readonly comments: readonly FactualComment[];
  readonly copy: IssuedCopy;
  readonly selected: FactualCommentId | null;
  readonly onSelect: (id: FactualCommentId) => void;
  /** Enter, or a second press: on to the answer. */
  readonly onOpen: () => void;
}

/** Every comment in a line or two; arrow keys walk through them. */
export function CommentList({ comments, copy, selected, onSelect, onOpen }: Props) {
  return (
    <GridList
      aria-label="Comments"
      className={styles.list!}
      data-region="factual-accuracy"
      items={comments.map((comment) => ({ id: comment.id, comment }))}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      escapeKeyBehavior="none"
      selectedKeys={selected ? [selected] : []}
      onSelectionChange={(keys) => {
        const [first] = keys === "all" ? [] : keys;
        if (first) onSelect(first as FactualCommentId);
      }}
      onAction={onOpen}
      renderEmptyState={() => <p className={styles.none}>No comment is like that.</p>}
    >
      {({ comment }) => {
        const { id, blockIds, status, kind, text, shows, quote } = comment;
        const place = placeNames(blockIds, copy);
        return (
          <GridListItem
            id={id}
            className={styles.line!}
            textValue={`${place}: ${text || shows}`}
            data-status={status}
          >
            <span className={styles.lineHead}>
              <strong>{place}</strong>
              <span className={styles.status} data-status={status}>
                {FACTUAL_ANSWER_WORDS[status]}
              </span>
            </span>
            <span className={styles.lineWords}>{text || shows || quote}</span>
            <span className={styles.lineKind}>{FACTUAL_KIND_WORDS[kind]}</span>
          </GridListItem>
        );
      }}
    </GridList>
  );
}
