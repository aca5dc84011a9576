import { useMemo } from "react";
import { EXPORT_FORMATS } from "#shared/api/exports.ts";
import type { Command } from "#renderer/commands/command.ts";
import { walkRegions } from "#renderer/commands/regions.ts";
import { beginComment } from "#renderer/panels/use-comments.ts";
import { evidenceCommands, toText } from "#renderer/evidence/evidence-commands.ts";
import { factualAccuracyCommands } from "#renderer/factual-accuracy/check-commands.ts";
import { findCommands } from "#renderer/find/find-commands.ts";
import { panels } from "#renderer/panels/registry.ts";
import { useLeave } from "#renderer/publication/use-leave.ts";
import { usePreviewOpen } from "#renderer/preview/preview-setting.ts";
import { outlineOf } from "#renderer/report/outline.ts";
import { stepFinding } from "#renderer/report/places.ts";
import { useSession, type Session } from "#renderer/report/session.ts";
import { EXPORT_NAMES, useExport } from "#renderer/report/use-export.ts";
import { spellingCommands } from "#renderer/spelling/spelling-commands.ts";
import { threadCommands } from "#renderer/thread/thread.ts";
import { writingCommands } from "#renderer/writing/writing-commands.ts";
import { notify } from "#renderer/ui/notify.ts";
import { timeOfDay } from "#renderer/ui/words.ts";
import { useZoom } from "#renderer/ui/zoom.ts";

interface Ways {
  readonly leave: () => void;
  readonly openDetails: () => void;
  readonly openWords: () => void;
}

/** Everything that can be asked for while a report is open. Places are read when the palette opens. */
export function useCommands(
  { leave, openDetails, openWords }: Ways,
  paletteOpen: boolean,
): readonly Command[] {
  const session = useSession();
  const makeFile = useExport();
  const checkPublication = useLeave();
  const { zoom, stepZoom } = useZoom();
  const preview = usePreviewOpen();
  return useMemo(
    () => [
      ...goCommands(session),
      { id: "library", title: "Back to the library", group: "Go", key: "library", run: leave },
      ...writingCommands(session),
      {
        id: "comment",
        title: "Comment on the selected words",
        group: "Text",
        key: "comment",
        run: () => beginComment(session),
      },
      ...threadCommands(session),
      ...findCommands(session),
      ...spellingCommands(session),
      ...panels.map(({ id, title }): Command => ({
        id: `panel-${id}`,
        title: `Show ${title}`,
        group: "Panels",
        run: () => session.store.setState({ panel: id }),
      })),
      ...evidenceCommands(session),
      {
        id: "grade-matrix",
        title: "Grade matrix",
        group: "Report",
        key: "gradeMatrix",
        run: () => {
          if (session.store.getState().view === "matrix") toText(session);
          else session.store.setState({ view: "matrix" });
        },
      },
      ...factualAccuracyCommands(session),
      {
        id: "details",
        title: "Report details: title, provider, reviewer",
        group: "Report",
        run: openDetails,
      },
      { id: "words", title: "Count words by section", group: "Report", key: "wordCount", run: openWords },
      { id: "save", title: "Save now", group: "Report", key: "save", run: () => void saveNow(session) },
      {
        id: "publication",
        title: "Publication check",
        group: "Report",
        run: () => void checkPublication(null),
      },
      ...EXPORT_FORMATS.map((format): Command => ({
        id: `export-${format}`,
        title: format === "word" ? "Export to Word…" : `Export as ${EXPORT_NAMES[format]}`,
        group: "Report",
        ...(format === "pdf" && { key: "print" as const }),
        run: () => void makeFile(format),
      })),
      {
        id: "preview",
        title: preview.open ? "Close the preview of the pages" : "Preview of the pages",
        group: "View",
        key: "preview",
        run: preview.toggle,
      },
      { id: "zoom-in", title: "Larger page", group: "View", key: "zoomIn", run: () => stepZoom(1) },
      { id: "zoom-out", title: "Smaller page", group: "View", key: "zoomOut", run: () => stepZoom(-1) },
      { id: "zoom-reset", title: "Page at 100%", group: "View", key: "zoomReset", run: () => stepZoom(0) },
      ...(paletteOpen ? placeCommands(session) : []),
    ],
    // Stepping makes a new function at every render; the one of the same size does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, makeFile, checkPublication, leave, openDetails, openWords, paletteOpen, zoom, preview.open],
  );
}

function goCommands(session: Session): Command[] {
  const step = (by: 1 | -1) => () => {
    if (!stepFinding(session, by)) notify("There are no findings to go to.");
  };
  return [
    { id: "next-finding", title: "Next finding", group: "Go", key: "nextFinding", run: step(1) },
    { id: "previous-finding", title: "Previous finding", group: "Go", key: "previousFinding", run: step(-1) },
    {
      id: "next-region",
      title: "Next part of the screen",
      group: "Go",
      key: "nextRegion",
      run: () => walkRegions(1),
    },
    {
      id: "previous-region",
      title: "Previous part of the screen",
      group: "Go",
      key: "previousRegion",
      run: () => walkRegions(-1),
    },
    {
      id: "to-text",
      title: "Back to the text",
      group: "Go",
      key: "toText",
      run: () => toText(session),
    },
  ];
}

function placeCommands(session: Session): Command[] {
  const { framework, blocks } = session.store.getState();
  return outlineOf(framework, blocks).flatMap((line): Command[] => {
    const { blockId } = line;
    if (!blockId) return [];
    return [
      {
        id: `place-${line.key}`,
        title: line.area?.title ?? line.title,
        group: "Places in this report",
        run: () => {
          if (line.area) session.store.setState({ areaId: line.area.id });
          session.editor?.reveal(blockId, null, true);
        },
      },
    ];
  });
}

/** Ctrl+S is answered even though nothing needed it. */
async function saveNow(session: Session): Promise<void> {
  await session.autosave.flush();
  const { saveState } = session.store.getState();
  if (saveState.kind === "saved")
    notify(`Saved ${timeOfDay(saveState.at)}. Every change is saved as you write.`);
  else if (saveState.kind === "unsaved")
    notify(`Not saved: ${saveState.fault.message} ${saveState.fault.remedy}`, { tone: "fault" });
}
