import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the macro can do to a paragraph. */
export const WRITER_EDITS = [
  "change",
  "split",
  "join",
  "remove",
  "insert",
  "comment",
  "track",
  "bold",
] as const;
type WriterEdit = (typeof WRITER_EDITS)[number];

/** One edit: to which paragraph, counted from 0 and round again, and a number for what is written. */
export interface Deed {
  readonly kind: WriterEdit;
  readonly paragraph: number;
  readonly word: number;
  readonly count: number;
}

const MACRO = `
Sub Run(jobs As String)
  Dim n As Integer, entry As String
  n = FreeFile
  Open jobs For Input As #n
  While Not EOF(n)
    Line Input #n, entry
    If entry &lt;&gt; "" Then Job(entry)
  Wend
  Close #n
End Sub

Sub Job(entry As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  parts = Split(entry, "|")
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(parts(0)), "_blank", 0, hidden())
  edits = Split(parts(2), ",")
  For i = 0 To UBound(edits)
    one = Split(edits(i), ":")
    DoEdit(doc, one(0), CLng(one(1)), CLng(one(2)), one(3))
  Next i
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(parts(1)), saving())
  doc.close(True)
End Sub

Function Narrative(doc)
  Dim found(1000)
  count = 0
  every = doc.Text.createEnumeration()
  While every.hasMoreElements()
    p = every.nextElement()
    If p.supportsService("com.sun.star.text.Paragraph") Then
      style = p.ParaStyleName
      If Len(p.String) &gt; 40 And Left(style, 7) &lt;&gt; "Heading" And style &lt;&gt; "Title" And style &lt;&gt; "Timescale" And style &lt;&gt; "Cover Text" And Left(style, 8) &lt;&gt; "Contents" Then
        found(count) = p
        count = count + 1
      End If
    End If
  Wend
  ReDim Preserve found(count - 1)
  Narrative = found
End Function

Sub DoEdit(doc, kind, index, words, count)
  found = Narrative(doc)
  p = found(index Mod (UBound(found) + 1))
  text = p.Text
  c = text.createTextCursorByRange(p.Start)
  For i = 0 To words Mod 5
    c.gotoNextWord(False)
  Next i
  Select Case kind
    Case "change"
      c.gotoEndOfWord(True)
      c.String = "changed" &amp; count
    Case "track"
      doc.RecordChanges = True
      c.gotoEndOfWord(True)
      c.String = "tracked" &amp; count
      doc.RecordChanges = False
    Case "bold"
      c.gotoEndOfWord(True)
      c.CharWeight = 150
    Case "split"
      text.insertControlCharacter(c, 0, False)
    Case "join"
      c.gotoRange(p.End, False)
      c.goRight(1, True)
      c.String = " "
    Case "remove"
      c.gotoRange(p.Start, False)
      c.gotoRange(p.End, True)
      c.goRight(1, True)
      c.String = ""
    Case "insert"
      c.gotoRange(p.End, False)
      text.insertControlCharacter(c, 0, False)
      text.insertString(c, "A wholly new paragraph number " &amp; count &amp; " written in Writer.", False)
    Case "comment"
      c.gotoEndOfWord(True)
      note = doc.createInstance("com.sun.star.text.textfield.Annotation")
      note.Author = "A Colleague"
      note.Content = "Comment " &amp; count
      text.insertTextContent(c, note, True)
  End Select
End Sub
`;

const MODULE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${MACRO}</script:module>`;
const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Edits"/></library:library>`;

/** Copies of a Word file, each edited and saved by LibreOffice Writer itself. @returns them in the order of the deeds */
export function editedByWriter(bytes: Uint8Array, files: readonly (readonly Deed[])[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-writer-"));
  try {
    const basic = join(folder, "profile/user/basic");
    const soffice = (...args: string[]): void => {
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      const done = spawnSync("soffice", [profile, "--headless", ...args], {
        encoding: "utf8",
        timeout: 300_000,
      });
      if (done.status !== 0) throw new Error(`soffice ended with ${done.status}: ${done.stderr}`);
    };
    // The first start fills the profile, and would put its own macros over ours.
    soffice("--terminate_after_init");
    mkdirSync(join(basic, "Standard"), { recursive: true });
    writeFileSync(join(basic, "Standard/script.xlb"), LIBRARY);
    writeFileSync(join(basic, "Standard/Edits.xba"), MODULE);
    writeFileSync(join(folder, "sent.docx"), bytes);
    const jobs = files.map((deeds, n) => {
      const edits = deeds.map(({ kind, paragraph, word, count }) => [kind, paragraph, word, count].join(":"));
      return [join(folder, "sent.docx"), join(folder, `back-${n}.docx`), edits.join(",")].join("|");
    });
    writeFileSync(join(folder, "jobs.txt"), jobs.join("\n"));
    soffice(`macro:///Standard.Edits.Run("${join(folder, "jobs.txt")}")`);
    return files.map((_, n) => readFileSync(join(folder, `back-${n}.docx`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
