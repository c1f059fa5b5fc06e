import type Database from 'better-sqlite3';
import { isSealed, namedKeyOf, unseal } from '#db/personal.ts';
import { changesAt, entryAt, neighboursOf, personalColumnsOf, personKeyOfRow } from '#db/repositories/event-entry.ts';
import type { ChangeLine } from '#db/repositories/event-hash.ts';
import { personKeyOf } from '#db/repositories/person-keys.ts';
import { openWords } from '#db/repositories/sealed-words.ts';
import { subjectNames } from '#db/repositories/subject-names.ts';
import {
  type FieldKind,
  fieldKind,
  isRecordColumn,
  recordColumns,
  silentColumns,
} from '#shared/domain/events/fields.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { maskPhone } from '#shared/kernel/phone.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { NO_RECORD, namesCustomer, type PseudonymOf } from './pseudonyms.ts';

/** Rows of one entry that are told; an import changes thousands. */
const MOST_ROWS = 200;

const phones: ReadonlySet<string> = new Set(['phone', 'secondPhone', 'referrerPhone']);
const floorPrices: ReadonlySet<string> = new Set(['floorPrice', 'floorBefore', 'floorAfter']);
/** What is told in full to nobody who reads the log: a reveal is an act of its own. */
const neverOpen: ReadonlySet<string> = new Set(['identitySealed', 'identityHash']);

type Reading = Pick<QueryContext, 'db' | 'can' | 'reach' | 'level'>;
type Values = Readonly<Record<string, unknown>>;
type Shown = { readonly kind: FieldKind; readonly value: string | number | boolean | null };

/** What says for whom somebody acted stands beside who did it. */
const standing: ReadonlySet<string> = new Set(['actingFor', 'actingForName']);

/** For whom an act was done, where somebody acted for somebody else; null where they did it themselves. */
export function actedFor(data: unknown): string | null {
  const name: unknown = Reflect.get(Object(data), 'actingForName');
  return typeof name === 'string' && name !== '' ? name : null;
}

/** People of the office are told by their names. */
function named(client: Database.Database, shown: Shown): Shown {
  if (shown.kind !== 'person') return shown;
  const name = client
    .prepare<[number], string>('select name from accounts where id = ?')
    .pluck()
    .get(Number(shown.value));
  return { ...shown, value: name ?? `#${String(shown.value)}` };
}

/** One entry of the log in full, with before and after of each field, as far as the caller may read it. Throws NOT_FOUND. */
export function entryOf(client: Database.Database, context: Reading, seq: number, pseudonymOf: PseudonymOf) {
  const row = entryAt(client, seq);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const { lines, count } = changesAt(client, seq, MOST_ROWS);
  const data: Record<string, unknown> = JSON.parse(row.data);
  return {
    row,
    data: Object.entries(data)
      .filter(([field]) => field !== 'wordsKeyId' && !standing.has(field))
      .map(([field, value]) => ({
        field,
        ...(isSealed(value) ? words(client, context, value, data) : named(client, told(field, value, pseudonymOf))),
      })),
    changes: lines.map((line) => changeOf(client, context, line, pseudonymOf)),
    rows: count,
    ...neighboursOf(client, row),
  };
}

function changeOf(client: Database.Database, context: Reading, line: ChangeLine, pseudonymOf: PseudonymOf) {
  const before: Values | null = line.before === null ? null : JSON.parse(line.before);
  const after: Values | null = line.after === null ? null : JSON.parse(line.after);
  const show = shownBy(client, context, line, pseudonymOf);
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const fields = columns
    .filter((column) => !silentColumns.has(column))
    .map((column) => {
      const [one, other] = [show(column, before?.[column]), show(column, after?.[column])];
      // What was not there has no kind of its own.
      const { kind } = other.value === null && one.value !== null ? one : other;
      return { field: column, kind, before: one.value, after: other.value };
    })
    // A row that came or went is told by what it says, not by its empty fields.
    .filter((field) => field.before !== null || field.after !== null);
  const how = before === null ? ('added' as const) : after === null ? ('removed' as const) : ('changed' as const);
  const gone = line.table === 'customers' && pseudonymOf(line.id) !== null;
  return { table: line.table, rowId: gone ? NO_RECORD : line.id, how, fields };
}

