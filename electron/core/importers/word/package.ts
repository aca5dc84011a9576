import { XmlReader } from "#electron/core/importers/word/xml.ts";
import { damaged, WORD } from "#electron/core/importers/word/damaged.ts";
import { Zip } from "#electron/core/importers/zip.ts";
import { Fault } from "#shared/fault.ts";

/** Where a relationship of the document leads. */
interface Relationship {
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
}

/** The parts of a Word document that hold its words, by what they are for; what is not there is null. */
export class WordPackage {
  readonly #zip: Zip;
  readonly #folder: string;
  readonly #document: string;
  readonly #relationships: ReadonlyMap<string, Relationship>;

  /** @throws Fault when this is no Word document that can be read */
  constructor(bytes: Uint8Array) {
    this.#zip = new Zip(bytes, WORD);
    const types = this.#reader("[Content_Types].xml");
    if (!types) throw damaged("the list of its contents is missing");
    refuseMacros(types, this.#zip);
    const root = [...relationships(this.#reader("_rels/.rels")).values()];
    const target = root.find(({ kind }) => kind === "officeDocument")?.target ?? "word/document.xml";
    this.#document = target.replace(/^\//, "");
    this.#folder = this.#document.slice(0, this.#document.lastIndexOf("/") + 1);
    const file = this.#document.slice(this.#folder.length);
    this.#relationships = relationships(this.#reader(`${this.#folder}_rels/${file}.rels`));
  }

  /** @throws Fault `truncated` when there is no text in the package */
  document(): XmlReader {
    const reader = this.#reader(this.#document);
    if (!reader) throw damaged("the part that holds its text is missing");
    return reader;
  }

  /** “styles”, “numbering”, “comments”, “commentsExtended”, “footnotes”, “endnotes”. */
  part(kind: string): XmlReader | null {
    return this.parts(kind)[0] ?? null;
  }

  /** Running heads are several. */
  parts(kind: string): XmlReader[] {
    return [...this.#relationships.values()]
      .filter((relationship) => relationship.kind === kind && !relationship.external)
      .flatMap(({ target }) => {
        const path = target.startsWith("/") ? target.slice(1) : this.#folder + target;
        return this.#reader(path) ?? [];
      });
  }

  /** The address a hyperlink leads to. Never followed. */
  link(id: string | null): string | null {
    const relationship = id === null ? undefined : this.#relationships.get(id);
    return relationship?.external && relationship.kind === "hyperlink" ? relationship.target : null;
  }

  /** Title and day of the last change, from the file's properties; empty when they do not say. */
  properties(): { title: string; modified: string } {
    const said = { title: "", modified: "" };
    const reader = this.#reader("docProps/core.xml");
    let inside = "";
    for (let token = reader?.next() ?? "end"; reader && token !== "end"; token = reader.next()) {
      if (token === "open") inside = reader.name;
      else if (token === "close") inside = "";
      else if (inside === "dc:title") said.title += reader.text;
      else if (inside === "dcterms:modified") said.modified += reader.text;
    }
    return said;
  }

  /** A property of the file's own making; null when it has none of that name. */
  customProperty(name: string): string | null {
    const reader = this.#reader("docProps/custom.xml");
    for (const element of reader?.elements() ?? [])
      if (element === "property" && reader?.attribute("name") === name) {
        let value = "";
        const { depth } = reader;
        for (let token = reader.next(); reader.depth >= depth; token = reader.next())
          if (token === "text") value += reader.text;
        return value.trim();
      }
    return null;
  }

  #reader(path: string): XmlReader | null {
    const content = this.#zip.read(path);
    return content && new XmlReader(content);
  }
}

function refuseMacros(types: XmlReader, zip: Zip): void {
  let macros = zip.has("word/vbaProject.bin");
  for (const _ of types.elements())
    if (/macroEnabled|vbaProject/i.test(types.attribute("ContentType") ?? "")) macros = true;
  if (macros)
    throw new Fault(
      "unsupported",
      "This is a Word document with macros (.docm), which are programs and are not let in.",
      "In Word choose “Save as”, then “Word document (.docx)”, and import that.",
    );
}

function relationships(reader: XmlReader | null): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  if (!reader) return found;
  for (const element of reader.elements()) {
    if (element !== "Relationship") continue;
    found.set(reader.attribute("Id") ?? "", {
      kind: (reader.attribute("Type") ?? "").split("/").at(-1) ?? "",
      target: reader.attribute("Target") ?? "",
      external: reader.attribute("TargetMode") === "External",
    });
  }
  return found;
}
