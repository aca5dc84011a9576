import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import tabs from "#renderer/panels/PanelTabs.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { CoverageView } from "#renderer/thread/CoverageView.tsx";
import { FollowView } from "#renderer/thread/FollowView.tsx";
import type { GoTo } from "#renderer/thread/go-to.ts";
import { GapsView } from "#renderer/thread/GapsView.tsx";
import { PictureView } from "#renderer/thread/PictureView.tsx";
import styles from "#renderer/thread/ThreadDialog.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";

/** The chain from evidence to grade, to be walked both ways. */
export function ThreadDialog() {
  const session = useSession();
  const thread = useSessionState((state) => state.thread);
  const close = (): void => session.store.setState({ thread: null });
  if (!thread) return null;
  const goTo: GoTo = (blockId, sentence) => {
    close();
    // Once the dialogue has given the focus back.
    setTimeout(() => session.editor?.reveal(blockId, sentence && [sentence.start, sentence.end], true), 50);
  };
  return (
    <ModalDialog title="Golden thread" isOpen size="full" onOpenChange={close}>
      <Views onGoTo={goTo} onClose={close} />
    </ModalDialog>
  );
}

function Views({ onGoTo, onClose }: { readonly onGoTo: GoTo; readonly onClose: () => void }) {
  const [view, setView] = useState("follow");
  const empty = useSessionState((state) => state.evidence.length === 0);
  return (
    <Tabs className={styles.tabs!} selectedKey={view} onSelectionChange={(key) => setView(String(key))}>
      <div className={styles.bar}>
        <TabList className={styles.list!} aria-label="Views">
          <Tab id="follow" className={tabs.tab!}>
            Follow
          </Tab>
          <Tab id="coverage" className={tabs.tab!}>
            Coverage
          </Tab>
          <Tab id="gaps" className={tabs.tab!}>
            Gaps
          </Tab>
          <Tab id="picture" className={tabs.tab!}>
            Picture
          </Tab>
        </TabList>
        <Button onPress={onClose}>Back to the text</Button>
      </div>
      {empty && (
        <p className={styles.empty}>
          The evidence log is empty. Add items in the Evidence panel and tie them to paragraphs: the thread
          runs from there to the grades.
        </p>
      )}
      <TabPanel id="follow" className={styles.panel!}>
        <FollowView onGoTo={onGoTo} />
      </TabPanel>
      <TabPanel id="coverage" className={styles.panel!}>
        <CoverageView onFollow={() => setView("follow")} />
      </TabPanel>
      <TabPanel id="gaps" className={styles.panel!}>
        <GapsView onGoTo={onGoTo} onFollow={() => setView("follow")} />
      </TabPanel>
      <TabPanel id="picture" className={styles.panel!}>
        <PictureView onGoTo={onGoTo} onFollow={() => setView("follow")} />
      </TabPanel>
    </Tabs>
  );
}
