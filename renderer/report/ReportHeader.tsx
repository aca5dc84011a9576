import { HelpButton } from "#renderer/help/HelpButton.tsx";
import { ExportMenu } from "#renderer/report/ExportMenu.tsx";
import styles from "#renderer/report/ReportHeader.module.css";
import { SavedMark } from "#renderer/report/SavedMark.tsx";
import { StageMenu } from "#renderer/review/StageMenu.tsx";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { PlumbSign } from "#renderer/ui/PlumbSign.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { ThemeMenu } from "#renderer/ui/ThemeMenu.tsx";

interface Props {
  readonly onLeave: () => void;
  readonly onReload: () => void;
  readonly onDetails: () => void;
  readonly onPalette: () => void;
}

export function ReportHeader({ onLeave, onReload, onDetails, onPalette }: Props) {
  const report = useSessionState((state) => state.report);
  return (
    <header className={screen.bar} data-region="header">
      <Button look="plain" className={screen.brand!} onPress={onLeave}>
        <PlumbSign /> Plumbline<span className="visually-hidden">: back to the library</span>
      </Button>
      <h1 className={styles.name}>
        {report.provider && <span className={styles.provider}>{report.provider}</span>}{" "}
        <span className={styles.title} title={report.title}>
          {report.title}
        </span>
      </h1>
      <StageMenu onDetails={onDetails} />
      <SavedMark onReload={onReload} />
      <span className={screen.grow} />
      <Button className={styles.palette!} onPress={onPalette}>
        Go to or do anything <kbd>Ctrl K</kbd>
      </Button>
      <ThemeMenu />
      <HelpButton />
      <ExportMenu />
    </header>
  );
}
