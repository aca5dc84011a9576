import { Fragment } from "react";
import { Link } from "react-aria-components";
import { pictureAddress } from "#renderer/help/manual.ts";
import type { ManualPart, ManualWords } from "#renderer/help/manual-page.ts";
import styles from "#renderer/help/ManualText.module.css";

interface Props {
  readonly parts: readonly ManualPart[];
  readonly onPage: (page: string) => void;
}

/** A page of the manual, below its title. */
export function ManualText({ parts, onPage }: Props) {
  return parts.map((part, index) => <Part key={index} part={part} onPage={onPage} />);
}

function Part({ part, onPage }: { readonly part: ManualPart; readonly onPage: Props["onPage"] }) {
  const words = (all: readonly ManualWords[]) => <Words words={all} onPage={onPage} />;
  switch (part.kind) {
    case "heading": {
      const Heading = part.level === 2 ? "h3" : "h4";
      return (
        <Heading id={`help-${part.id}`} className={styles.heading} tabIndex={-1}>
          {words(part.words)}
        </Heading>
      );
    }
    case "paragraph":
      return <p className={styles.paragraph}>{words(part.words)}</p>;
    case "note":
      return <p className={styles.note}>{words(part.words)}</p>;
    case "list": {
      const List = part.ordered ? "ol" : "ul";
      return (
        <List className={styles.list}>
          {part.members.map((member, index) => (
            <li key={index}>
              <ManualText parts={member} onPage={onPage} />
            </li>
          ))}
        </List>
      );
    }
    case "table":
      return (
        <table className={styles.table}>
          <thead>
            <tr>
              {part.head.map((cell, index) => (
                <th key={index} scope="col">
                  {words(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{words(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function Words({
  words,
  onPage,
}: {
  readonly words: readonly ManualWords[];
  readonly onPage: Props["onPage"];
}) {
  return words.map((word, index) => (
    <Fragment key={index}>{typeof word === "string" ? word : <Word word={word} onPage={onPage} />}</Fragment>
  ));
}

function Word({
  word,
  onPage,
}: {
  readonly word: Exclude<ManualWords, string>;
  readonly onPage: Props["onPage"];
}) {
  switch (word.kind) {
    case "strong":
      return (
        <strong>
          <Words words={word.words} onPage={onPage} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Words words={word.words} onPage={onPage} />
        </em>
      );
    case "key":
      return <kbd className={styles.key}>{word.keys}</kbd>;
    case "link":
      return (
        <Link className={styles.link!} onPress={() => onPage(word.page)}>
          <Words words={word.words} onPage={onPage} />
        </Link>
      );
    case "picture":
      return (
        <img className={styles.picture} src={pictureAddress(word.name)} alt={word.says} loading="lazy" />
      );
  }
}
