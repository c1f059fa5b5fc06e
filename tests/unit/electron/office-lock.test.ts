import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type LockPorts, lockOffice, readHolder } from '#electron/device/office-lock.ts';
import { processIdentity } from '#electron/device/process-identity.ts';
import { temporaryFolder } from './temporary-folder.ts';

const now = 1_780_000_000_000;

function ports(change: Partial<LockPorts> = {}): LockPorts {
  const running = new Map([
    [100, 'boot:1'],
    [200, 'boot:2'],
  ]);
  return {
    pid: 100,
    host: 'FRONT-DESK',
    now: () => now,
    token: () => `token-${change.pid ?? 100}`,
    processIdentity: (pid) => running.get(pid),
    ...change,
  };
}

function lockFile(): string {
  return path.join(temporaryFolder(), 'office.lock');
}

describe('the lock of an office', () => {
  it('refuses a second process and names the first', () => {
    const file = lockFile();
    const first = lockOffice(file, ports());
    expect(() => lockOffice(file, ports({ pid: 200 }))).toThrowError(
      expect.objectContaining({ code: 'OFFICE_IN_USE', params: { host: 'FRONT-DESK', pid: 100 } }),
    );
    first.release();
    expect(existsSync(file)).toBe(false);
    lockOffice(file, ports({ pid: 200 })).release();
  });

  it('does not block after its process was killed, nor when another process got the number', () => {
    const file = lockFile();
    lockOffice(file, ports());
    const second = lockOffice(
      file,
      ports({ pid: 200, processIdentity: (pid) => (pid === 200 ? 'boot:2' : undefined) }),
    );
    expect(readHolder(file)?.pid).toBe(200);
    second.release();
    lockOffice(file, ports());
    lockOffice(file, ports({ pid: 200, processIdentity: (pid) => (pid === 200 ? 'boot:2' : 'boot:9') })).release();
  });

  it('believes a process on another PC as long as it gives signs of life', () => {
    const file = lockFile();
    lockOffice(file, ports({ host: 'BACK-OFFICE' }));
    utimesSync(file, now / 1000, (now - 30_000) / 1000);
    expect(() => lockOffice(file, ports())).toThrowError(expect.objectContaining({ code: 'OFFICE_IN_USE' }));
    utimesSync(file, now / 1000, (now - 90_000) / 1000);
    lockOffice(file, ports()).release();
  });

  it('takes over a torn lock, and does not remove the lock of whoever took it over', () => {
    const file = lockFile();
    writeFileSync(file, '{"pid":1');
    const first = lockOffice(file, ports());
    const second = lockOffice(
      file,
      ports({ pid: 200, processIdentity: (pid) => (pid === 200 ? 'boot:2' : undefined) }),
    );
    first.release();
    expect(readHolder(file)?.pid).toBe(200);
    second.release();
  });

  /** A process that takes the lock when it is told to, and keeps it until it is told to end. */
  function holder(file: string) {
    const module = path.resolve(import.meta.dirname, '../../../electron/device');
    const script = `
      import { lockOffice } from '${module}/office-lock.ts';
      import { processIdentity } from '${module}/process-identity.ts';
      const take = () => {
        try {
          lockOffice(${JSON.stringify(file)}, { pid: process.pid, host: 'FRONT-DESK', now: Date.now, token: () => String(process.pid), processIdentity });
          console.log('taken');
        } catch (error) { console.log(error.code + ':' + error.params.pid); }
      };
      process.stdin.on('data', (said) => String(said).includes('end') ? process.exit(0) : take());
      console.log('ready');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const line = async () => String((await once(child.stdout, 'data'))[0]).trim();
    const ready = line();
    return {
      child,
      ready,
      /** Tries, and says what became of it. */
      take: () => {
        const answer = line();
        child.stdin.write('go\n');
        return answer;
      },
      kill: async () => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      },
    };
  }

  it('is given to exactly one of many processes that start at once on a dead lock', async () => {
    const file = lockFile();
    lockOffice(file, ports({ processIdentity: () => 'gone' }));
    const all = Array.from({ length: 5 }, () => holder(file));
    await Promise.all(all.map(({ ready }) => ready));
    const said = await Promise.all(all.map(({ take }) => take()));
    const winner = all[said.indexOf('taken')];
    expect(said.filter((each) => each === 'taken')).toHaveLength(1);
    expect(said.filter((each) => each === `OFFICE_IN_USE:${winner?.child.pid}`)).toHaveLength(4);
  }, 120_000);

  it('is given to exactly one of two, twenty times over, although every holder is killed without a word', async () => {
    const file = lockFile();
    let waiting = holder(file);
    for (let round = 0; round < 20; round += 1) {
      const pair = [waiting, holder(file)] as const;
      await Promise.all(pair.map(({ ready }) => ready));
      const said = await Promise.all(pair.map(({ take }) => take()));
      const [winner, loser] = said[0] === 'taken' ? pair : [pair[1], pair[0]];
      expect(said.toSorted(), `round ${round}`).toEqual([`OFFICE_IN_USE:${winner.child.pid}`, 'taken']);
      await winner.kill();
      waiting = loser;
    }
    // Twenty processes start one after the other: on a busy machine each takes seconds.
  }, 240_000);
});

describe('the identity of a process', () => {
  it('is steady while it runs, and nothing when it does not', () => {
    expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
    expect(processIdentity(2 ** 22 + 12_345)).toBeUndefined();
  });
});
