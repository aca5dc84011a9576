import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { LETTER_FORMATS, type LetterFormat } from "#shared/api/exports.ts";
import { countAnswers, type FactualCheck } from "#shared/domain/factual-check.ts";
import { useApi } from "#renderer/api/client.ts";
import { toText } from "#renderer/evidence/evidence-commands.ts";
import {
  COMMENT_FILTERS,
  type CheckDialog,
  type CommentFilter,
} from "#renderer/factual-accuracy/check-view.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession } from "#renderer/report/session.ts";
import { EXPORT_NAMES, useMakeFile } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";
import menu from "#renderer/ui/Menu.module.css";
import over from "#renderer/ui/OverText.module.css";
import { Segments } from "#renderer/ui/Segments.tsx";

interface Props {
  readonly check: FactualCheck;
  readonly filter: CommentFilter;
  readonly onFilter: (filter: CommentFilter) => void;
  readonly onDialog: (dialog: CheckDialog) => void;
  readonly onClose: (closed: boolean) => void;
  readonly children: ReactNode;
}

/** Which comments are shown, what comes in and goes out, and the end of the check. */
export function CheckBar({ check, filter, onFilter, onDialog, onClose, children }: Props) {
  const session = useSession();
  const { all, open } = countAnswers(check.comments);
  const closed = check.closed !== null;
  return (
    <div className={over.bar}>
      <Button onPress={() => toText(session)}>Back to the text</Button>
      {children}
      {all > 0 && (
        <Segments label="Which comments" value={filter} words={COMMENT_FILTERS} onChange={onFilter} />
      )}
      <span className={panel.grow} />
      {!closed && (
        <>
          <Button onPress={() => onDialog("import")}>Import comments…</Button>
          <Button onPress={() => onDialog("add")}>Add a comment…</Button>
        </>
      )}
      <CopyMenu check={check} />
      <Button onPress={() => onDialog("response")}>Response…</Button>
      {closed ? (
        <>
          <Button onPress={() => session.store.setState({ issuing: true })}>Issue again…</Button>
          <Button onPress={() => onClose(false)}>Open the check again</Button>
        </>
      ) : (
        <Button
          look={all > 0 && open === 0 ? "primary" : "ordinary"}
          isDisabled={open > 0}
          onPress={() => onClose(true)}
        >
          Close the check
        </Button>
      )}
    </div>
  );
}

/** The copy that was issued: again as a file, or beside the report as it stands. */
function CopyMenu({ check }: { readonly check: FactualCheck }) {
  const { client } = useApi();
  const { store } = useSession();
  const makeFile = useMakeFile();
  const act = (key: string): void => {
    if (key === "compare") store.setState({ comparing: check.revision });
    else
      void makeFile("issued copy", (reportId) =>
        client.factualAccuracy.copy({ reportId, checkId: check.id, format: key as LetterFormat }),
      );
  };
  return (
    <MenuTrigger>
      <Button>Issued copy</Button>
      <Popover className={menu.popover!} placement="bottom end">
        <Menu className={menu.menu!} aria-label="Issued copy" onAction={(key) => act(String(key))}>
          {LETTER_FORMATS.map((format) => (
            <MenuItem
              key={format}
              id={format}
              className={`${menu.item} ${menu.plain_item}`}
              textValue={EXPORT_NAMES[format]}
            >
              <Text slot="label">Save as {EXPORT_NAMES[format]}</Text>
              <Text slot="description" className={menu.note}>
                {format === "word" ? "With the response form" : "To read"}
              </Text>
            </MenuItem>
          ))}
          <MenuItem
            id="compare"
            className={`${menu.item} ${menu.plain_item}`}
            textValue="Compare with the report now"
          >
            <Text slot="label">Compare with the report now</Text>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