/** A value that an entry says of itself: of people who are anonymous their pseudonym. */
function told(field: string, value: unknown, pseudonymOf: PseudonymOf): Shown {
  const pseudonym = namesCustomer(field) ? pseudonymOf(Number(value)) : null;
  return pseudonym === null ? plain(field, value) : { kind: 'record', value: pseudonym };
}

/** Sealed words about a person, to whoever may read the files of all customers. */
function words(client: Database.Database, { can, reach }: Reading, sealed: string, data: Values): Shown {
  const text = openWords(client, sealed, Number(data['wordsKeyId']));
  if (text === null) return { kind: 'erased', value: '' };
  return can('customers.read') && reach('customers') === null ? { kind: 'personal', value: text } : covered;
}

/** What was sealed; null under another key: a row whose person was made anonymous has a new one. */
function openedBy(key: Uint8Array, sealed: string): string | null {
  try {
    return unseal(key, sealed);
  } catch {
    return null;
  }
}

const covered: Shown = { kind: 'masked', value: '' };

/** True for a field of which the post is told nothing, wherever it stands. */
function isHidden(column: string, level: Reading['level']): boolean {
  if (phones.has(column)) return level('phone') === 'hidden';
  if (floorPrices.has(column)) return level('floorPrice') === 'hidden';
  return column === 'address' && level(column) === 'hidden';
}

/** How a value of a row is shown to the caller. */
function shownBy(
  client: Database.Database,
  { db, can, reach, level }: Reading,
  line: ChangeLine,
  pseudonymOf: PseudonymOf,
) {
  // The log tells of everybody's customers: of their fields only to whoever may read all of them.
  const open = can('customers.read') && reach('customers') === null;
  const personal = personalColumnsOf(line.table);
  const keyId = personal === undefined ? undefined : personKeyOfRow(client, line);
  const key = keyId === undefined ? undefined : personKeyOf(client, keyId);
  return (column: string, value: unknown): Shown => {
    if (value === null || value === undefined) return { kind: 'text', value: null };
    if (personal?.has(column) === true) {
      if (neverOpen.has(column)) return { kind: key === undefined ? 'erased' : 'masked', value: '' };
      if (isSealed(value) && key === undefined) return { kind: 'erased', value: '' };
      const text = isSealed(value) && key !== undefined ? openedBy(key, value) : String(value);
      if (text === null) return { kind: 'erased', value: '' };
      if (text === '') return { kind: 'text', value: null };
      if (isHidden(column, level)) return covered;
      if (phones.has(column)) return { kind: 'personal', value: maskPhone(text) };
      return open ? { kind: 'personal', value: text } : covered;
    }
    if (namedKeyOf(value) !== undefined) {
      const text = openWords(client, String(value), null);
      if (text === null) return { kind: 'erased', value: '' };
      return open ? { kind: 'personal', value: text } : covered;
    }
    if (line.table === 'accounts' && column === 'phone') return { kind: 'personal', value: maskPhone(String(value)) };
    if (isHidden(column, level)) return covered;
    const pseudonym = namesCustomer(column) ? pseudonymOf(Number(value)) : null;
    if (pseudonym !== null) return { kind: 'record', value: pseudonym };
    const shown = plain(column, value);
    if (shown.kind === 'person') return named(client, shown);
    if (shown.kind === 'record' && isRecordColumn(column)) {
      const subject = { noun: recordColumns[column], subjectId: Number(value) };
      return { ...shown, value: subjectNames(db, [subject])(subject) ?? `#${String(value)}` };
    }
    return shown;
  };
}

/** A value that is of no person. */
function plain(column: string, value: unknown): Shown {
  if (value === null || value === undefined || value === '') return { kind: 'text', value: null };
  const kind = fieldKind(column, value);
  if (kind === 'secret') return { kind, value: '' };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return { kind, value };
  return { kind, value: JSON.stringify(value) };
}
