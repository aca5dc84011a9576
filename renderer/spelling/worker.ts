import { Dialect, LocalLinter, SuggestionKind, type Lint } from "harper.js";
import { slimBinary } from "harper.js/slimBinary";
import type { Slip, SpellAnswer, SpellQuestion } from "#renderer/spelling/protocol.ts";
import { RULES_OFF } from "#renderer/spelling/rules-off.ts";
import { isWorthSaying } from "#renderer/spelling/tune.ts";

/** Spelling on a thread of its own, in the program itself: no word of a report leaves it. */
const ready = openLinter();

async function openLinter(): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.British });
  await linter.setup();
  const rules = await linter.getDefaultLintConfig();
  for (const rule of RULES_OFF) rules[rule] = false;
  await linter.setLintConfig(rules);
  return linter;
}

async function slipsOf(linter: LocalLinter, text: string): Promise<Slip[]> {
  const lints = await linter.lint(text, { language: "plaintext" });
  const unit = unitsOf(text);
  const slips = lints.flatMap((lint) => {
    const slip = slipOf(lint, unit);
    if (!isWorthSaying(text, slip)) return [];
    // “teh”, which the engine knows by heart, is spelling to whoever reads the mark.
    const isWord = lint.lint_kind() === "Typo" && /^\p{L}+$/u.test(text.slice(...slip.span));
    return [isWord ? { ...slip, kind: "spelling" as const } : slip];
  });
  for (const lint of lints) lint.free();
  return slips.sort((a, b) => a.span[0] - b.span[0]);
}

/** The engine counts characters, the page counts UTF-16 units. */
function unitsOf(text: string): (character: number) => number {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  return (character) => units[character] ?? text.length;
}

function slipOf(lint: Lint, unit: (character: number) => number): Slip {
  const { start, end } = lint.span();
  const words = lint.get_problem_text();
  const suggestions = lint.suggestions().map((suggestion) => {
    const text = suggestion.get_replacement_text();
    const kind = suggestion.kind();
    return kind === SuggestionKind.Remove ? "" : kind === SuggestionKind.InsertAfter ? words + text : text;
  });
  return {
    kind: lint.lint_kind() === "Spelling" ? "spelling" : "grammar",
    span: [unit(start), unit(end)],
    message: lint.message(),
    suggestions: [...new Set(suggestions)],
  };
}

// Questions that come before the engine is ready wait for it, in order.
self.addEventListener("message", ({ data: { turn, texts } }: MessageEvent<SpellQuestion>) => {
  void ready.then(async (linter) => {
    const slips: Slip[][] = [];
    for (const text of texts) slips.push(await slipsOf(linter, text));
    self.postMessage({ turn, slips } satisfies SpellAnswer);
  });
});
