import { join } from "node:path";
import { format } from "prettier";
import { expect, test } from "vitest";
import { KEYMAP } from "#renderer/commands/keymap.ts";

const ROOT = join(import.meta.dirname, "../../..");
const all = Object.entries(KEYMAP).map(([name, key]) => ({ name, ...key }));

/** Screens on which the keys of two groups are never listened for at once. */
const APART = [
  ["Library", "Report"],
  ["Library", "Writing"],
  ["Library", "Find and spelling"],
  ["Library", "Comparison"],
] as const;
const areApart = (a: string, b: string): boolean =>
  APART.some(([one, other]) => (a === one && b === other) || (a === other && b === one));

test("no two commands of one screen share a key", () => {
  const shared = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => !areApart(one.where, other.where))
      .filter(
        (other) =>
          one.shown === other.shown ||
          one.keys.some((key) => (other.keys as readonly string[]).includes(key)),
      )
      .map((other) => `${one.name} and ${other.name}: ${one.shown}`),
  );
  expect(shared).toEqual([]);
});

/** As it is shown: “$mod+Alt+m” is Ctrl+Alt+M. */
const asShown = (keys: string): string =>
  keys
    .replace("$mod", "Ctrl")
    .replace("Escape", "Esc")
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓")
    .replace("ArrowLeft", "←")
    .replace("ArrowRight", "→")
    .replace(/\+([a-z])$/, (_, letter: string) => `+${letter.toUpperCase()}`);

test("what is shown is what is listened for", () => {
  const heard = all.filter(({ keys }) => keys.length > 0);
  expect(heard.map(({ shown }) => shown)).toEqual(heard.map(({ keys }) => keys.map(asShown).join(" or ")));
});

test("the manual has every key, from this table", async () => {
  const groups = Map.groupBy(all, ({ where }) => where);
  const page = [
    "# The keys of every command",
    "Every command, with a key or without, is also found by name: press `Ctrl+K`. On a Mac, Cmd stands for Ctrl.",
    ...[...groups].flatMap(([where, keys]) => [
      `## ${where}`,
      "| What it does | Key |\n| --- | --- |\n" +
        keys
          .map(
            ({ does, shown }) =>
              `| ${does} | ${shown
                .split(" or ")
                .map((key) => `\`${key}\``)
                .join(" or ")} |`,
          )
          .join("\n"),
    ]),
    "The keys of writing work in the text; `Esc` goes back to it.",
  ].join("\n\n");
  await expect(await format(page, { parser: "markdown" })).toMatchFileSnapshot(
    join(ROOT, "docs/manual/keyboard.md"),
  );
});
