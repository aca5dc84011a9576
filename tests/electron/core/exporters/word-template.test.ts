import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeWord } from "#electron/core/exporters/word.ts";
import { readReturned } from "#electron/core/importers/word/read-returned.ts";
import { readTemplate } from "#electron/core/importers/word/template.ts";
import { sentAs } from "#electron/core/returned/sent.ts";
import { returnedReport } from "#shared/returned/returned-report.ts";
import { missingStyles, templateStyle } from "#shared/word/word-template.ts";
import { everyKind } from "#tests/helpers/every-kind.ts";
import { flat, has, sayWhatIsSkipped, toFormat, wordAsText } from "#tests/helpers/readers.ts";
import { councilTemplate, LACKING } from "#tests/helpers/word-template.ts";

sayWhatIsSkipped("soffice");

const input = everyKind();
const parts = readTemplate(councilTemplate());
const template = { styles: parts.styles, chosen: {} };
const dressed = (more: object = {}) =>
  writeWord({ ...input, extras: { template: { template, parts }, ...more } });
const open = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );

test("styles are found by name, then by another name for the same thing, unless a person chose", () => {
  expect(templateStyle(template, "Heading2")?.id).toBe("Ueberschrift2");
  expect(templateStyle(template, "Narrative")?.id).toBe("Textkoerper");
  expect(missingStyles(template).map(({ id }) => id)).toEqual(LACKING);
  const chosen = { Quotation: "CouncilBox", Narrative: null };
  expect(templateStyle({ ...template, chosen }, "Quotation")?.id).toBe("CouncilBox");
  expect(missingStyles({ ...template, chosen }).map(({ id }) => id)).toEqual([
    "CoverText",
    "Narrative",
    "Timescale",
    "TableText",
    "TableHeader",
  ]);
});

test("the file has the template's styles, page and head, its language stays British, and none of its text", async () => {
  const files = open(await dressed());
  const styles = files["word/styles.xml"]!;
  const text = files["word/document.xml"]!;
  expect(styles).toContain('w:ascii="Georgia"');
  expect(styles).toMatch(/<w:docDefaults>.*<w:lang w:val="en-GB"\/>/);
  expect(styles).not.toContain("numPr");
  expect(text).toContain('w:left="2268"');
  expect(text).not.toContain("SAMPLE-TEXT");
  const ids = new Set([...styles.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id));
  for (const [, used] of text.matchAll(/<w:(?:pStyle|rStyle) w:val="([^"]+)"/g)) expect(ids).toContain(used);
  for (const [, base] of styles.matchAll(/<w:basedOn w:val="([^"]+)"/g)) expect(ids).toContain(base);
  expect(styles).toContain('<w:name w:val="Quotation"/>');
  const head = Object.keys(files).find((name) => files[name]!.includes("Anyshire County Council"))!;
  expect(files["[Content_Types].xml"]).toContain(`/${head}`);
});

test("in a template's look it comes back as it was sent, and says that it is internal where it is", async () => {
  const back = returnedReport(
    sentAs(input),
    readReturned(await dressed(), () => {}),
  );
  expect(back.blocks.map(({ id, kind }) => [id, kind])).toEqual(
    input.report.blocks.map(({ id, kind }) => [id, kind]),
  );
  const files = open(await dressed({ annex: { dispositions: [], rules: {} } }));
  const heads = Object.keys(files).filter((name) => /^word\/.*header/.test(name));
  expect(heads.map((name) => files[name]).join("")).toContain("For internal use only");
  expect(files["word/document.xml"]).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
});

test.skipIf(!has.soffice)("LibreOffice opens it: all words, the template's margin and head", async () => {
  const bytes = await dressed();
  expect(flat(wordAsText(bytes))).toContain("Partnership working is adequate.");
  const odt = unzipSync(toFormat("soffice", "odt", "report.docx", bytes));
  const styles = new TextDecoder().decode(odt["styles.xml"]);
  expect(styles).toContain("Anyshire County Council");
  expect(styles).toMatch(/fo:margin-left="1\.57\d+in"|fo:margin-left="4(?:\.0\d*)?cm"/);
});

const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = (entry: string): string => `<Relationships>${entry}</Relationships>`;

test.each([
  ["macros", { "word/vbaProject.bin": "MZ" }, /has macros/],
  [
    "an attached template",
    {
      "word/_rels/settings.xml.rels": relationships(
        `<Relationship Id="a" Type="${REL}/attachedTemplate" Target="file:///C:/x.dotm" TargetMode="External"/>`,
      ),
    },
    /hangs on another template/,
  ],
  [
    "a linked picture in its head",
    {
      "word/_rels/header1.xml.rels": relationships(
        `<Relationship Id="a" Type="${REL}/image" Target="https://example.org/a.png" TargetMode="External"/>`,
      ),
    },
    /fetches something from elsewhere/,
  ],
  [
    "a field that fetches",
    {
      "word/header1.xml": `<w:hdr xmlns:w="w"><w:p><w:r><w:instrText> INCLUDEPICTURE "https://example.org/a.png" </w:instrText></w:r></w:p></w:hdr>`,
    },
    /field that fetches/,
  ],
  ["a document type", { "word/header1.xml": `<!DOCTYPE x [<!ENTITY a "b">]><w:hdr/>` }, /document type/],
  ["no styles", { "word/styles.xml": null }, /no styles/],
  ["a way out of the archive", { "../evil.xml": "<a/>" }, /leads out/],
])("a template with %s is refused in words", (_what, files: Record<string, string | null>, message) => {
  expect(() => readTemplate(councilTemplate(files))).toThrow(message);
});

test("what is no Word file is refused", () => {
  expect(() => readTemplate(new TextEncoder().encode("%PDF-1.7"))).toThrow(/no Word template/);
});
