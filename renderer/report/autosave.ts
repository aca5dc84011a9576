import type { FaultData } from "#shared/api/procedure.ts";
import type { Saved } from "#shared/api/reports.ts";
import { diffBlocks, type BlockOperation } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import { Fault } from "#shared/fault.ts";

export type SaveState =
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "saving" }
  | { readonly kind: "unsaved"; readonly fault: FaultData };

export interface AutosavePorts {
  readonly apply: (baseRevision: number, operations: BlockOperation[]) => Promise<Saved>;
  readonly faultOf: (error: unknown) => FaultData;
  readonly onState: (state: SaveState) => void;
}

/** How long a writer must pause, and how long a fluent one is left unsaved. */
const PAUSE_MS = 400;
const LONGEST_MS = 1500;
const RETRY_MS = 3000;

/**
 * Sends what changed since the last answer, one request at a time. “Saved” is only ever said after the store has
 * answered; what it has not answered stays the difference to be sent next.
 */
export class Autosave {
  private revision: number;
  private saved: readonly Block[];
  private current: readonly Block[];
  private state: SaveState;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private waitingSince: number | null = null;
  private tail: Promise<unknown> = Promise.resolve();
  private stopped = false;

  private readonly ports: AutosavePorts;

  constructor(ports: AutosavePorts, start: { revision: number; blocks: readonly Block[]; savedAt: string }) {
    this.ports = ports;
    this.revision = start.revision;
    this.saved = start.blocks;
    this.current = start.blocks;
    this.state = { kind: "saved", at: start.savedAt };
  }

  /** The blocks as the editor reads them back before anything was changed: the measure of every later change. */
  begin(blocks: readonly Block[]): void {
    this.saved = blocks;
    this.current = blocks;
  }

  /** The editor's blocks after a change. */
  changed(blocks: readonly Block[]): void {
    this.current = blocks;
    if (this.stopped) return;
    const now = Date.now();
    this.waitingSince ??= now;
    if (this.state.kind === "saved") this.become({ kind: "saving" });
    const left = this.waitingSince + LONGEST_MS - now;
    this.wake(Math.max(0, Math.min(PAUSE_MS, left)));
  }

  get isSaved(): boolean {
    return this.state.kind === "saved";
  }

  /** Sends everything now; settles when the store has answered, or has refused. */
  flush(): Promise<void> {
    return this.inTurn(() => this.send());
  }

  /**
   * Runs another change of the same report between two saves, with the revision it must name.
   * The answer's revision, and the blocks it changed, become what later saves start from.
   */
  async exclusively<T extends Saved & { changedBlocks?: readonly Block[] }>(
    change: (baseRevision: number) => Promise<T>,
  ): Promise<T> {
    return this.inTurn(async () => {
      await this.send();
      this.refuseUnsaved();
      const answer = await change(this.revision);
      this.revision = answer.revision;
      const changed = new Map((answer.changedBlocks ?? []).map((block) => [block.id, block]));
      const renewed = (block: Block): Block => changed.get(block.id) ?? block;
      if (changed.size > 0) this.saved = this.saved.map(renewed);
      if (this.state.kind === "saved") this.become({ kind: "saved", at: answer.savedAt });
      return answer;
    });
  }

  /** Sends everything now. @returns the revision that holds it. @throws Fault when the store does not take it */
  async savedRevision(): Promise<number> {
    return this.inTurn(async () => {
      await this.send();
      this.refuseUnsaved();
      return this.revision;
    });
  }

  /** Tries again at once, when the program is back. */
  retry(): void {
    if (this.state.kind === "unsaved" && !this.stopped) this.wake(0);
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private refuseUnsaved(): void {
    if (this.state.kind !== "unsaved") return;
    const { code, message, remedy } = this.state.fault;
    throw new Fault(code, message, remedy);
  }

  private wake(afterMs: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), afterMs);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(work);
    this.tail = turn.catch(() => {});
    return turn;
  }

  private async send(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.waitingSince = null;
    const sent = this.current;
    const operations = sent === this.saved ? [] : diffBlocks(this.saved, sent);
    if (operations.length === 0) {
      this.saved = sent;
      if (this.state.kind === "saving")
        this.become({ kind: "saved", at: this.lastSavedAt ?? new Date().toISOString() });
      return;
    }
    if (this.state.kind === "saved") this.become({ kind: "saving" });
    try {
      const answer = await this.ports.apply(this.revision, operations);
      this.revision = answer.revision;
      this.saved = sent;
      this.lastSavedAt = answer.savedAt;
      if (this.current === sent) this.become({ kind: "saved", at: answer.savedAt });
      else this.become({ kind: "saving" });
    } catch (error) {
      const fault = this.ports.faultOf(error);
      this.become({ kind: "unsaved", fault });
      // A conflict cannot be waited out; anything else may pass.
      if (fault.code === "conflict") this.stop();
      else if (!this.stopped) this.wake(RETRY_MS);
    }
  }

  private lastSavedAt: string | null = null;

  private become(state: SaveState): void {
    this.state = state;
    this.ports.onState(state);
  }
}
