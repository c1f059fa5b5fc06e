import type { OfficeGate } from '#electron/device/office-gate-types.ts';
import { refusalOf } from '#electron/server/kernel/faults.ts';
import type { Relocation } from '#electron/server/relocation/relocation.ts';
import type { RelocationState } from '#shared/api/pc.ts';
import type { RelocationProgress } from '#shared/domain/relocation/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dateTimeOf } from '#shared/kernel/local-date.ts';

export type RelocationPorts = {
  readonly gate: OfficeGate;
  /** Of the office that is open on this PC. */
  readonly office: () => Relocation | undefined;
  /** What it is called, and this PC: both are told where it arrives. */
  readonly officeName: () => string;
  readonly pcName: string;
  /** Lets terminals and windows go and closes the office. */
  readonly close: () => Promise<void>;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
};

/** The moving of this PC's office to another place. */
export type PcRelocation = ReturnType<typeof relocationOf>;

/** Copies the office, marks it here as moved, makes an office of the copy, and closes it here; or leaves all as it was. */
export function relocationOf(ports: RelocationPorts) {
  const { gate, log } = ports;
  let state: Exclude<RelocationState, { kind: 'idle' }> | undefined;
  let stopping = new AbortController();
  /** After a move the office is closed here. */
  let closed = false;

  /** Why the office can't move, if it can't. */
  const hindrance = (): DomainError | null => {
    try {
      gate.checkMovable();
      return null;
    } catch (error) {
      return refusalOf(error).refusal;
    }
  };

  const told = (): RelocationState => {
    // It was called back; an office that is being closed is still there for a moment.
    if (state?.kind === 'done' && closed && ports.office() !== undefined) state = undefined;
    if (state !== undefined) return state;
    const able = ports.office() !== undefined;
    const why = able ? hindrance() : null;
    return { kind: 'idle', able, hindrance: why && { code: why.code, params: why.params } };
  };

  const check = (): void => {
    if (ports.office() === undefined) throw new DomainError('OFFICE_NOT_OPEN');
    gate.checkMovable();
  };

  const move = async (office: Relocation, to: string): Promise<void> => {
    const { signal } = stopping;
    const what = { officeName: ports.officeName(), from: ports.pcName };
    const tell = (progress: RelocationProgress) => {
      state = { kind: 'running', to, ...progress, stopping: signal.aborted };
    };
    const { totals, settle, giveUp } = await office.copy(to, tell, signal);
    tell({ step: 'seal', percent: 0 });
    try {
      signal.throwIfAborted();
      gate.move(to, { ...what, totals });
    } catch (error) {
      giveUp();
      throw error;
    }
    settle();
    state = { kind: 'done', to, totals };
    log('info', `the office moved: ${totals.events} events, ${totals.rows} rows, ${totals.files} files`);
    await ports.close();
    closed = true;
  };

  return {
    state: told,
    /** Throws OFFICE_NOT_OPEN, RELOCATION_NO_KEY. */
    check,
    /** What the folder of the copy is called where the one that was chosen is not empty. */
    folderName: () => `zhiye-office ${dateTimeOf(ports.now()).replaceAll(':', '.')}`,
    begin: (to: string): RelocationState => {
      check();
      const office = ports.office();
      if (office === undefined || state?.kind === 'running') return told();
      stopping = new AbortController();
      closed = false;
      state = { kind: 'running', to, step: 'papers', percent: 0, stopping: false };
      move(office, to).catch((error: unknown) => {
        if (stopping.signal.aborted) {
          state = { kind: 'stopped', to };
          log('info', 'the moving of the office was stopped');
          return;
        }
        const { refusal, known } = refusalOf(error);
        if (!known) log('error', `moving the office: ${error instanceof Error ? (error.stack ?? error.message) : ''}`);
        if (state?.kind !== 'done')
          state = { kind: 'failed', to, refusal: { code: refusal.code, params: refusal.params } };
      });
      return state;
    },
    /** Stops a copy that is being written; nothing is left of it, and the office goes on. */
    stop: (): RelocationState => {
      if (state?.kind === 'running' && state.step !== 'seal') {
        stopping.abort(new Error('The moving was stopped'));
        state = { ...state, stopping: true };
      }
      return told();
    },
  };
}
