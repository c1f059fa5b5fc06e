import { randomInt } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Signs that every typeface of the papers has. */
const signs = '春江花月夜松风明竹山水云鹤霜雪梅兰菊桂枫柳荷莲泉溪石峰岭谷川湖海波帆舟桥亭楼阁书琴棋画诗酒茶';

/** A text that stands nowhere else. */
export function han(length = 7): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join('');
}

/** So many digits that stand nowhere else, behind some that say that nobody has the number. */
export function digits(length: number, prefix = ''): string {
  return prefix + Array.from({ length: length - prefix.length }, () => randomInt(10)).join('');
}

/** What is looked for, by what it is. */
export type Markers = ReadonlyMap<string, string>;

/** The ways in which a text may lie in a file without being encrypted, as bytes. */
function formsOf(text: string): { readonly form: string; readonly bytes: Buffer }[] {
  const utf8 = Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  const base64 = [0, 1, 2].map((shift) => {
    // What stands before and behind shares a few signs with it: those say nothing.
    const whole = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replaceAll('=', '');
    return whole.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  return [
    { form: 'utf8', bytes: utf8 },
    { form: 'utf16le', bytes: little },
    { form: 'utf16be', bytes: big },
    { form: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
    ...base64.map((part, shift) => ({ form: `base64+${shift}`, bytes: Buffer.from(part) })),
  ];
}

/** A marker that lies somewhere in the clear. */
export type Leak = { readonly file: string; readonly marker: string; readonly form: string };

/** Files larger than this are no program's that was looked at: a page file, a package of somebody else. */
const LARGEST = 256 * 1024 * 1024;

/**
 * Every place where a marker lies in the clear: in all files below some folders, and in those that lie in others' folders
 * themselves and were written since (ms).
 */
export function leaksIn(
  roots: readonly string[],
  shared: readonly string[],
  markers: Markers,
  since: number,
): { readonly leaks: Leak[]; readonly files: number } {
  const wanted = [...markers].flatMap(([marker, text]) => formsOf(text).map((one) => ({ marker, ...one })));
  const leaks: Leak[] = [];
  let files = 0;
  const lying = shared.flatMap((folder) => filesIn(folder).filter((file) => writtenAt(file) >= since));
  for (const file of new Set([...roots.flatMap(filesBelow), ...lying])) {
    const bytes = readIfThere(file);
    if (bytes === undefined) continue;
    files += 1;
    for (const { marker, form, bytes: looked } of wanted)
      if (bytes.includes(looked)) leaks.push({ file, marker, form });
  }
  return { leaks, files };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function filesIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isFile() ? [path.join(folder, entry.name)] : []));
}

function filesBelow(root: string): string[] {
  const below = entriesOf(root).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return [...filesIn(root), ...below.flatMap(({ name }) => filesBelow(path.join(root, name)))];
}

function writtenAt(file: string): number {
  const there = statSync(file, { throwIfNoEntry: false });
  return there === undefined || there.size > LARGEST ? 0 : there.mtimeMs;
}

/** Files of others come and go. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
