import { useMemo } from "react";
import { movedAlong } from "#shared/document/comment-places.ts";
import { openComments } from "#shared/domain/comment.ts";
import type { Area } from "#shared/domain/framework.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import styles from "#renderer/review/SignOff.module.css";
import { SignMark, signOffWords } from "#renderer/review/SignMark.tsx";
import { useDecide, useDesk } from "#renderer/review/use-review.ts";
import { useSignOffs } from "#renderer/review/use-sign-offs.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

/** Whether a reviewer has signed the area off, and what is still asked of its text. A reviewer signs it off here. */
export function SignOffBar({ area }: { readonly area: Area }) {
  const session = useSession();
  const isReviewer = useDesk()?.role === "reviewer";
  const signOff = useSignOffs().get(area.id);
  const said = useSessionState((state) => state.said);
  const structure = useSessionState((state) => state.structure);
  const asked = useMemo(() => {
    const here = new Set(structure.flatMap(({ id, areaIds }) => (areaIds.includes(area.id) ? [id] : [])));
    return movedAlong(openComments(said?.comments ?? []), structure).filter(
      ({ blockId }) => blockId !== null && here.has(blockId),
    ).length;
  }, [said, structure, area.id]);
  const decide = useDecide();
  const sign = async (signed: boolean): Promise<void> => {
    const state = await decide((client, at) => client.review.signOff({ ...at, areaId: area.id, signed }));
    if (state)
      notify(signed ? `“${area.title}” is signed off.` : `“${area.title}” is no longer signed off.`, {
        action: { label: "Undo", run: () => void sign(!signed) },
      });
  };
  if (!signOff && !isReviewer && asked === 0) return null;
  return (
    <section className={styles.bar} aria-label="Review of this area">
      {signOff && (
        <p className={styles.words}>
          <SignMark signOff={signOff} />
          <span aria-hidden>{signOffWords(signOff)}</span>
        </p>
      )}
      {isReviewer && !signOff?.holds && (
        <Button onPress={() => void sign(true)}>{signOff ? "Sign off again" : "Sign off this area"}</Button>
      )}
      {isReviewer && signOff?.holds && (
        <Button look="plain" onPress={() => void sign(false)}>
          Take the sign-off back
        </Button>
      )}
      {signOff && !signOff.holds && (
        <Button look="plain" onPress={() => session.store.setState({ comparing: signOff.revision })}>
          See what changed
        </Button>
      )}
      {asked > 0 && (
        <Button look="plain" onPress={() => session.store.setState({ panel: "comments" })}>
          {counted(asked, "open comment")} here
        </Button>
      )}
    </section>
  );
}
