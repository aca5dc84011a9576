import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The rules of those tags whose answer hangs on colour; the others read the markup and its boxes. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

type Media = NonNullable<Parameters<Page["emulateMedia"]>[0]>;

/** How a desktop may ask a page to look. What one says holds over what the one before it said. */
const LOOKS = {
  light: { colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
  dark: { colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
  contrast: { colorScheme: "light", contrast: "more", forcedColors: "none" },
  forced: { colorScheme: "dark", contrast: "no-preference", forcedColors: "active" },
} as const satisfies Record<string, Media>;
type Look = keyof typeof LOOKS;

export const EVERY_LOOK = Object.keys(LOOKS) as Look[];

/** What each page held when it was last asked every rule. */
const asked = new WeakMap<Page, string>();

/**
 * What axe objects to on the page as it is: the look, the rule, and the places that break it. Afterwards the page is
 * light again.
 *
 * @param looks light and dark where nothing else is said
 * @param within a selector, where only a part of the page is to be looked at
 */
export async function audit(
  page: Page,
  {
    looks = ["light", "dark"],
    within,
  }: { readonly looks?: readonly Look[]; readonly within?: string | undefined } = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await page.emulateMedia(LOOKS[look]);
    for (const broken of await objections(page, within)) found.push(`${look}: ${broken}`);
  }
  await page.emulateMedia(LOOKS.light);
  return found;
}

/**
 * A page that still holds what it held when it was last looked at, and has only changed its colours, is asked the
 * rules of colour alone: the others would say the same again.
 */
async function objections(page: Page, within: string | undefined): Promise<string[]> {
  const held = `${within ?? ""} ${await page.evaluate(() => document.body.outerHTML)}`;
  // No page of ours holds another's frame, which is all that the slower way would look into.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const rules =
    asked.get(page) === held ? { runOnly: OF_COLOUR } : { runOnly: { type: "tag" as const, values: TAGS } };
  builder.options({ ...rules, resultTypes: ["violations"] });
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  asked.set(page, held);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
}
