/** Which panel on the right is shown; the names are remembered in the settings. */
export type PanelId = "judgement" | "findings" | "recommendations" | "evidence" | "comments";
