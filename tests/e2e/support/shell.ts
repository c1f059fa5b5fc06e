import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import type { Launched } from './launch.ts';

/** The folder of the project. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** Long enough for something that must not happen, ms. */
export const A_WHILE_MS = 400;

/** What the shell of the program is looked at with. */
export type Shell = {
  readonly run: Launched;
  /** A page without screens. */
  readonly page: Page;
  /** Where somebody else on this computer listens, and what they were asked: nothing. */
  readonly outside: { readonly address: string; readonly asked: readonly string[]; readonly close: () => void };
};

/** Somebody on this computer who is none of the program's. */
export async function somebodyOutside(): Promise<Shell['outside']> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('<p>outside</p>');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => void server.close(),
  };
}

/** The preferences and the address of every living page. */
export function preferencesOf({ run }: Shell): Promise<Record<string, unknown>[]> {
  return run.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const found: Record<string, unknown> = Reflect.get(contents, 'getLastWebPreferences').call(contents) ?? {};
      return { ...found, address: contents.getURL() };
    }),
  );
}

/** Every living page has these preferences. */
export function everyPageHas(expected: Readonly<Record<string, unknown>>): (shell: Shell) => Promise<void> {
  return async (shell) => {
    const all = await preferencesOf(shell);
    expect(all.length).toBeGreaterThan(1);
    for (const one of all) expect(one).toMatchObject(expected);
  };
}

/** Opens a window that is none of the program's making; why it did not come to an address, or nothing. */
export function failureOfForeignWindow({ run }: Shell, to: string): Promise<string> {
  return run.app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    const failed = await window.loadURL(url).then(
      () => '',
      (error: unknown) => String(error),
    );
    window.destroy();
    return failed;
  }, to);
}
