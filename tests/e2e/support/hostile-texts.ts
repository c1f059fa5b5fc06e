import { readFileSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { openDatabase } from '#db/connection.ts';
import { unwrapRootKey } from '#electron/device/key-wrap.ts';
import { officeHeaderSchema } from '#electron/device/office-folder.ts';
import { officeKeys } from '#electron/server/keys.ts';

/** What a hostile text tries: each would set `__pwned` where a page took it for more than text. */
const act = 'window.__pwned=1';
const attempts: readonly string[] = [
  `<script>${act}</script>`,
  `<img src=x onerror="${act}">`,
  `<svg onload="${act}">`,
  `"><img src=x onerror=${act}>`,
  `'><svg/onload=${act}>`,
  `<iframe srcdoc="<script>parent.${act}</script>"></iframe>`,
  `<a href="javascript:${act}">x</a>`,
  `javascript:${act}//`,
  `<details open ontoggle="${act}">x</details>`,
  `<style>@import 'javascript:${act}'</style>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${act}>`,
  `<object data="data:text/html,<script>${act}</script>"></object>`,
  `{{constructor.constructor('${act}')()}}`,
  `\${${act}}`,
  `<input autofocus onfocus="${act}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${act}">`,
  `<base href="javascript:${act}//">`,
  `<form action="javascript:${act}"><button>x</button></form>`,
  `&lt;script&gt;${act}&lt;/script&gt;`,
  `\u202E<script>${act}</script>`,
  `<video><source onerror="${act}"></video>`,
  `<body onpageshow="${act}">`,
  `<template><script>${act}</script></template><x-a onclick="${act}">x</x-a>`,
];
/** How each may be dressed, so that a filter for one form misses the next. */
const dresses: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase().replaceAll(act.toUpperCase(), act),
  (text) => text.replaceAll('<', '<\n'),
  (text) => `]]>${text}`,
  (text) => `</title></textarea></script>${text}`,
  (text) => `--><!--${text}`,
  (text) => text.replaceAll(' ', '/'),
  (text) => `\\"${text}`,
  (text) => text.replaceAll('=', '\t=\t').replaceAll('__pwned\t=\t1', '__pwned=1'),
  (text) => `%0a${text}`,
];

/** Two hundred hostile texts and some. */
export const hostileTexts: readonly string[] = [
  ...new Set(attempts.flatMap((attempt) => dresses.map((dress) => dress(attempt)))),
];

/** What stands in a text that people wrote: Chinese, as everything that is written in the demonstration. */
const written = /[\u4E00-\u9FFF]/;

/** Where hostile texts were put, and where the office's own rules let nobody put any. */
export type Poisoned = { readonly fields: readonly string[]; readonly texts: number; readonly kept: readonly string[] };

/**
 * Puts a hostile text behind everything that people wrote in the office of a demonstration, in every table and column, and
 * in every text inside of what is kept as JSON: past all checks of what is typed. The office must be closed.
 */
export async function poison(folder: string, passphrase: string): Promise<Poisoned> {
  const header = officeHeaderSchema.parse(JSON.parse(readFileSync(path.join(folder, 'office.json'), 'utf8')));
  const root = await unwrapRootKey(header.keys, header.officeId, { kind: 'passphrase', passphrase });
  if (root === undefined) throw new Error('The demonstration does not open');
  const { client, close } = openDatabase({ file: path.join(folder, 'office.db'), key: officeKeys(root).file });
  const fields: string[] = [];
  const kept: string[] = [];
  let texts = 0;
  const hostile = (text: string): string => {
    texts += 1;
    return `${text}${hostileTexts[texts % hostileTexts.length] ?? ''}`;
  };
  for (const { table, column } of textColumns(client)) {
    const name = `${table}.${column}`;
    try {
      const changed = client.transaction(() => poisonColumn(client, table, column, hostile))();
      if (changed > 0) fields.push(name);
    } catch {
      kept.push(name);
    }
  }
  close();
  return { fields, texts, kept };
}

function textColumns(client: Database.Database): { table: string; column: string }[] {
  const tables = client
    .prepare<[], string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all();
  return tables.flatMap((table) =>
    client
      .prepare<[], { name: string; type: string; pk: number }>(`pragma table_info("${table}")`)
      .all()
      .filter(({ type, pk }) => type.toUpperCase() === 'TEXT' && pk === 0)
      .map(({ name }) => ({ table, column: name })),
  );
}

function poisonColumn(
  client: Database.Database,
  table: string,
  column: string,
  hostile: (text: string) => string,
): number {
  const rows = client
    .prepare<[], { id: number; text: string | null }>(`select rowid as id, "${column}" as text from "${table}"`)
    .all();
  const write = client.prepare<[string, number]>(`update "${table}" set "${column}" = ? where rowid = ?`);
  let changed = 0;
  for (const { id, text } of rows) {
    if (text === null || !written.test(text)) continue;
    const inside = jsonOf(text);
    write.run(inside === undefined ? hostile(text) : JSON.stringify(poisonInside(inside, hostile)), id);
    changed += 1;
  }
  return changed;
}

function jsonOf(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function poisonInside(value: unknown, hostile: (text: string) => string): unknown {
  if (typeof value === 'string') return written.test(value) ? hostile(value) : value;
  if (Array.isArray(value)) return value.map((one) => poisonInside(one, hostile));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poisonInside(one, hostile)]));
}
