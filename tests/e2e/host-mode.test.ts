import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#tests/support/free-port.ts';
import { foundOffice } from './support/found-office.ts';
import { electronProgram, launch } from './support/launch.ts';

/** What the host says of itself at its port; undefined while nobody answers. */
function health(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/healthz', rejectUnauthorized: false }, (answer) => {
      let body = '';
      answer.on('data', (part: Buffer) => {
        body += String(part);
      });
      answer.on('end', () => resolve(body));
    });
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}

async function until<T>(look: () => Promise<T | undefined>, ms = 60_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await wait(250)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error('It did not come');
}

describe('The program as a host without a window', () => {
  let data: string;
  const running: ChildProcess[] = [];
  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'zhiye-host-mode-'));
    const run = await launch({ data });
    await foundOffice(run, []);
    await run.close();
  });
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });

  const start = (folder: string, port: number) => {
    const { program, args, env, cwd } = electronProgram();
    const child = spawn(program, [...args, `--data=${folder}`, '--lang=en', '--host', `--port=${port}`], {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running.push(child);
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said += String(part);
    });
    return { child, said: () => said, ended: new Promise<number | null>((end) => child.once('close', end)) };
  };

  it('lets terminals in, refuses a second one on the folder by name, and ends when it is told to', async () => {
    const port = await freePort();
    const host = start(data, port);
    expect(await until(() => health(port))).toBe('{"ok":true}');
    const second = start(data, await freePort());
    expect(await second.ended).toBe(3);
    expect(second.said()).toContain(String(host.child.pid));
    expect(await health(port)).toBe('{"ok":true}');
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(await health(port)).toBeUndefined();
  });

  it('says why it does not begin where there is no office', async () => {
    const nowhere = start(path.join(data, 'nowhere'), await freePort());
    expect(await nowhere.ended).toBe(4);
    expect(nowhere.said()).toContain('office');
  });
});
