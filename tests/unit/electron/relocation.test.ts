import { describe, expect, it } from 'vitest';
import type { OfficeGate } from '#electron/device/office-gate-types.ts';
import { relocationOf } from '#electron/main/relocation.ts';
import type { Copied, Relocation } from '#electron/server/relocation/relocation.ts';

const totals = { events: 12, head: 'a'.repeat(64), tables: 3, rows: 40, files: 2, sizeBytes: 90_000 };

/** An office whose copy a test makes, stops or lets fail. */
function pc() {
  const moved: unknown[] = [];
  const seen = { givenUp: 0, settled: 0 };
  let finish: (copied: Copied) => void = () => undefined;
  let close: () => void = () => undefined;
  let office: Relocation | undefined = {
    copy: (_to, tell, signal) =>
      new Promise((resolve, reject) => {
        tell({ step: 'database', percent: 40 });
        finish = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  const relocation = relocationOf({
    gate: {
      checkMovable: () => undefined,
      move: (to: string, what: object) => void moved.push({ to, ...what }),
    } as unknown as OfficeGate,
    office: () => office,
    officeName: () => '松风明月案场',
    pcName: 'OLD-PC',
    close: () =>
      new Promise((resolve) => {
        close = () => {
          office = undefined;
          resolve();
        };
      }),
    now: () => 1_000,
    log: () => undefined,
  });
  const copied: Copied = {
    totals,
    settle: () => void (seen.settled += 1),
    goOn: () => undefined,
    giveUp: () => void (seen.givenUp += 1),
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve));
  return { relocation, moved, seen, rest, finish: () => finish(copied), close: () => close() };
}

describe('The moving of this PC’s office', () => {
  it('says where it went, also to whoever asks while it is still being closed', async () => {
    const { relocation, moved, seen, rest, finish, close } = pc();
    expect(relocation.begin('/disk')).toMatchObject({
      kind: 'running',
      step: 'database',
      percent: 40,
      stopping: false,
    });
    finish();
    await rest();
    expect(moved).toEqual([{ to: '/disk', from: 'OLD-PC', officeName: '松风明月案场', totals }]);
    expect(relocation.state()).toEqual({ kind: 'done', to: '/disk', totals });
    close();
    await rest();
    expect(relocation.state()).toEqual({ kind: 'done', to: '/disk', totals });
    expect(seen).toEqual({ givenUp: 0, settled: 1 });
  });

  it('is stopped by whoever began it, and then can begin anew', async () => {
    const { relocation, moved, rest } = pc();
    relocation.begin('/disk');
    expect(relocation.stop()).toMatchObject({ kind: 'running', stopping: true });
    await rest();
    expect(relocation.state()).toEqual({ kind: 'stopped', to: '/disk' });
    expect(moved).toEqual([]);
    expect(relocation.begin('/disk')).toMatchObject({ kind: 'running', stopping: false });
  });

  it('does not hand the office over when it was stopped at the last moment', async () => {
    const { relocation, moved, seen, rest, finish } = pc();
    relocation.begin('/disk');
    finish();
    relocation.stop();
    await rest();
    expect(relocation.state()).toEqual({ kind: 'stopped', to: '/disk' });
    expect(moved).toEqual([]);
    expect(seen).toEqual({ givenUp: 1, settled: 0 });
  });
});
