import { type Block, paragraphNumbers, textOf } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import { usesOf } from "#renderer/evidence/arrange.ts";
import { toPlace } from "#renderer/evidence/evidence-commands.ts";
import styles from "#renderer/evidence/RemoveEvidence.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { useRemoveEvidence } from "#renderer/panels/use-evidence.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { counted } from "#renderer/ui/words.ts";

const FIRST_WORDS = 12;

/** Asks before an item goes that the text rests on, and lists where. */
export function RemoveEvidence() {
  const { store } = useSession();
  const removing = useSessionState((state) => state.removing);
  const item = useSessionState(({ evidence }) => evidence.find(({ id }) => id === removing));
  const close = (): void => store.setState({ removing: null });
  if (!item) return null;
  return (
    <ModalDialog
      title={`Remove ${item.reference}?`}
      isOpen
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Question item={item} onClose={close} />
    </ModalDialog>
  );
}

function Question({ item, onClose }: { readonly item: Evidence; readonly onClose: () => void }) {
  const session = useSession();
  const structure = useSessionState((state) => state.structure);
  const blocks = useSessionState((state) => state.blocks);
  const remove = useRemoveEvidence();
  const uses = usesOf(structure).get(item.id) ?? [];
  const numbers = paragraphNumbers(blocks);
  const goTo = (block: Block): void => {
    onClose();
    toPlace(session, block.id);
  };
  return (
    <>
      <p>
        {counted(uses.length, "paragraph")} {uses.length === 1 ? "rests" : "rest"} on “{item.title}”. Removing
        it unties {uses.length === 1 ? "it" : "them"} and takes its references out of the text. The words
        stay.
      </p>
      <ul className={styles.places} aria-label="Where it is cited">
        {uses.map((block) => {
          const number = numbers.get(block.id);
          return (
            <li key={block.id}>
              <Button look="plain" onPress={() => goTo(block)}>
                {number === undefined ? "Text" : `Paragraph ${number}`}
              </Button>
              <span className={styles.words}>{firstWords(block)}</span>
            </li>
          );
        })}
      </ul>
      <div className={panel.row}>
        <Button
          look="primary"
          onPress={() => {
            onClose();
            void remove(item, uses.length);
          }}
        >
          Remove and untie
        </Button>
        <Button onPress={onClose}>Keep it</Button>
      </div>
    </>
  );
}

function firstWords(block: Block): string {
  const words = textOf(block).split(/\s+/);
  return words.slice(0, FIRST_WORDS).join(" ") + (words.length > FIRST_WORDS ? " …" : "");
}
