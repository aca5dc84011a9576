import { parsers } from "prettier/plugins/markdown";
import {
  plainWords,
  type ManualCell,
  type ManualPage,
  type ManualPart,
  type ManualWords,
} from "#renderer/help/manual-page.ts";

/** What the Markdown reader answers, as far as the manual uses it. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly url?: string;
  readonly alt?: string | null;
}

/**
 * Reads one page of the manual at build time.
 *
 * @throws Error for anything the help screen does not show: raw HTML, addresses outside the manual, code
 */
export async function readManualPage(markdown: string): Promise<ManualPage> {
  // The reader asks for options and reads none of them.
  const parse = parsers.markdown.parse as unknown as (text: string) => Promise<Node> | Node;
  const root = await parse(markdown);
  const [first, ...rest] = childrenOf(root);
  if (first?.type !== "heading" || first.depth !== 1)
    throw new Error("A page of the manual begins with its title: “# …”.");
  return { title: plainWords(wordsOf(first)), parts: rest.map(partOf) };
}

const childrenOf = (node: Node): readonly Node[] => node.children ?? [];
const wordsOf = (node: Node): ManualWords[] => childrenOf(node).map(wordOf);
const unknown = (node: Node): Error =>
  new Error(`The help screen shows no “${node.type}”. Write it otherwise.`);

function partOf(node: Node): ManualPart {
  switch (node.type) {
    case "heading": {
      const words = wordsOf(node);
      return { kind: "heading", level: node.depth ?? 2, id: headingId(plainWords(words)), words };
    }
    case "paragraph":
      return { kind: "paragraph", words: wordsOf(node) };
    case "blockquote":
      return { kind: "note", words: childrenOf(node).flatMap(wordsOf) };
    case "list":
      return {
        kind: "list",
        ordered: node.ordered === true,
        members: childrenOf(node).map((item) => childrenOf(item).map(partOf)),
      };
    case "table": {
      const [head, ...rows] = childrenOf(node).map((row): ManualCell[] => childrenOf(row).map(wordsOf));
      return { kind: "table", head: head ?? [], rows };
    }
    default:
      throw unknown(node);
  }
}

function wordOf(node: Node): ManualWords {
  switch (node.type) {
    case "text":
      return (node.value ?? "").replace(/\s*\n\s*/g, " ");
    case "inlineCode":
      return { kind: "key", keys: node.value ?? "" };
    case "strong":
    case "emphasis":
      return { kind: node.type, words: wordsOf(node) };
    case "link": {
      const page = /^([a-z-]+|README)\.md$/.exec(node.url ?? "")?.[1];
      if (!page) throw new Error(`The manual links to its own pages only, not to ${node.url}.`);
      return { kind: "link", page, words: wordsOf(node) };
    }
    case "image": {
      const name = /^pictures\/([\w-]+\.webp)$/.exec(node.url ?? "")?.[1];
      if (!name) throw new Error(`Pictures of the manual are in its folder of pictures, unlike ${node.url}.`);
      return { kind: "picture", name, says: node.alt ?? "" };
    }
    default:
      throw unknown(node);
  }
}

const headingId = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
