import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Block, BlockOf } from "#shared/domain/block.ts";
import type { Comment } from "#shared/domain/comment.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Figure } from "#shared/domain/figure.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId, BlockId, CommentId, EvidenceId, FactualCommentId } from "#shared/domain/ids.ts";
import type { Judgement, Report } from "#shared/domain/report.ts";
import type { Backing } from "#shared/consistency/backing.ts";
import type { RuleChoices, RuleSummary } from "#shared/consistency/rule-choice.ts";
import { NO_TRIAGE, type Triage } from "#shared/consistency/triage.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import type { Grounds } from "#renderer/check/protocol.ts";
import type { EditorHandle } from "#renderer/editor/editor-handle.ts";
import type { PanelId } from "#renderer/panels/panel-id.ts";
import type { Leaving } from "#renderer/publication/leaving.ts";
import type { Autosave, SaveState } from "#renderer/report/autosave.ts";
import type { WritingQuestion } from "#renderer/writing/question.ts";

/** One open report as the screen knows it. `blocks` are the editor's, saved or not. */
export interface SessionState {
  readonly report: Report;
  readonly framework: Framework | null;
  readonly blocks: readonly Block[];
  /** The blocks as they were when kinds, ties, order or headings last changed; their words may be older. */
  readonly structure: readonly Block[];
  readonly judgements: readonly Judgement[];
  readonly evidence: readonly Evidence[];
  readonly figures: readonly Figure[];
  /** Everything the checker found, and the blocks it found it in. */
  readonly found: readonly Finding[];
  readonly checkedBlocks: readonly Block[];
  readonly rules: readonly RuleSummary[];
  readonly dispositions: readonly Disposition[];
  readonly triage: Triage;
  /** Faults that still stand: `triage.open`. */
  readonly findings: readonly Finding[];
  readonly backing: ReadonlyMap<AreaId, Backing>;
  readonly grounds: Grounds;
  /** False until the checker has answered for the first time. */
  readonly checked: boolean;
  readonly saveState: SaveState;
  readonly blockId: BlockId | null;
  readonly caret: CaretMarks;
  /** The dialog that writing has opened. */
  readonly asking: WritingQuestion | null;
  /** While evidence is being imported: the file it begins with, or null until one is chosen. */
  readonly importing: { readonly file: File | null } | null;
  /** The area the judgement panel speaks of; follows the caret and the outline. */
  readonly areaId: AreaId | null;
  readonly panel: PanelId;
  /** What takes the middle of the screen. The text stays behind the tables, where it was. */
  readonly view: "text" | "evidence" | "matrix" | "factual-accuracy";
  /** The cited item whose removal is being asked about. */
  readonly removing: EvidenceId | null;
  /** Whether the line for quick entry is open. */
  readonly entering: boolean;
  /** Whether the table of pseudonyms is open. */
  readonly pseudonymsOpen: boolean;
  /** The finding last gone to, by fingerprint. */
  readonly findingAt: string | null;
  /** What people said of the report, and the name this person writes under; null until it is read. */
  readonly said: { readonly me: string; readonly comments: readonly Comment[] } | null;
  /** The comment last gone to. */
  readonly commentAt: CommentId | null;
  /** Where a comment is being written. */
  readonly commentBegun: Pick<Comment, "blockId" | "quote" | "offset"> | null;
  /** What the golden thread is shown for: an item, or the paragraph in hand; null while it is closed. */
  readonly thread: { readonly evidenceId: EvidenceId | null } | null;
  /** What is asked before a file leaves the desk; null while nothing is. */
  readonly leaving: Leaving | null;
  /** It is being asked what a Word file is to hold. */
  readonly exportingWord: boolean;
  /** The internal document that is being looked at before it is saved. */
  readonly internal: "letter" | "ledger" | null;
  /** Whether it is being asked to whom the report is issued for factual accuracy. */
  readonly issuing: boolean;
  /** The factual accuracy comment last gone to. */
  readonly factAt: FactualCommentId | null;
  /** Whether it is being asked how the report goes to another desk. */
  readonly packing: boolean;
  /** How many files were made of it since it was opened. */
  readonly exported: number;
  /** The revision that is to be shown beside the text as it is; the screen leaves for that. */
  readonly comparing: number | null;
}

/** What the words at the caret are set in. */
export interface CaretMarks {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly inTable: boolean;
}

export interface Session {
  readonly store: StoreApi<SessionState>;
  readonly autosave: Autosave;
  /** What setting grades made of graded headings, so that undo in the text cannot bring old ones back. */
  readonly gradedHeadings: Map<BlockId, BlockOf<"heading">["printedGrade"]>;
  /** Told after the text went back or forth in its own undo. */
  readonly onHistory: Set<() => void>;
  /** Null until the editor is on the page. */
  editor: EditorHandle | null;
  /** Asks other rules from now on. */
  chooseRules: (choices: RuleChoices) => void;
}

export function startState(
  report: Report,
  framework: Framework | null,
  dispositions: readonly Disposition[],
): SessionState {
  return {
    report,
    framework,
    blocks: report.blocks,
    structure: report.blocks,
    judgements: report.judgements,
    evidence: report.evidence,
    figures: report.figures,
    found: [],
    checkedBlocks: report.blocks,
    rules: [],
    dispositions,
    triage: NO_TRIAGE,
    findings: [],
    backing: new Map(),
    grounds: new Map(),
    checked: false,
    saveState: { kind: "saved", at: report.changedAt },
    blockId: null,
    caret: { bold: false, italic: false, inTable: false },
    asking: null,
    importing: null,
    areaId: framework?.areas.find((area) => area.kind === "graded")?.id ?? null,
    panel: "judgement",
    view: "text",
    removing: null,
    entering: false,
    pseudonymsOpen: false,
    findingAt: null,
    said: null,
    commentAt: null,
    commentBegun: null,
    thread: null,
    leaving: null,
    exportingWord: false,
    internal: null,
    issuing: false,
    factAt: null,
    packing: false,
    exported: 0,
    comparing: null,
  };
}

export const createSessionStore = (
  report: Report,
  framework: Framework | null,
  dispositions: readonly Disposition[],
): StoreApi<SessionState> => createStore(() => startState(report, framework, dispositions));

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("No SessionContext above this component");
  return session;
}

export const useSessionState = <T>(select: (state: SessionState) => T): T =>
  useStore(useSession().store, select);
