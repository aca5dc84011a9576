import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { openComments } from "#shared/domain/comment.ts";
import type { PanelId } from "#renderer/panels/panel-id.ts";
import { panels } from "#renderer/panels/registry.ts";
import styles from "#renderer/panels/PanelTabs.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";

export function PanelTabs() {
  const { store } = useSession();
  const selected = useSessionState((state) => state.panel);
  const count = useSessionState((state) => state.findings.length);
  const open = useSessionState((state) => openComments(state.said?.comments ?? []).length);
  return (
    <Tabs
      className={styles.tabs!}
      selectedKey={selected}
      onSelectionChange={(key) => store.setState({ panel: key as PanelId })}
      data-region="panel"
    >
      <TabList className={styles.list!} aria-label="Panels">
        {panels.map(({ id, title }) => (
          <Tab key={id} id={id} className={styles.tab!}>
            {id === "findings"
              ? `${title} ${count}`
              : id === "comments" && open > 0
                ? `${title} ${open}`
                : title}
          </Tab>
        ))}
      </TabList>
      {panels.map(({ id, component: Panel }) => (
        <TabPanel key={id} id={id} className={styles.panel!}>
          <Panel />
        </TabPanel>
      ))}
    </Tabs>
  );
}
