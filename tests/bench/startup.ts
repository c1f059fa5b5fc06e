import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { foundOffice } from '#tests/e2e/support/found-office.ts';
import { launch } from '#tests/e2e/support/launch.ts';
import { type Bench, measured, type Round } from './support/measure.ts';

const ROUNDS = 9;
const root = path.resolve(import.meta.dirname, '../..');

/** Starts a program and answers how long it took until its first page showed an element, ms. */
async function timeToShow(args: readonly string[], ready: string): Promise<number> {
  const program = process.env.ELECTRON_EXEC_PATH;
  if (program === undefined) throw new Error('There is no Electron to measure');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const began = Date.now();
  const child = spawn(program, [...sandbox, '--remote-debugging-port=0', ...args], {
    cwd: root,
    env: { ...process.env, ZHIYE_TEST: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const browser = await chromium.connectOverCDP(await debuggerOf(child));
    const page = await firstPage(browser);
    // Asked in every frame inside the page, so that what is answered is the frame's own time.
    const shown = await page.waitForFunction(
      (wanted) => document.querySelector(wanted) !== null && performance.timeOrigin + performance.now(),
      ready,
    );
    const at = await shown.jsonValue();
    await browser.close();
    if (at === false) throw new Error('The page has shown nothing');
    return at - began;
  } finally {
    await ended(child);
  }
}

/** Once more when a start could not be looked at: the debugger now and then loses a page that is just being born. */
async function measuredStart(args: readonly string[], ready: string): Promise<number> {
  try {
    return await timeToShow(args, ready);
  } catch {
    return timeToShow(args, ready);
  }
}

async function firstPage(browser: Awaited<ReturnType<typeof chromium.connectOverCDP>>) {
  for (;;) {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page !== undefined) return page;
    await wait(20);
  }
}

function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The program ended before it could be looked at: ${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

async function run() {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-startup-'));
  try {
    const office = await launch({ data: folder });
    await foundOffice(office, ['manager']);
    await office.close();
    const ours = () => measuredStart(['.', `--data=${folder}`, '--lang=zh-CN', '--window-size=1366x768'], 'input');
    const empty = () =>
      measuredStart(
        [path.join(import.meta.dirname, 'support/plain-window'), `--user-data-dir=${path.join(folder, 'empty')}`],
        'h1',
      );
    await ours();
    await empty();
    const rounds: Round[] = [];
    while (rounds.length < ROUNDS) {
      const first = rounds.length % 2 === 0;
      const before = first ? await ours() : 0;
      const baseline = await empty();
      rounds.push({ ours: first ? before : await ours(), baseline });
    }
    return measured(rounds, 'ms');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the start of the process to the log-in form of an office, against an empty window of the same Electron. */
export const startup: Bench = {
  name: 'startup',
  about: 'start until the log-in form of an encrypted office is there, against an empty Electron window',
  bound: 2.5,
  run,
};
