import { rules } from "#shared/consistency/registry.ts";
import { rulesPage } from "#shared/consistency/rules-page.ts";

/** Prints what the checker looks for: a line a rule, or the whole page. */
export function listRules(asMarkdown: boolean): void {
  if (asMarkdown) {
    process.stdout.write(rulesPage(rules));
    return;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, severity, title, mode, offByDefault } of rules) {
    const level = offByDefault ? "off" : mode === "prompt" ? "question" : severity;
    console.log(`${id.padEnd(width)}  ${level.padEnd(8)}  ${title}`);
  }
}
