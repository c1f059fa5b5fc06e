import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { buildHomes } from './builders.ts';
import { migrationsFolder } from './first-pages.ts';
import { type TestOffice } from './office.ts';

/** What an office in a process of its own is told. */
export type ActingOrder = {
  readonly folder: string;
  /** Hexadecimal. */
  readonly rootKey: string;
  readonly migrations: string;
  readonly people: Readonly<Partial<Record<Post, number>>>;
  readonly homes: readonly number[];
  readonly seed: number;
  /** Numbers (of phones and identities) begin after this one. */
  readonly first: number;
  /** It ends after so many acknowledged acts … */
  readonly acts: number;
  /** … and closes its office then, or falls as it stands. */
  readonly close: boolean;
  /** Set on its connection: a checkpoint more often than usual, or the carelessness of a control run. */
  readonly pragmas?: readonly string[];
};

/** What a process said of its acts. */
export type Told = {
  readonly asked: readonly string[];
  readonly acknowledged: readonly string[];
  readonly refused: readonly string[];
  /** How long the opening of its office took, ms. */
  readonly openedMs: number | undefined;
  /** Why its office was to be closed and opened anew, if it was. */
  readonly doubt: string | undefined;
};

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Bundles a program of the tests, so that starting it three hundred times takes minutes and not an hour. Beside the
 * packages, from where the native ones are found. Gives its path and how to remove it.
 */
export async function bundledChild(name: string): Promise<{ readonly program: string; readonly remove: () => void }> {
  const cache = path.join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'zhiye-test-child-'));
  await build({
    ...{ configFile: false, root, logLevel: 'error' },
    ssr: { noExternal: true },
    build: {
      ...{ ssr: true, outDir: folder, emptyOutDir: false, copyPublicDir: false },
      rolldownOptions: {
        external: ['better-sqlite3', '@node-rs/argon2'],
        input: path.join(root, 'tests/support', `${name}.ts`),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return { program: path.join(folder, `${name}.mjs`), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** An office with a hundred homes and everybody whom a deal takes; closed, and ready for other processes. */
export async function officeForActing(desk: TestOffice): Promise<Pick<ActingOrder, 'people' | 'homes'>> {
  const homes = await buildHomes(desk, { floors: 10, rooms: 10 });
  const posts = ['consultant', 'backOffice', 'supervisor', 'manager'] as const;
  const people = Object.fromEntries(posts.map((post) => [post, desk.as(post).me]));
  await desk.office.close();
  return { people, homes };
}

/** The order of a process on the folder of a test office. */
export function orderFor(desk: TestOffice, more: Omit<ActingOrder, 'folder' | 'rootKey' | 'migrations'>): ActingOrder {
  return { folder: desk.folder, rootKey: desk.rootKey.toString('hex'), migrations: migrationsFolder, ...more };
}

/** What has been said so far, line by line; the last one may be half. */
export function toldIn(text: string): Told {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  const idsAfter = (mark: string, which: (line: string) => boolean = () => true) =>
    whole.filter((line) => line.startsWith(mark) && which(line)).map((line) => line.split(' ')[1] ?? '');
  const opened = idsAfter('open')[0];
  return {
    asked: idsAfter('?'),
    acknowledged: idsAfter('!'),
    // Whoever is told that the disk failed knows of neither.
    refused: idsAfter('x', (line) => !line.endsWith(' DISK_BROKEN')),
    doubt: idsAfter('doubt')[0],
    openedMs: opened === undefined ? undefined : Number(opened),
  };
}

/** An office at work: until it ends by itself, is killed by a system call (`prefix`), or by `until`. */
export async function actingProcess(
  program: string,
  order: ActingOrder,
  options: {
    /** What starts it, such as strace. */
    readonly prefix?: readonly string[];
    readonly until?: (child: ChildProcess, said: () => string) => Promise<void>;
  } = {},
): Promise<Told & { readonly complaints: string; readonly code: number | null }> {
  const words = [...(options.prefix ?? []), process.execPath, program, JSON.stringify(order)];
  const child = spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaints = '';
  child.stdout.on('data', (part) => {
    said += String(part);
  });
  child.stderr.on('data', (part) => {
    complaints += String(part);
  });
  const ended = once(child, 'close');
  await options.until?.(child, () => said);
  const [code] = (await ended) as [number | null];
  return { ...toldIn(said), complaints, code };
}
