import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** What a suite came to: how many passed and failed, what was left out, and what to show when something failed. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  /** Names of the tests that this machine could not run. */
  readonly skipped: readonly string[];
  readonly text: string;
  /** Its files that took longest, with their seconds: where the budget goes. */
  readonly slowest?: readonly string[];
};

/** What a tool said and whether it was content. */
export type Answer = { readonly ok: boolean; readonly text: string; readonly out: string };

type Description = { readonly bin?: string | Readonly<Record<string, string>> };

const load = createRequire(path.join(root, 'package.json'));

/** The script behind a program of the installed packages: found by name, since `.bin` differs between systems. */
function programOf(packageName: string, program: string): string {
  const folder = path.join(load.resolve.paths(packageName)?.[0] ?? '', packageName);
  const { bin }: Description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[program];
  if (file === undefined) throw new Error(`The package ${packageName} has no program ${program}.`);
  return path.join(folder, file);
}

/** Runs a program of an installed package on this Node, in the project's folder, until it ends. */
export async function runTool(
  packageName: string,
  args: readonly string[],
  { program = packageName.replace(/^@[^/]+\//, ''), env = {} }: { program?: string; env?: Record<string, string> } = {},
): Promise<Answer> {
  const child = spawn(process.execPath, [programOf(packageName, program), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
  });
  const [out, errors, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { ok: status === 0, text: `${out}${errors}`, out };
}
