import { useMemo, useState } from "react";
import type { Framework } from "#shared/domain/framework.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { gradeProfiles } from "#shared/portfolio/summary.ts";
import { useFrameworks } from "#renderer/api/use-library.ts";
import type { Command } from "#renderer/commands/command.ts";
import { CommandPalette } from "#renderer/commands/CommandPalette.tsx";
import { useAppCommands } from "#renderer/commands/use-app-commands.ts";
import { useKeys } from "#renderer/commands/use-keys.ts";
import { HelpButton } from "#renderer/help/HelpButton.tsx";
import { OverTime, Profiles } from "#renderer/portfolio/GradePictures.tsx";
import { byGroup, type Chosen } from "#renderer/portfolio/own.ts";
import styles from "#renderer/portfolio/PortfolioPage.module.css";
import { Otherwise, Reports } from "#renderer/portfolio/ReportLists.tsx";
import { Rules } from "#renderer/portfolio/RulePicture.tsx";
import { type Portfolio, usePortfolio } from "#renderer/portfolio/use-portfolio.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { PlumbSign } from "#renderer/ui/PlumbSign.tsx";
import screen from "#renderer/ui/Screen.module.css";
import { ThemeMenu } from "#renderer/ui/ThemeMenu.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly onLeave: () => void;
  readonly onOpen: (reportId: ReportId) => void;
}

/** All reports of the library: what was graded how, where narratives read otherwise, and what is found most. */
export function PortfolioPage({ onLeave, onOpen }: Props) {
  const portfolio = usePortfolio();
  const frameworks = useFrameworks();
  const [palette, setPalette] = useState(false);
  const commands: Command[] = [
    { id: "library", title: "Back to the library", group: "Go", key: "library", run: onLeave },
    ...useAppCommands(() => setPalette(true)),
  ];
  useKeys(commands, !palette);
  const { rows, missing, error } = portfolio;
  return (
    <div className={screen.screen}>
      <header className={screen.bar} data-region="header">
        <Button look="plain" className={screen.brand!} onPress={onLeave}>
          <PlumbSign /> Plumbline<span className="visually-hidden">: back to the library</span>
        </Button>
        <h1 className={styles.title}>Portfolio</h1>
        <output className={styles.count}>
          {missing === null
            ? "Reading the library…"
            : missing > 0
              ? `${rows.length} of ${rows.length + missing} reports read`
              : counted(rows.length, "report")}
        </output>
        <span className={screen.grow} />
        <ThemeMenu />
        <HelpButton />
      </header>
      <main className={styles.page} data-region="text">
        {error !== null && <FaultNotice error={error} />}
        {missing === 0 && rows.length === 0 ? (
          <p className={styles.empty}>
            There is no report to compare yet. Import some in the library: their grades, and what is found in
            them, stand here beside each other.
          </p>
        ) : (
          frameworks.data && <Pictures portfolio={portfolio} frameworks={frameworks.data} onOpen={onOpen} />
        )}
      </main>
      <CommandPalette commands={commands} isOpen={palette} onOpenChange={setPalette} />
    </div>
  );
}

interface PicturesProps {
  readonly portfolio: Portfolio;
  readonly frameworks: readonly Framework[];
  readonly onOpen: (reportId: ReportId) => void;
}

function Pictures({ portfolio: { rows, ruleTitles }, frameworks, onOpen }: PicturesProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [areaWanted, setAreaWanted] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const reports = useMemo(
    () => rows.map(({ summary, facts }) => ({ summary, frameworkId: summary.frameworkId, facts })),
    [rows],
  );
  const used = useMemo(
    () =>
      frameworks
        .map((framework) => ({
          framework,
          count: reports.filter(({ frameworkId }) => frameworkId === framework.id).length,
        }))
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.count - a.count),
    [frameworks, reports],
  );
  const framework = (used.find((each) => each.framework.id === wanted) ?? used[0])?.framework;
  const own = useMemo(
    () => reports.filter(({ frameworkId }) => frameworkId === framework?.id),
    [reports, framework],
  );
  const profiles = useMemo(() => (framework ? gradeProfiles(own, [framework]) : []), [own, framework]);
  const area = profiles.find(({ areaId }) => areaId === areaWanted) ?? profiles[0];
  if (!framework) return null;
  return (
    <>
      <div className={styles.choices}>
        <label>
          Framework{" "}
          <select value={framework.id} onChange={(event) => setWanted(event.target.value)}>
            {used.map(({ framework: each, count }) => (
              <option key={each.id} value={each.id}>
                {each.title} ({each.edition}): {counted(count, "report")}
              </option>
            ))}
          </select>
        </label>
        <label>
          Area over time{" "}
          <select value={area?.areaId} onChange={(event) => setAreaWanted(event.target.value)}>
            {[...byGroup(framework, profiles)].map(([group, areas]) => {
              const options = areas.map(({ areaId, title }) => (
                <option key={areaId} value={areaId}>
                  {title}
                </option>
              ));
              return group === null ? (
                options
              ) : (
                <optgroup key={group} label={group}>
                  {options}
                </optgroup>
              );
            })}
          </select>
        </label>
      </div>
      <div className={styles.pictures}>
        <Profiles profiles={profiles} framework={framework} onChoose={setChosen} />
        <div className={styles.column}>
          <Reports rows={own} chosen={chosen} framework={framework} onOpen={onOpen} />
          {area && <OverTime rows={own} areaId={area.areaId} framework={framework} />}
          <Otherwise rows={own} framework={framework} onOpen={onOpen} />
          <Rules rows={own} titles={ruleTitles} />
        </div>
      </div>
    </>
  );
}
