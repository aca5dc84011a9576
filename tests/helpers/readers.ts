import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { tmpdir } from "node:os";

const onPath = (command: string): boolean =>
  (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, command)));

/** Independent readers: other people's programs that must understand what we write. */
export const has = {
  soffice: onPath("soffice"),
  pandoc: onPath("pandoc"),
  pdftotext: onPath("pdftotext"),
  qpdf: onPath("qpdf"),
};

/** Says once, in the test's output, what is left unproved on this machine. */
export function sayWhatIsSkipped(...commands: (keyof typeof has)[]): void {
  for (const command of commands) {
    if (!has[command])
      console.log(`SKIPPED: what ${command} would prove, because it is not on this machine.`);
  }
}

/** Runs a reader over the bytes in a folder of its own. @returns its standard output */
export function readWith(
  command: string,
  args: (file: string) => string[],
  name: string,
  bytes: Uint8Array,
): string {
  return inFolder((folder) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const done = spawnSync(command, args(file), { encoding: "utf8", maxBuffer: 1 << 28 });
    if (done.status !== 0) throw new Error(`${command} ended with ${done.status}: ${done.stderr}`);
    return done.stdout;
  });
}

/** What LibreOffice makes of a Word file, as plain text. */
export const wordAsText = (bytes: Uint8Array): string =>
  inFolder((folder) => {
    writeFileSync(join(folder, "report.docx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = [
      profile,
      "--headless",
      "--convert-to",
      "txt:Text (encoded):UTF8",
      "--outdir",
      folder,
      join(folder, "report.docx"),
    ];
    const done = spawnSync("soffice", args, { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`soffice ended with ${done.status}: ${done.stderr}`);
    return readFileSync(join(folder, "report.txt"), "utf8");
  });

const FILTERS = { docx: "docx:Office Open XML Text", odt: "odt:writer8" };

/** The file as this program saves it in another format. */
export const toFormat = (
  program: "soffice" | "pandoc",
  format: keyof typeof FILTERS,
  name: string,
  bytes: Uint8Array,
): Uint8Array =>
  inFolder((folder) => {
    const from = join(folder, name);
    const to = join(folder, "saved", `${name.replace(/\.\w+$/, "")}.${format}`);
    mkdirSync(join(folder, "saved"));
    writeFileSync(from, bytes);
    // A web page is opened for the web unless it is said otherwise, and cannot be saved as Word then.
    const opened = name.endsWith(".html") ? ["--infilter=HTML (StarWriter)"] : [];
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args =
      program === "pandoc"
        ? [from, "-o", to]
        : [profile, "--headless", ...opened, "--convert-to", FILTERS[format], "--outdir", dirname(to), from];
    const done = spawnSync(program, args, { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stderr}`);
    return readFileSync(to);
  });

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-reader-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text without the differences that line breaking makes. */
export const flat = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();
