import { useEffect } from "react";
import { useSettings } from "#renderer/api/use-settings.ts";

export const THEMES = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_NAMES: Record<Theme, string> = {
  system: "As the desktop",
  light: "Light",
  dark: "Dark",
  contrast: "High contrast",
};

const isTheme = (value: string | null): value is Theme => THEMES.some((theme) => theme === value);

const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
const prefersContrast = window.matchMedia("(prefers-contrast: more)");

/** High contrast is dark where the desktop is. Forced colours go before all of these, in tokens.css. */
function wear(theme: Theme): void {
  const contrast = theme === "contrast" || (theme === "system" && prefersContrast.matches);
  const dark = theme === "dark" || ((theme === "system" || theme === "contrast") && prefersDark.matches);
  const { dataset } = document.documentElement;
  dataset.theme = dark ? "dark" : "light";
  if (contrast) dataset.contrast = "more";
  else delete dataset.contrast;
}

/** The theme as chosen; “system” follows the desktop as it changes. */
export function useTheme(): { theme: Theme; readonly choose: (theme: Theme) => void } {
  const settings = useSettings();
  const stored = settings.read("theme");
  const theme = isTheme(stored) ? stored : "system";
  useEffect(() => {
    const follow = (): void => wear(theme);
    follow();
    for (const query of [prefersDark, prefersContrast]) query.addEventListener("change", follow);
    return () => {
      for (const query of [prefersDark, prefersContrast]) query.removeEventListener("change", follow);
    };
  }, [theme]);
  return { theme, choose: (next) => settings.write("theme", next) };
}

/** Whether nothing moves: as chosen here. A desktop that asks for it is heeded anyway, in base.css. */
export function useStillness(): { readonly still: boolean; readonly setStill: (still: boolean) => void } {
  const settings = useSettings();
  const still = settings.read("motion") === "none";
  useEffect(() => {
    if (still) document.documentElement.dataset.motion = "none";
    else delete document.documentElement.dataset.motion;
  }, [still]);
  return { still, setStill: (next) => settings.write("motion", next ? "none" : "all") };
}
