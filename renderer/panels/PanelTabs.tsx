import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { openComments } from "#shared/domain/comment.ts";
import type { PanelId } from "#renderer/panels/panel-id.ts";
import { panels } from "#renderer/panels/registry.ts";
import styles from "#renderer/panels/PanelTabs.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";

export function PanelTabs() {
  const { store } = useSession();
  const selected = useSessionState((state) => state.panel);
  // Before the first check there is no number to say.
  const found = useSessionState((state) => (state.checked ? state.findings.length : undefined));
  const open = useSessionState((state) => openComments(state.said?.comments ?? []).length);
  const counts: Partial<Record<PanelId, number>> = {
    ...(found !== undefined && { findings: found }),
    ...(open > 0 && { comments: open }),
  };
  return (
    <Tabs
      className={styles.tabs!}
      selectedKey={selected}
      onSelectionChange={(key) => store.setState({ panel: key as PanelId })}
      data-region="panel"
    >
      <TabList className={styles.list!} aria-label="Panels">
        {panels.map(({ id, title, short = title }) => (
          <Tab key={id} id={id} className={styles.tab!}>
            {short}
            <span className={styles.rest}>{title.slice(short.length)}</span>
            {counts[id] !== undefined && <span className={styles.count}> {counts[id]}</span>}
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
