import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { tinykeys } from "tinykeys";
import { ReportId } from "#shared/domain/ids.ts";
import { useSettings } from "#renderer/api/use-settings.ts";
import { KEYMAP } from "#renderer/commands/keymap.ts";
import { HelpContext } from "#renderer/help/help-context.ts";
import type { Place } from "#renderer/place.ts";
import { SAMPLE_SETTING, TOUR_SETTING } from "#renderer/tour/tour-setting.ts";
import { notify } from "#renderer/ui/notify.ts";

const HelpDialog = lazy(async () => ({
  default: (await import("#renderer/help/HelpDialog.tsx")).HelpDialog,
}));

const PAGE_SETTING = "help-page";

interface Props {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly children: ReactNode;
}

/** The manual over whatever is on the screen: F1 opens it anywhere, Escape leaves everything as it was. */
export function HelpProvider({ place, go, children }: Props) {
  const settings = useSettings();
  const [isOpen, setOpen] = useState(false);
  const { write } = settings;
  const open = useCallback(
    (page?: string) => {
      if (page !== undefined) write(PAGE_SETTING, page);
      setOpen(true);
    },
    [write],
  );
  const sample = ReportId.safeParse(settings.read(SAMPLE_SETTING)).data;
  const inReport = place.screen === "report";
  const startTour = useCallback(() => {
    setOpen(false);
    write(TOUR_SETTING, "on");
    if (inReport) return;
    if (sample) go({ screen: "report", reportId: sample, blockId: null });
    else notify("The tour stands beside a report. Open one, and it is there.");
  }, [write, inReport, sample, go]);
  useEffect(() => {
    // Nothing of the browser's own answers this key, whatever is open.
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      open();
    };
    return tinykeys(window, Object.fromEntries(KEYMAP.help.keys.map((keys) => [keys, onKey])));
  }, [open]);
  const help = useMemo(() => ({ open, startTour }), [open, startTour]);
  return (
    <HelpContext value={help}>
      {children}
      {isOpen && (
        <Suspense fallback={null}>
          <HelpDialog
            page={settings.read(PAGE_SETTING)}
            onPage={(page) => write(PAGE_SETTING, page)}
            onClose={() => setOpen(false)}
            inReport={inReport}
          />
        </Suspense>
      )}
    </HelpContext>
  );
}
