import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { single } from './checks.ts';
import { missingTests, pagesThatNameTests } from './named-tests.ts';
import { type Outcome, root } from './tool.ts';

const folders = ['shared', 'db', 'electron', 'renderer', 'scripts', 'tests'];

const LONGEST_FILE = 400;

/** Words and calls that the house forbids: where, except where, and why. */
const forbidden: readonly {
  readonly pattern: RegExp;
  readonly within: RegExp;
  readonly except: RegExp;
  readonly why: string;
}[] = [
  {
    pattern: /\bDate\.now\b|\bnew Date\(|\bMath\.random\b/,
    within: /^(shared|db|electron|renderer)\//,
    except:
      /^(shared\/kernel\/local-date\.ts|shared\/kernel\/formatters\/.*|renderer\/lib\/(format|clock|office-clock)\.tsx?|electron\/(main|device)\/.*)$/,
    why: 'Clock and chance are injected, so that tests and replays repeat.',
  },
  {
    pattern: /\bnew Database\(/,
    within: /./,
    except: /^db\/connection\.ts$/,
    why: 'Only db/connection.ts opens databases: a binding that does not fit its runtime ends the process.',
  },
  {
    pattern: /\b(TODO|FIXME|XXX)\b/,
    within: /./,
    except: /^$/,
    why: 'What is left undone is said in the changelog, not in a comment.',
  },
  {
    pattern: /\b(describe|it|test)\.only\(/,
    within: /^tests\//,
    except: /^$/,
    why: 'A test run alone hides the others.',
  },
];

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(name);
    else if (/\.(ts|tsx|mjs|cjs)$/.test(entry.name)) yield name;
  }
}

/** The faults of one file, each as `file:line: why`; `name` is its path in the project, with slashes. */
export function faultsOf(name: string, text: string): string[] {
  const lines = text.trimEnd().split('\n');
  const faults: string[] = [];
  if (lines.length > LONGEST_FILE) faults.push(`${name}: ${lines.length} lines; take it apart`);
  if (/(^|\/)(utils?|helpers?|misc)(\/|\.)/.test(name)) faults.push(`${name}: a file has a name that says what it is`);
  for (const { pattern, within, except, why } of forbidden)
    if (within.test(name) && !except.test(name))
      for (const [index, line] of lines.entries()) if (pattern.test(line)) faults.push(`${name}:${index + 1}: ${why}`);
  return faults;
}

function textOf(name: string): string | undefined {
  const file = path.join(root, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Word hygiene and file sizes: no file over 400 lines, nothing that the house forbids, no proof that is not there. */
export function checkHygiene(): Outcome {
  const faults: string[] = [];
  for (const folder of folders)
    for (const name of sources(folder))
      if (name !== 'scripts/testing/hygiene.ts' && name !== 'tests/unit/scripts/hygiene.test.ts')
        faults.push(...faultsOf(name, readFileSync(path.join(root, name), 'utf8')));
  for (const page of pagesThatNameTests)
    faults.push(...missingTests(textOf(page) ?? '', textOf).map((fault) => `${page}: ${fault}`));
  return single(faults.length === 0, faults.join('\n'));
}
