import type { ComponentType } from "react";
import { CommentsPanel } from "#renderer/panels/CommentsPanel.tsx";
import { EvidencePanel } from "#renderer/panels/EvidencePanel.tsx";
import { FindingsPanel } from "#renderer/panels/FindingsPanel.tsx";
import { JudgementPanel } from "#renderer/panels/JudgementPanel.tsx";
import type { PanelId } from "#renderer/panels/panel-id.ts";

import { RecommendationsPanel } from "#renderer/recommendations/RecommendationsPanel.tsx";

export interface PanelEntry {
  readonly id: PanelId;
  readonly title: string;
  /** The beginning of the title, which is all the tab shows of it where the panels are narrow. */
  readonly short?: string;
  readonly component: ComponentType;
}

/** The panels on the right, in tab order. */
export const panels: readonly PanelEntry[] = [
  { id: "judgement", title: "Judgement", component: JudgementPanel },
  { id: "findings", title: "Findings", component: FindingsPanel },
  { id: "recommendations", title: "Recommendations", short: "Recommend", component: RecommendationsPanel },
  { id: "evidence", title: "Evidence", component: EvidencePanel },
  { id: "comments", title: "Comments", component: CommentsPanel },
];
