import type { Block, BlockOf } from "#shared/domain/block.ts";
import { findArea, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { listed } from "#shared/listed.ts";
import type { TieChange } from "#renderer/editor/editor-handle.ts";
import { blockOf } from "#shared/document/block-text.ts";
import type { Session } from "#renderer/report/session.ts";
import { particularFirst, textUnder } from "#renderer/ties/area-ties.ts";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

export const shortTitle = (framework: Framework, areaId: AreaId | undefined): string => {
  const area = findArea(framework, areaId ?? null);
  return area ? shortTitleOf(area) : "no area";
};

const isTied = (count: number): string => (count === 1 ? "is" : "are");

/** Ties blocks anew as one step, and says so with a way back. */
export function retie(session: Session, changes: readonly TieChange[]): void {
  const { framework, blocks } = session.store.getState();
  if (!framework || changes.length === 0) return;
  const changed = changes.flatMap(({ blockId }) => blockOf(blocks, blockId) ?? []);
  const heading = changed.length === 1 && changed[0]!.kind === "heading" ? changed[0] : null;
  if (heading) {
    tieHeading(session, heading as BlockOf<"heading">, changes[0]!);
    return;
  }
  session.editor?.tie(changes);
  notify(saidOf(framework, changes, changed), {
    action: { label: "Undo", run: () => tieBack(session, changes, changed) },
  });
}

/** “5 paragraphs are tied to Partnerships.” What is new to them is named, else what they lost. */
function saidOf(framework: Framework, changes: readonly TieChange[], before: readonly Block[]): string {
  if (changes.every(({ areaIds }) => areaIds === undefined))
    return `Why evidence is tied is noted for ${counted(changes.length, "paragraph")}.`;
  const after = changes.map(({ areaIds }, at) => areaIds ?? before[at]?.areaIds ?? []);
  const areas = framework.areas.map(({ id }) => id);
  const isTo = (id: AreaId): boolean =>
    after.every((ids) => ids.includes(id)) && !before.every(({ areaIds }) => areaIds.includes(id));
  const isOff = (id: AreaId): boolean =>
    before.some(({ areaIds }) => areaIds.includes(id)) && !after.some((ids) => ids.includes(id));
  const named = (is: (id: AreaId) => boolean): string =>
    listed(areas.filter(is).map((id) => shortTitle(framework, id)));
  const who = `${counted(changes.length, "paragraph")} ${isTied(changes.length)}`;
  if (areas.some(isTo)) return `${who} tied to ${named(isTo)}.`;
  if (areas.some(isOff)) return `${who} no longer tied to ${named(isOff)}.`;
  return `${who} tied anew.`;
}

/** As they were tied before; whatever was written since stays. */
function tieBack(session: Session, changes: readonly TieChange[], before: readonly Block[]): void {
  const bearingsToo = new Set(changes.flatMap(({ blockId, bearings }) => (bearings ? [blockId] : [])));
  session.editor?.tie(
    before.map(({ id, areaIds, bearings }) => ({
      blockId: id,
      areaIds,
      ...(bearingsToo.has(id) && { bearings }),
    })),
  );
}

/** A heading goes over to another area; the text under it never goes by itself, and is offered. */
export function tieHeading(session: Session, heading: BlockOf<"heading">, change: TieChange): void {
  const { framework, blocks } = session.store.getState();
  if (!framework) return;
  const [from] = heading.areaIds;
  const [to] = change.areaIds ?? heading.areaIds;
  session.gradedHeadings.delete(heading.id);
  session.editor?.tie([change]);
  if (from === to || to === undefined) return;
  const under = textUnder(blocks, heading.id).filter(({ areaIds }) =>
    from === undefined ? areaIds.length === 0 : areaIds.includes(from),
  );
  const title = shortTitle(framework, to);
  if (under.length === 0) {
    notify(`The heading is of ${title} now.`);
    return;
  }
  const still = from === undefined ? "tied to no area" : `still tied to ${shortTitle(framework, from)}`;
  notify(
    `The heading is of ${title} now. ${counted(under.length, "paragraph")} under it ${isTied(under.length)} ${still}.`,
    {
      action: {
        label: `Tie ${under.length === 1 ? "it" : "them"} to ${title}`,
        run: () =>
          retie(
            session,
            under.map(({ id, areaIds }) => ({
              blockId: id,
              areaIds: particularFirst(framework, [...areaIds.filter((each) => each !== from), to]),
            })),
          ),
      },
    },
  );
}
