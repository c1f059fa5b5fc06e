import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 30_000;

type Target = { readonly type: string; readonly url: string; readonly webSocketDebuggerUrl: string };

/** Port that Chromium says it listens on. */
function debuggingPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(heard)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`The program ended at once (${code}).\n${heard}`)));
    child.once('error', reject);
    void wait(PATIENCE_MS, undefined, { ref: false }).then(() => reject(new Error(`No window came.\n${heard}`)));
  });
}

/** What a page shows, asked over the debugging protocol. */
function textOf(target: Target): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    const expression = 'document.body.innerText';
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } })),
    );
    socket.addEventListener('error', () => reject(new Error('The window does not answer.')));
    socket.addEventListener('message', ({ data }) => {
      const answer: { result?: { result?: { value?: string } } } = JSON.parse(String(data));
      socket.close();
      resolve(answer.result?.result?.value ?? '');
    });
  });
}

/**
 * Starts a packaged program on a folder of its own and waits until its first page shows something; answers that text.
 * Ends the program and removes the folder. Rejects when it ends early or shows nothing in half a minute.
 */
export async function firstPage(program: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-packaged-'));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const args = [...(asRoot ? ['--no-sandbox'] : []), '--remote-debugging-port=0', `--data=${folder}`];
  const { ELECTRON_RUN_AS_NODE: _1, APP_SQLITE_BINDING: _2, NODE_OPTIONS: _3, ...env } = process.env;
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const port = await debuggingPort(child);
    for (let waited = 0; waited < PATIENCE_MS; waited += 250) {
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
      const targets: Target[] = JSON.parse(await answer.text());
      const page = targets.find(({ type, url }) => type === 'page' && url.startsWith('app://'));
      const text = page === undefined ? '' : (await textOf(page)).trim();
      if (text !== '') return text;
      await wait(250);
    }
    throw new Error('The first page stayed empty.');
  } finally {
    child.kill();
    await Promise.race([ended, wait(5000, undefined, { ref: false })]);
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
