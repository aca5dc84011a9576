import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One prose checker on the sample’s text: milliseconds, megabytes of the whole process. */
export interface PeerFigures {
  readonly tool: string;
  readonly first: number;
  readonly median: number;
  readonly memory: number;
  readonly findings: number;
}

const TOOLS = ["textlint", "harper", "wink-nlp(tok+sbd+pos)", "write-good"];

/**
 * Runs the peers’ own harness on our text. It is no part of the project: a folder with its packages installed.
 *
 * @param folder of the harness, or null to leave the peers out
 * @param scratch a folder that may be filled
 */
export function peerFigures(folder: string | null, scratch: string, text: string): PeerFigures[] {
  if (folder === null || !existsSync(join(folder, "01-prose-worker.mjs"))) return [];
  mkdirSync(join(scratch, "in"), { recursive: true });
  writeFileSync(join(scratch, "in", "x1.txt"), text);
  return TOOLS.flatMap((tool): PeerFigures[] => {
    const run = spawnSync(process.execPath, [join(folder, "01-prose-worker.mjs"), tool, "x1"], {
      cwd: folder,
      env: { ...process.env, PLPERF_WORK: scratch },
      encoding: "utf8",
    });
    const line = run.stdout.trim().split("\n").at(-1) ?? "";
    if (run.status !== 0 || !line.startsWith("{")) {
      console.log(`${tool} did not run: ${run.stderr.trim().split("\n")[0] ?? ""}`);
      return [];
    }
    const said = JSON.parse(line) as Record<"first_ms" | "median_ms" | "rss_mb" | "findings", number>;
    return [
      { tool, first: said.first_ms, median: said.median_ms, memory: said.rss_mb, findings: said.findings },
    ];
  });
}
