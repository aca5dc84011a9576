import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { textOf } from "#shared/domain/block.ts";
import { GradeId, type ReportId } from "#shared/domain/ids.ts";
import {
  button,
  dialog,
  escape,
  narrative,
  overlay,
  palette,
  press,
  tab,
  type Scene,
} from "#tools/screenshots/scene.ts";
import { deskOf, fileOf, type TestDesk } from "#tests/helpers/desks.ts";

const PASSPHRASE = "correct horse battery";

/** The package dialogue, filled in for a passphrase that can be read. */
async function fillIn(page: Page): Promise<void> {
  await palette("send as a review", true)(page);
  await page.getByText("A passphrase").click();
  await page.getByText(/^Show it/).click();
  await page.getByLabel(/^Passphrase, 12/).fill(PASSPHRASE);
}

const give = async (page: Page, bytes: Uint8Array, ask: () => Promise<void>): Promise<void> => {
  const choosing = page.waitForEvent("filechooser");
  await ask();
  const buffer = Buffer.from(bytes);
  await (await choosing).setFiles({ name: "review.plumbline", mimeType: "application/octet-stream", buffer });
  await dialog(page);
};

let reviewer: TestDesk | null = null;
let answer: Uint8Array<ArrayBuffer> = new Uint8Array();

/** A reviewer elsewhere takes the report, changes some of it, and packs it again under the same passphrase. */
async function reviewElsewhere(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  reviewer ??= await deskOf("Rae Reviewer", "reviewer");
  const { client } = reviewer;
  const sealed = { file: fileOf(bytes), passphrase: PASSPHRASE };
  const nothing = { operations: [], grades: [] };
  const { reportId } = await client.packages.take({ ...sealed, ...nothing, trust: true, baseRevision: null });
  const { blocks, judgements, revision } = await client.reports.open({ reportId });
  const operations = ["enior managers are ineffective", "The evidence evaluated"].map((words) => {
    const index = blocks.findIndex((block) => textOf(block).includes(words));
    const block = blocks[index]!;
    const inlines = [{ kind: "text" as const, text: "On the whole: " }, ...block.inlines];
    return { op: "put" as const, block: { ...block, inlines }, afterId: blocks[index - 1]!.id };
  });
  await client.reports.apply({ reportId, baseRevision: revision, operations });
  await client.reports.setGrade({
    reportId,
    baseRevision: revision + 1,
    areaId: judgements[0]!.areaId,
    gradeId: GradeId.parse("adequate"),
    rationale: "What is said of partnership weighs more than the framework’s limit.",
  });
  const [answered] = await client.findings.dispositions({ reportId });
  if (answered) {
    const { by: _by, at: _at, ...given } = answered;
    const disposition = { ...given, state: "dismissed" as const, reason: "It is explained two lines below." };
    await client.findings.dispose({ reportId, dispositions: [disposition] });
  }
  const said = { blockId: null, quote: "", offset: 0, text: "Who told you so?" };
  await client.comments.add({ reportId, comment: said });
  answer = await packedAt(reviewer, reportId);
}

async function packedAt({ client }: TestDesk, reportId: ReportId): Promise<Uint8Array<ArrayBuffer>> {
  const lock = { passphrase: PASSPHRASE };
  for await (const event of await client.packages.make({ reportId, evidence: "none", lock }))
    if (event.kind === "done") return new Uint8Array(Buffer.from(event.content, "base64"));
  throw new Error("No package was made");
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel("Passphrase of the package").fill(PASSPHRASE);
  await press("Enter")(page);
  await page.getByText(/^I have compared it/).waitFor();
}

/** On the library page. */
export const DESK_SCENES: readonly Scene[] = [
  overlay("dialog-desk", button(/^This desk…/)),
  {
    name: "library-reviewer",
    reach: (page) => workAs(page, "Quality-assurance reviewer"),
    leave: (page) => workAs(page, "Lead inspector"),
  },
  {
    name: "package-new",
    reach: async (page) => {
      const elsewhere = await deskOf("Lee Lead", "lead");
      const [framework] = await elsewhere.client.library.frameworks();
      const { reportId } = await elsewhere.client.library.create({
        frameworkId: framework!.id,
        title: "Inspection of Northshire County Council",
        provider: "Northshire County Council",
        firstDay: null,
        lastDay: null,
        lead: "Lee Lead",
        team: "",
      });
      const bytes = await packedAt(elsewhere, reportId);
      await give(page, bytes, () => button("Open a review package…")(page));
      await unlock(page);
    },
    leave: escape,
  },
];

async function workAs(page: Page, role: string): Promise<void> {
  await button(/^This desk…/)(page);
  await page.getByLabel("Your role").selectOption({ label: role });
  await button("Keep")(page);
  await page.waitForTimeout(400);
}

/** Within a report. */
export const PACKAGE_SCENES: readonly Scene[] = [
  overlay("dialog-letter", async (page) => {
    await narrative(page).click();
    await press("Control+Alt+m")(page);
    await page.keyboard.type("Is this strong enough?");
    await press("Enter")(page);
    await page.waitForTimeout(400);
    await palette("qa letter", true)(page);
  }),
  overlay("package-send", fillIn),
  {
    name: "package-locked",
    reach: async (page) => {
      await tab(/^Findings/)(page);
      await press("F7")(page);
      await page
        .locator("article[aria-current]")
        .getByRole("button", { name: "Accept", exact: true })
        .click();
      await page.waitForTimeout(400);
      await fillIn(page);
      const coming = page.waitForEvent("download");
      await button("Save the package")(page);
      await reviewElsewhere(new Uint8Array(await readFile(await (await coming).path())));
      await narrative(page).click();
      await press("Home")(page);
      await page.keyboard.type("Meanwhile, ");
      await page.waitForTimeout(2000);
      await give(page, answer, () => palette("open a review", true)(page));
    },
  },
  {
    name: "package-unknown",
    reach: async (page) => {
      await unlock(page);
      await page.getByText(/^I have compared it/).click();
    },
  },
  {
    name: "package-returned",
    reach: async (page) => {
      await button("See what came back")(page);
      await page.getByRole("region", { name: "Grades" }).waitFor();
      await page.waitForTimeout(800);
    },
    leave: button("Back to the text"),
  },
];
