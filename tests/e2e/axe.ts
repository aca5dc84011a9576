import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The rules of those tags whose answer hangs on colour; the others read the markup and its boxes. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What each page held when it was last asked every rule. */
const asked = new WeakMap<Page, string>();

/**
 * What axe objects to on the page as it is: each rule with the places that break it.
 *
 * A page that still holds what it held when it was last looked at, and has only changed its colours, is asked
 * the rules of colour alone: the others would say the same again.
 *
 * @param within a selector, where only a part of the page is to be looked at
 */
export async function audit(page: Page, within?: string): Promise<string[]> {
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
