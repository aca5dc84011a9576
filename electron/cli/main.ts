import { Command, CommanderError, Option } from "commander";
import { versionOf } from "#electron/core/paths.ts";

/** Exit status: nothing at error severity, at least one, or something could not be read or understood. */
export const EXIT = { clean: 0, errors: 1, unreadable: 2 } as const;

/** Parses the command line and runs one command. Each command's code is loaded only when it is called. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(argv as string[]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.unreadable;
      return;
    }
    const { asFault } = await import("#electron/core/app.ts");
    const { faultText } = await import("#shared/fault.ts");
    process.stderr.write(`plumbline: ${faultText(asFault(error))}\n`);
    process.exitCode = EXIT.unreadable;
  }
}

function program(): Command {
  const program = new Command("plumbline")
    .description("Shows whether an inspection report's grades are carried by its narrative and its evidence.")
    .version(versionOf(), "-v, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .exitOverride()
    .addHelpText(
      "after",
      `
Begin with one report and read what the checker says of it:
  plumbline check "Draft report.docx"

Check a folder in a pipeline, one JSON object a line, and fail the step when a grade is contradicted:
  plumbline check reports/ --format json > findings.jsonl

Exit status: 0 nothing at error severity, 1 at least one error finding or a ledger that was altered, 2 a file could not be read.
More about one command: plumbline check --help`,
    );

  program
    .command("check")
    .description("check reports: Word, PDF or plain text, files and folders")
    .argument("<paths...>", "files and folders; a folder stands for every .docx, .pdf and .txt in it")
    .addOption(
      new Option(
        "-f, --format <format>",
        "text for people, json (one object a line), csv (one area a line) or sarif for tools",
      )
        .choices(["text", "json", "csv", "sarif"])
        .default("text"),
    )
    .option("--with <rule...>", "also ask rules that come switched off")
    .option("--without <rule...>", "leave rules out")
    .option(
      "--summary",
      "all reports as one: grades given, where narratives read otherwise, what was found most",
    )
    .option("--resume <file>", "note in this file what is done, and go on from it after a stop")
    .action(
      async (
        paths: string[],
        options: {
          format: "text" | "json" | "csv" | "sarif";
          with?: string[];
          without?: string[];
          summary?: boolean;
          resume?: string;
        },
      ) => {
        const { check } = await import("#electron/cli/check.ts");
        process.exitCode = await check(paths, options.format, options);
      },
    );

  program
    .command("import")
    .description("read reports into your library")
    .argument("<paths...>", "files and folders")
    .option("--library <file>", "another library than your own")
    .option("--passphrase-file <file>", "file whose first line is the library's passphrase")
    .action(async (paths: string[], options: { library?: string; passphraseFile?: string }) => {
      const { importReports } = await import("#electron/cli/import.ts");
      process.exitCode = await importReports(paths, options);
    });

  program
    .command("export")
    .description("turn a report into Word, PDF/UA-1 or HTML")
    .argument("<report>", "a file to read, or the title of a report in your library")
    .addOption(
      new Option("-f, --format <format...>", "word, pdf, html; several may be given")
        .choices(["word", "pdf", "html"])
        .default(["word"]),
    )
    .option("-o, --out <folder>", "where to write", ".")
    .option("--library <file>", "another library than your own")
    .option("--passphrase-file <file>", "file whose first line is the library's passphrase")
    .action(
      async (
        report: string,
        options: {
          format: ("word" | "pdf" | "html")[];
          out: string;
          library?: string;
          passphraseFile?: string;
        },
      ) => {
        const { exportReport } = await import("#electron/cli/export.ts");
        process.exitCode = await exportReport(report, options);
      },
    );

  program
    .command("ledger")
    .description(
      "list who decided what of a report in your library, and whether its ledger is as it was written",
    )
    .argument("<report>", "the title of the report, its provider or its id")
    .option("-o, --out <folder>", "also write it there as a PDF")
    .option("--library <file>", "another library than your own")
    .option("--passphrase-file <file>", "file whose first line is the library's passphrase")
    .action(async (report: string, options: { out?: string; library?: string; passphraseFile?: string }) => {
      const { printLedger } = await import("#electron/cli/ledger.ts");
      process.exitCode = await printLedger(report, options);
    });

  program
    .command("rules")
    .description("list what the checker looks for, and why")
    .option("--markdown", "as the page docs/rules.md")
    .action(async (options: { markdown?: boolean }) => {
      const { listRules } = await import("#electron/cli/rules.ts");
      listRules(options.markdown === true);
    });

  program
    .command("open")
    .description("open the workstation in a window of the browser on this machine")
    .option("--library <file>", "another library than your own")
    .option("--passphrase-file <file>", "file whose first line is the library's passphrase")
    .option("--sample", "a sample library in memory; nothing is kept")
    .option("--no-window", "print the address and serve until stopped")
    .action(
      async (options: { library?: string; passphraseFile?: string; sample?: boolean; window: boolean }) => {
        const { openWorkstation } = await import("#electron/cli/open.ts");
        await openWorkstation(options);
      },
    );

  return program;
}
