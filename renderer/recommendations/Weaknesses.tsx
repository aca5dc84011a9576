import { useMemo, useState } from "react";
import { Disclosure, DisclosurePanel, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { findArea } from "#shared/domain/framework.ts";
import type { TimescaleId } from "#shared/domain/ids.ts";
import panel from "#renderer/panels/Panel.module.css";
import { ReasonForm } from "#renderer/panels/ReasonForm.tsx";
import {
  blockBefore,
  groupFor,
  type Recommendation,
  type TimescaleGroup,
} from "#renderer/recommendations/order.ts";
import styles from "#renderer/recommendations/RecommendationsPanel.module.css";
import { answerable, weaknessesOf, type Weakness } from "#renderer/recommendations/weaknesses.ts";
import { blockOf } from "#shared/document/block-text.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useAnswers } from "#renderer/report/triage.ts";
import { particularFirst } from "#renderer/ties/area-ties.ts";
import { shortTitle } from "#renderer/ties/retie.ts";
import { Button } from "#renderer/ui/Button.tsx";
import menu from "#renderer/ui/Menu.module.css";
import { counted } from "#renderer/ui/words.ts";

const FEW = 8;

interface Props {
  readonly groups: readonly TimescaleGroup[];
  readonly recommendations: readonly Recommendation[];
}

/** What the narrative finds weak and no recommendation answers: the sentence, the place, and what to do about it. */
export function Weaknesses({ groups, recommendations }: Props) {
  const backing = useSessionState((state) => state.backing);
  const dispositions = useSessionState((state) => state.dispositions);
  const structure = useSessionState((state) => state.structure);
  const checked = useSessionState((state) => state.checked);
  const [all, setAll] = useState(false);
  const weaknesses = useMemo(() => {
    const places = new Map(structure.map(({ id }, index) => [id, index]));
    return weaknessesOf(backing, dispositions, ({ blockId }) => places.get(blockId) ?? Infinity);
  }, [backing, dispositions, structure]);
  if (!checked) return null;
  const open = weaknesses.filter(({ notNeeded }) => notNeeded === null);
  const settled = weaknesses.filter(({ notNeeded }) => notNeeded !== null);
  const shown = all ? open : open.slice(0, FEW);
  return (
    <section aria-label="Weaknesses without a recommendation">
      <h3 className={panel.heading}>
        Weaknesses no recommendation answers <span className={styles.count}>{open.length}</span>
      </h3>
      {open.length === 0 && (
        <p className={panel.quiet}>
          None is left, as far as the words show: each weakness in the narrative shares its words with a
          recommendation, or needs none.
        </p>
      )}
      <ul className={styles.weaknesses} aria-label="Unanswered weaknesses">
        {shown.map((weakness) => (
          <WeaknessLine
            key={weakness.key}
            weakness={weakness}
            groups={groups}
            recommendations={recommendations}
          />
        ))}
      </ul>
      {shown.length < open.length && (
        <Button look="plain" onPress={() => setAll(true)}>{`Show all ${open.length}`}</Button>
      )}
      {settled.length > 0 && <Settled weaknesses={settled} />}
    </section>
  );
}

function Sentence({ weakness }: { readonly weakness: Weakness }) {
  const session = useSession();
  const framework = useSessionState((state) => state.framework);
  const { statement, areaIds } = weakness;
  const areas = framework ? areaIds.map((id) => shortTitle(framework, id)) : [];
  return (
    <button
      type="button"
      className={styles.sentence}
      onClick={() => session.editor?.reveal(statement.blockId, statement.span, true)}
    >
      <span className={styles.why}>
        {[
          statement.paragraph === null ? "Text without a number" : `Paragraph ${statement.paragraph}`,
          ...areas,
        ].join(" · ")}
      </span>
      <span className="clamped">{statement.quote}</span>
    </button>
  );
}

interface LineProps extends Props {
  readonly weakness: Weakness;
}

function WeaknessLine({ weakness, groups, recommendations }: LineProps) {
  const { answer } = useAnswers();
  const [asking, setAsking] = useState(false);
  const { statement } = weakness;
  const begun = recommendations.some(({ justifiedBy }) => justifiedBy.includes(statement.blockId));
  const name = statement.paragraph === null ? "" : `, paragraph ${statement.paragraph}`;
  return (
    <li className={styles.weakness}>
      <Sentence weakness={weakness} />
      {begun && (
        <p className={styles.why}>
          A recommendation rests on this paragraph, and does not speak of this yet.
        </p>
      )}
      {asking ? (
        <ReasonForm
          label="Why no recommendation is needed"
          verb="Not needed"
          required
          onClose={() => setAsking(false)}
          onGive={(reason) => answer(answerable(weakness), "dismissed", reason)}
        />
      ) : (
        <div className={panel.row}>
          <WriteButton weakness={weakness} groups={groups} name={name} />
          <Button look="plain" aria-label={`Not needed…${name}`} onPress={() => setAsking(true)}>
            Not needed…
          </Button>
        </div>
      )}
    </li>
  );
}

/** A new recommendation under a timescale, tied and linked, with the caret in it. */
function WriteButton({
  weakness,
  groups,
  name,
}: Pick<LineProps, "weakness" | "groups"> & { readonly name: string }) {
  const session = useSession();
  const write = (timescaleId: TimescaleId | null): void => {
    const { framework, blocks } = session.store.getState();
    const source = blockOf(blocks, weakness.statement.blockId);
    const areaIds = (source?.areaIds ?? weakness.areaIds).filter(
      (id) => framework && findArea(framework, id),
    );
    const group = groupFor(framework, groups, timescaleId, areaIds[0]);
    session.editor?.writeRecommendation(
      {
        timescaleId,
        areaIds: framework ? particularFirst(framework, areaIds) : [],
        justifiedBy: [weakness.statement.blockId],
      },
      blockBefore(blocks, groups, null, { group, index: Infinity }),
    );
  };
  const timescales = [...new Map(groups.map(({ id, label }) => [id, label]))];
  const [only] = timescales;
  const words = "Write a recommendation";
  if (timescales.length === 1)
    return (
      <Button look="plain" aria-label={`${words}${name}`} onPress={() => write(only![0])}>
        {words}
      </Button>
    );
  return (
    <MenuTrigger>
      <Button look="plain" aria-label={`${words}…${name}`}>
        {words}…
      </Button>
      <Popover className={menu.popover!} placement="bottom start">
        <Menu
          className={menu.menu!}
          aria-label="Under which timescale"
          onAction={(key) => {
            const [id] = timescales[Number(key)]!;
            // Once the menu has closed and given the focus back, which then goes on to the text.
            setTimeout(() => write(id));
          }}
        >
          {timescales.map(([id, label], index) => (
            <MenuItem key={id ?? ""} id={index} className={`${menu.item} ${menu.plain_item}`}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Set aside with a reason; a sentence that changes comes back by itself. */
function Settled({ weaknesses }: { readonly weaknesses: readonly Weakness[] }) {
  const { reopen } = useAnswers();
  return (
    <Disclosure>
      <Button
        slot="trigger"
        look="plain"
      >{`Not needed: ${counted(weaknesses.length, "weakness", "weaknesses")}`}</Button>
      <DisclosurePanel>
        <ul className={styles.weaknesses} aria-label="Weaknesses that need no recommendation">
          {weaknesses.map((weakness) => (
            <li key={weakness.key} className={styles.weakness}>
              <Sentence weakness={weakness} />
              <p className={styles.why}>
                {weakness.notNeeded!.by && `${weakness.notNeeded!.by}: `}“{weakness.notNeeded!.reason}”
              </p>
              <Button look="plain" onPress={() => void reopen(weakness.key)}>
                Reopen
              </Button>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
