import { z } from "zod";
import type { Version } from "#shared/api/versions.ts";
import { TemplateId } from "#shared/word/word-template.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { useSettings } from "#renderer/api/use-settings.ts";

/** What was chosen last. The annex is not among it: it is asked for each time. */
const Choice = z.object({
  comments: z.boolean().default(false),
  /** Changes since which revision of which report. */
  since: z.object({ reportId: z.string(), revision: z.int() }).nullable().default(null),
  templateId: TemplateId.nullable().default(null),
});
export type WordChoice = z.infer<typeof Choice>;

const NOTHING: WordChoice = { comments: false, since: null, templateId: null };
const SETTING = "export-word";

export function useWordChoice(): {
  readonly last: WordChoice;
  readonly remember: (choice: WordChoice) => void;
} {
  const { read, write } = useSettings();
  return { last: parse(read(SETTING)), remember: (choice) => write(SETTING, JSON.stringify(choice)) };
}

function parse(text: string | null): WordChoice {
  try {
    const parsed = Choice.safeParse(JSON.parse(text ?? "{}"));
    return parsed.success ? parsed.data : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** The revision that was chosen for this report, if it is still in its list. */
export const sinceFor = (
  { since }: WordChoice,
  reportId: ReportId,
  versions: readonly Version[],
): number | null =>
  since?.reportId === reportId && versions.some(({ revision }) => revision === since.revision)
    ? since.revision
    : null;
