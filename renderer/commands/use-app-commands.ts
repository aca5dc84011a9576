import type { Command } from "#renderer/commands/command.ts";
import { useHelp } from "#renderer/help/help-context.ts";
import { THEME_NAMES, THEMES, useStillness, useTheme } from "#renderer/ui/theme.ts";

/** What can be asked for on every screen. */
export function useAppCommands(openPalette: () => void): Command[] {
  const help = useHelp();
  const { theme, choose } = useTheme();
  const { still, setStill } = useStillness();
  return [
    { id: "palette", title: "Go to or do anything", group: "Go", key: "palette", run: openPalette },
    { id: "help", title: "Help", group: "Help", key: "help", run: () => help.open() },
    { id: "keyboard", title: "Keys of every command", group: "Help", run: () => help.open("keyboard") },
    { id: "tour", title: "Take the tour", group: "Help", run: help.startTour },
    ...THEMES.map((name): Command => ({
      id: `theme-${name}`,
      title: `Colours: ${THEME_NAMES[name].toLowerCase()}`,
      group: "View",
      whyNot: name === theme ? "In use now." : null,
      run: () => choose(name),
    })),
    {
      id: "motion",
      title: still ? "Motion: as the desktop" : "Motion: reduced",
      group: "View",
      run: () => setStill(!still),
    },
  ];
}
