import { useMemo } from "react";
import type { Finding } from "#shared/consistency/finding.ts";
import { ancestorsOf, findArea, type Framework } from "#shared/domain/framework.ts";
import { FindingCard } from "#renderer/panels/FindingCard.tsx";
import styles from "#renderer/panels/FindingsPanel.module.css";

interface Props {
  readonly findings: readonly Finding[];
  /** Null: in the order of the report, not gathered by area. */
  readonly framework: Framework | null;
}

export function FindingList({ findings, framework }: Props) {
  const groups = useMemo(() => groupsOf(findings, framework), [findings, framework]);
  return groups.map(({ key, title, members }) => (
    <section key={key} aria-label={title ?? "In report order"}>
      {title && <h3 className={styles.group}>{title}</h3>}
      <ul className={styles.list} data-plain={title ? undefined : ""}>
        {members.map((finding) => (
          <li key={finding.fingerprint}>
            <FindingCard finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

interface Group {
  readonly key: string;
  readonly title: string | null;
  readonly members: readonly Finding[];
}

/** In report order, gathered by area when there is a framework to gather by. */
function groupsOf(findings: readonly Finding[], framework: Framework | null): Group[] {
  if (!framework) return findings.length > 0 ? [{ key: "all", title: null, members: findings }] : [];
  return [...Map.groupBy(findings, ({ areaId }) => areaId ?? "")].map(([key, members]) => {
    const area = findArea(framework, members[0]!.areaId);
    const root = area && ancestorsOf(framework, area)[0];
    const title = area
      ? [root?.shortTitle ?? root?.title, area.title].filter(Boolean).join(" · ")
      : "Whole report";
    return { key, title, members };
  });
}
