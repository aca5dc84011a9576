import type { Finding } from "#shared/consistency/finding.ts";
import { useApi } from "#renderer/api/client.ts";
import { useSaying } from "#renderer/panels/use-comments.ts";
import { blockText } from "#shared/document/block-text.ts";
import { spanNow } from "#renderer/report/places.ts";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

/** Puts a question about a finding to the lead, as a comment on its words. */
export function useAskLead(): (finding: Finding, text: string) => Promise<boolean> {
  const session = useSession();
  const { client } = useApi();
  const { add } = useSaying();
  return async (finding, text) => {
    const { blockId, fingerprint } = finding;
    const { commentAt, blocks, report } = session.store.getState();
    const span = spanNow(session, finding);
    // Asked for only now: there are as many cards as findings, and each would follow the ledger.
    const review = await client.review.state({ reportId: report.id }).catch(() => null);
    const lead = review?.ledger.findLast(({ role }) => role === "lead")?.by ?? null;
    const asked = await add({
      blockId,
      quote: blockId && span ? (blockText(blocks, blockId) ?? "").slice(...span).slice(0, 1000) : "",
      offset: span?.[0] ?? 0,
      text,
      assignedTo: lead ?? "Lead inspector",
      isPrivate: false,
      suggestion: null,
      finding: fingerprint,
    });
    if (!asked) return false;
    const { commentAt: added } = session.store.getState();
    session.store.setState({ commentAt });
    notify(`Asked. The question is given to ${lead ?? "the lead inspector"} and stands under Comments.`, {
      action: {
        label: "Show it",
        run: () => session.store.setState({ panel: "comments", commentAt: added }),
      },
    });
    return true;
  };
}
