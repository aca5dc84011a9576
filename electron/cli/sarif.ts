import { pathToFileURL } from "node:url";
import { isAbsolute } from "node:path";
import type { Checked } from "#electron/cli/check-record.ts";
import type { Severity } from "#shared/consistency/finding.ts";
import { rules } from "#shared/consistency/registry.ts";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  advice: "note",
};

/** A SARIF 2.1.0 log, so that existing viewers open it. Paragraphs are logical locations: a PDF has no lines. With a summary, that is a property of the run. */
export function sarifLog(checked: readonly Checked[], summary: object | null = null): object {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Plumbline",
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.why },
              help: { text: rule.remedy },
              defaultConfiguration: { level: LEVELS[rule.severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        ...(summary && { properties: { summary } }),
        invocations: [
          {
            executionSuccessful: checked.every(({ record }) => record.status === "ok"),
            toolExecutionNotifications: checked
              .filter(({ record }) => record.status === "unreadable")
              .map(({ record }) => ({
                level: "error",
                message: { text: record.error?.message ?? "" },
                descriptor: { id: record.error?.code ?? "unreadable" },
                locations: [{ physicalLocation: { artifactLocation: { uri: uri(record.file) } } }],
              })),
          },
        ],
        results: checked.flatMap(({ record, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
            // It asks, and says of nothing that it is wrong.
            level: finding.question ? "note" : LEVELS[finding.severity],
            message: { text: finding.message },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: uri(record.file) } },
                ...(finding.paragraph !== null && {
                  logicalLocations: [{ name: String(finding.paragraph), kind: "paragraph" }],
                }),
              },
            ],
            partialFingerprints: { "plumbline/v1": finding.fingerprint },
          })),
        ),
      },
    ],
  };
}

/** A relative path stays relative, percent-encoded, so that a log can be moved with its reports. */
const uri = (path: string): string =>
  isAbsolute(path) ? pathToFileURL(path).href : path.split(/[\\/]/).map(encodeURIComponent).join("/");
