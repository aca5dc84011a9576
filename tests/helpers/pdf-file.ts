import { z } from "zod";
import { readWith } from "#tests/helpers/readers.ts";

/** A value as qpdf writes it: `12 0 R` is another object, `/Name` a name, `u:words` a text. */
type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Dictionary = { [key: string]: Value };

const Value: z.ZodType<Value> = z.json() as z.ZodType<Value>;
const Written = z.object({
  qpdf: z.tuple([
    z.unknown(),
    z.record(
      z.string(),
      z.object({
        value: Value.optional(),
        stream: z.object({ dict: Value, data: z.base64() }).optional(),
      }),
    ),
  ]),
});

/** An element of the tree of tags. */
export interface TagElement {
  readonly role: string;
  readonly attributes: Dictionary;
  readonly children: readonly TagElement[];
  /** `page/id` of the pieces of page content that stand in it. */
  readonly content: readonly string[];
}

export interface PdfPage {
  readonly object: string;
  /** Its drawing operators, unpacked. */
  readonly content: string;
}

const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A PDF as qpdf, which is nobody's typesetter, takes it apart. */
export class PdfFile {
  readonly #objects: z.infer<typeof Written>["qpdf"][1];
  readonly catalog: Dictionary;

  constructor(bytes: Uint8Array) {
    const args = (file: string): string[] => [
      "--json=2",
      "--json-stream-data=inline",
      "--decode-level=generalized",
      file,
    ];
    this.#objects = Written.parse(JSON.parse(readWith("qpdf", args, "r.pdf", bytes))).qpdf[1];
    this.catalog = this.dictionary(this.dictionary(this.#objects["trailer"]?.value)["/Root"]);
  }

  value(value: Value | undefined): Value | undefined {
    return typeof value === "string" && / \d+ R$/.test(value) ? this.#objects[`obj:${value}`]?.value : value;
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.value(value);
    return isDictionary(found) ? found : {};
  }

  /** A name without its stroke, a text without qpdf's mark; empty for anything else. */
  words(value: Value | undefined): string {
    const found = this.value(value);
    return typeof found === "string" ? found.replace(/^(?:u:|\/)/, "") : "";
  }

  list(value: Value | undefined): Value[] {
    const found = this.value(value);
    return Array.isArray(found) ? found : found === undefined ? [] : [value as Value];
  }

  stream(value: Value | undefined): string {
    const data = typeof value === "string" ? this.#objects[`obj:${value}`]?.stream?.data : undefined;
    return Buffer.from(data ?? "", "base64").toString("latin1");
  }

  get pages(): PdfPage[] {
    const walk = (node: Value): PdfPage[] => {
      const found = this.dictionary(node);
      if (found["/Type"] === "/Pages") return this.list(found["/Kids"]).flatMap(walk);
      return [{ object: typeof node === "string" ? node : "", content: this.stream(found["/Contents"]) }];
    };
    return walk(this.catalog["/Pages"] ?? null);
  }

  /** What every link says of itself to those who do not see it. */
  get links(): string[] {
    return Object.values(this.#objects).flatMap(({ value }) =>
      isDictionary(value) && value["/Subtype"] === "/Link" ? [this.words(value["/Contents"])] : [],
    );
  }

  get tags(): TagElement[] {
    return this.list(this.dictionary(this.catalog["/StructTreeRoot"])["/K"]).map((element) =>
      this.#tag(element, ""),
    );
  }

  /** The bookmarks, each with those below it. */
  get outline(): { title: string; below: string[] }[] {
    const from = (first: Value | undefined): Dictionary[] => {
      const found: Dictionary[] = [];
      for (let at = first; at !== undefined; at = found.at(-1)?.["/Next"]) found.push(this.dictionary(at));
      return found;
    };
    const title = (item: Dictionary): string => this.words(item["/Title"]);
    return from(this.dictionary(this.catalog["/Outlines"])["/First"]).map((item) => ({
      title: title(item),
      below: from(item["/First"]).map(title),
    }));
  }

  #tag(element: Value, outerPage: string): TagElement {
    const found = this.dictionary(element);
    const page = typeof found["/Pg"] === "string" ? found["/Pg"] : outerPage;
    const children: TagElement[] = [];
    const content: string[] = [];
    for (const kid of this.list(found["/K"])) {
      const inner = this.dictionary(kid);
      if (typeof kid === "number") content.push(`${page}/${kid}`);
      else if (typeof inner["/MCID"] === "number")
        content.push(`${typeof inner["/Pg"] === "string" ? inner["/Pg"] : page}/${inner["/MCID"]}`);
      else if (inner["/S"] !== undefined) children.push(this.#tag(kid, page));
    }
    const attributes = Object.assign(
      {},
      ...this.list(found["/A"]).map((one) => this.dictionary(one)),
    ) as Dictionary;
    return { role: this.words(found["/S"]), attributes, children, content };
  }
}

/** Everything the tree holds, in the order of reading. */
export const inOrder = (tags: readonly TagElement[]): TagElement[] =>
  tags.flatMap((tag) => [tag, ...inOrder(tag.children)]);

const DRAWS = /^(?:Tj|TJ|'|"|f|F|f\*|B|B\*|b|b\*|S|s|Do|sh)$/;

/** What a page draws: ids of tagged pieces, and operators outside of every tag and every artifact. */
export function drawn(content: string): { ids: number[]; untagged: string[] } {
  const ids: number[] = [];
  const untagged: string[] = [];
  let open = 0;
  const bare = content.replace(/\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f\s]*>(?!>)/g, " ");
  const tokens = bare.split(/\s+/);
  for (const [index, token] of tokens.entries()) {
    if (token === "/MCID") ids.push(Number(tokens[index + 1]));
    if (token === "BDC" || token === "BMC") open += 1;
    else if (token === "EMC") open -= 1;
    else if (open === 0 && DRAWS.test(token)) untagged.push(token);
  }
  return { ids, untagged };
}
