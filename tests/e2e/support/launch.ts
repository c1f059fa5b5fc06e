import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ConsoleMessage, type ElectronApplication, errors, type Page } from '@playwright/test';
import { appOrigin } from '#electron/main/app-protocol.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** A page of the program without its screens: an address of its own that is plain text, with the same preload. */
export const BARE = `${appOrigin}/boot.js`;

/** How long Electron may take until it is under Playwright's hand. */
const START_MS = 45_000;

/** A demonstration is furnished before its page can load. */
const FIRST_PAGE_MS = 120_000;

export type LaunchOptions = {
  /** Folder of the run; a new one that is deleted at the end, unless told. */
  readonly data?: string;
  readonly args?: readonly string[];
  readonly language?: 'zh-CN' | 'en';
  readonly windowSize?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** With a clock that `runAhead` moves on: only the clock; timers of the program run as ever. */
  readonly movableClock?: true;
  /** With pages that keep what they ever showed, from before Playwright has hold of them: `firstSights`. */
  readonly firstSights?: true;
};

declare global {
  /** How far the clock of a program with a movable one is ahead, ms. */
  var aheadMs: number | undefined;
  /** Headings that a page ever showed, with the number of progress bars that stood beside each at its first sight. */
  var firstSights: Readonly<Record<string, number>> | undefined;
}

export type Launched = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly data: string;
  /** Errors that pages wrote to their console, refused policies among them. */
  readonly consoleErrors: () => readonly string[];
  readonly newWindow: () => Promise<Page>;
  readonly close: () => Promise<void>;
};

/**
 * Starts the built program in a real Electron (the one the bootstrap chose) with a folder of its own. Needs a display;
 * the test command gives one. As root Chromium runs only without its sandbox, which then is the test's fault, not ours.
 *
 * `args: ['--demo']` opens the demonstration office, furnished in some seconds, with the supervisor at work in it;
 * `--as consultant` (or another post, name or login name) enters as somebody else.
 */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  if (!existsSync(path.join(root, 'out/main/index.js'))) throw new Error('Build the program first: npm run build');
  const data = options.data ?? mkdtempSync(path.join(tmpdir(), 'zhiye-e2e-'));
  const size = options.windowSize ?? '1366x768';
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const app = await started({
    cwd: root,
    timeout: START_MS,
    ...(dist === undefined ? {} : { executablePath: path.join(dist, executable()) }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.movableClock ? ['-r', path.join(import.meta.dirname, 'movable-clock.cjs')] : []),
      ...(options.firstSights ? ['-r', path.join(import.meta.dirname, 'first-sights.cjs')] : []),
      '.',
      `--data=${data}`,
      `--lang=${options.language ?? 'zh-CN'}`,
      `--window-size=${size}`,
      ...(options.args ?? []),
    ],
    env: { ...cleanEnvironment(), ZHIYE_TEST: '1', ...options.env },
  });
  const heard: string[] = [];
  const listen = (page: Page): void => {
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' && !isDressed(page)) heard.push(message.text());
    });
    page.on('pageerror', (error) => heard.push(String(error)));
  };
  app.on('window', listen);
  const page = await app.firstWindow({ timeout: FIRST_PAGE_MS });
  listen(page);
  await page.waitForLoadState('domcontentloaded', { timeout: FIRST_PAGE_MS });
  return {
    app,
    page,
    data,
    consoleErrors: () => [...new Set(heard)],
    newWindow: async () => {
      const opened = app.waitForEvent('window');
      await app
        .evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click())
        .catch(unlessDone);
      const further = await opened;
      await further.waitForLoadState('domcontentloaded');
      return further;
    },
    close: async () => {
      await app.close();
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Plain text Chromium dresses in a style of its own, which the program's policy refuses: no fault of the program's. */
function isDressed(page: Page): boolean {
  return page.url() === BARE;
}

/** The inspector loses an answer when the program happens to collect its garbage: what was asked is done by then. */
function unlessDone(error: Error): void {
  if (!error.message.includes('garbage collected')) throw error;
}

/** Brings the clock of a run with a movable one so far ahead of the PC's. */
export async function runAhead({ app }: Launched, ms: number): Promise<void> {
  const set = () =>
    app.evaluate((_electron, ahead) => {
      if (globalThis.aheadMs === undefined) return false;
      globalThis.aheadMs = ahead;
      return true;
    }, ms);
  // The inspector loses an answer when the program happens to collect its garbage; the same again does no harm.
  const movable = await set().catch(set);
  if (!movable) throw new Error('This run has no movable clock');
}

/**
 * Starts Electron under Playwright. Now and then, on a busy machine, the two miss each other's first word and wait for
 * ever, before any of our code has run; then once more. A second time it is a failure.
 */
async function started(how: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch(how);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return _electron.launch(how);
  }
}

/** How the built program is started without a window to drive: the same Electron, as Playwright would. */
export function electronProgram(): { program: string; args: string[]; env: Record<string, string>; cwd: string } {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(root, 'node_modules/electron/dist');
  return {
    program: path.join(dist, executable()),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.'],
    env: { ...cleanEnvironment(), ZHIYE_TEST: '1' },
    cwd: root,
  };
}

function executable(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** Node's own switches would reach Electron too. */
function cleanEnvironment(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && name !== 'NODE_OPTIONS' && name !== 'ELECTRON_RUN_AS_NODE') kept[name] = value;
  return kept;
}
