import {
  Button as AriaButton,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from "react-aria-components";
import { ancestorsOf, type Area, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import { AreaId } from "#shared/domain/ids.ts";
import { gradeOf } from "#shared/domain/report.ts";
import styles from "#renderer/panels/JudgementPanel.module.css";
import { goToArea } from "#renderer/report/places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import buttonStyles from "#renderer/ui/Button.module.css";
import { GradeSquare } from "#renderer/ui/GradeMark.tsx";
import menuStyles from "#renderer/ui/Menu.module.css";

/** Follows the caret and the outline; choosing here goes there. */
export function AreaPicker({ framework, area }: { framework: Framework; area: Area }) {
  const session = useSession();
  const judgements = useSessionState((state) => state.judgements);
  return (
    <Select
      className={styles.area!}
      aria-label="Area"
      value={area.id}
      onChange={(key) => goToArea(session, AreaId.parse(key))}
    >
      <AriaButton className={`${buttonStyles.button} ${styles.pick}`}>
        <SelectValue>{() => area.title}</SelectValue>
        <span className={styles.change} aria-hidden />
      </AriaButton>
      <Popover className={menuStyles.popover!} placement="bottom end">
        <ListBox className={styles.options!}>
          {framework.areas.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              className={styles.option!}
              textValue={option.title}
              data-depth={ancestorsOf(framework, option).length}
            >
              <span>{shortTitleOf(option)}</span>
              {option.kind === "graded" && (
                <GradeSquare framework={framework} gradeId={gradeOf({ judgements }, option.id)} />
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
