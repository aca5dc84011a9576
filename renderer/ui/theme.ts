import { useEffect } from "react";
import { useSettings } from "#renderer/api/use-settings.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const isTheme = (value: string | null): value is Theme => THEMES.some((theme) => theme === value);

const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

function wear(theme: Theme): void {
  const dark = theme === "dark" || (theme === "system" && prefersDark.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

/** The theme as chosen; “system” follows the desktop as it changes. */
export function useTheme(): { theme: Theme; readonly choose: (theme: Theme) => void } {
  const settings = useSettings();
  const stored = settings.read("theme");
  const theme = isTheme(stored) ? stored : "system";
  useEffect(() => {
    const follow = (): void => wear(theme);
    follow();
    prefersDark.addEventListener("change", follow);
    return () => prefersDark.removeEventListener("change", follow);
  }, [theme]);
  return { theme, choose: (next) => settings.write("theme", next) };
}
