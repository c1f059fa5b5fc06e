import { checkDocumentNumber, type IdentityKind } from '#shared/kernel/identity-number.ts';
import { type Fen, fen, ZERO_FEN } from '#shared/kernel/money.ts';
import { dialable } from '#shared/kernel/phone.ts';
import { readAmountCell, readDecimal } from '../decimals.ts';
import { readFloor, readRoom, readWords } from '../places.ts';
import type { RowReader } from '../read-table.ts';
import type {
  At,
  BalanceRecord,
  ContractRecord,
  CustomerRecord,
  DealName,
  HomePlace,
  ReceiptRecord,
  SubscriptionRecord,
} from './records.ts';
import type { ProjectField } from './sheets.ts';
import { type OwnTotal, readTotalKind, type TotalKind } from './totals.ts';
import { readChannel, readDay, readIdentityKind, readItem, readMethod, readShares, splitPeople } from './words.ts';

type Reader = RowReader<ProjectField>;

/** Longest text that is told of a cell. */
const TOLD = 40;

/** A cell without the apostrophe and the `.0` that spreadsheets put around numbers. */
function words(reader: Reader, field: ProjectField): string {
  return readWords(reader.text(field)).trim();
}

function code(reader: Reader, field: ProjectField): string {
  return words(reader, field)
    .replaceAll(/\s/g, '')
    .replace(/^(\d+)\.0+$/, '$1');
}

function needed(reader: Reader, field: ProjectField, text: string): boolean {
  if (text !== '') return true;
  reader.tell(field, 'error', 'IMPORT_VALUE_MISSING');
  return false;
}

function unreadable(reader: Reader, field: ProjectField, severity: 'error' | 'warning' = 'error'): undefined {
  const text = words(reader, field).slice(0, TOLD);
  reader.tell(field, severity, 'IMPORT_VALUE_UNREADABLE', { text });
  return undefined;
}

/** A cell by a reader of words: null where it is blank, undefined where it cannot be read, which is then told. */
function optional<T>(reader: Reader, field: ProjectField, read: (text: string) => T | undefined): T | null | undefined {
  const text = words(reader, field);
  return text === '' ? null : (read(text) ?? unreadable(reader, field));
}

function required<T>(reader: Reader, field: ProjectField, read: (text: string) => T | undefined): T | undefined {
  const text = words(reader, field);
  return needed(reader, field, text) ? (read(text) ?? unreadable(reader, field)) : undefined;
}

/** An amount: `zero` where a nought or a dash is one, as in a column of what is still open. */
function amount(reader: Reader, field: ProjectField, zero: boolean): (text: string) => Fen | undefined {
  const scale = reader.column(field)?.scale ?? 1;
  return (text) => {
    if (zero && (/^[-–—/]$/u.test(text) || readDecimal(text)?.digits === 0n)) return ZERO_FEN;
    return readAmountCell(text, scale);
  };
}

function homeOf(reader: Reader): HomePlace | undefined {
  const building = words(reader, 'building');
  const roomNo = readRoom(reader.text('roomNo'));
  const complete = [needed(reader, 'building', building), needed(reader, 'roomNo', roomNo)].every(Boolean);
  const floorText = words(reader, 'floor');
  const floor = floorText === '' ? null : readFloor(floorText);
  if (floor === undefined) unreadable(reader, 'floor');
  if (!complete || floor === undefined) return undefined;
  return { building, entrance: words(reader, 'entrance'), floor, roomNo };
}

/** A deal is named by a number, or by its home where the list has no number. */
function dealOf(reader: Reader): DealName | undefined {
  const number = code(reader, 'deal');
  if (number !== '') return { number, home: null };
  if (!reader.has('building') || !reader.has('roomNo')) {
    reader.tell('deal', 'error', reader.has('deal') ? 'IMPORT_VALUE_MISSING' : 'IMPORT_DEAL_NOT_NAMED');
    return undefined;
  }
  const home = homeOf(reader);
  return home && { number, home };
}

/** The document of a customer; a number whose kind is not said is an identity card if it can be one, else a licence. */
function identityOf(reader: Reader): CustomerRecord['identity'] | undefined {
  const number = code(reader, 'identityNumber');
  const kind = optional(reader, 'identityKind', readIdentityKind);
  if (number === '' || kind === undefined) return kind === undefined ? undefined : null;
  const licence = checkDocumentNumber('businessLicence', number).ok && !checkDocumentNumber('identityCard', number).ok;
  const taken: IdentityKind = kind ?? (licence ? 'businessLicence' : 'identityCard');
  const check = checkDocumentNumber(taken, number);
  if (!check.ok && (taken === 'identityCard' || check.problem === 'empty')) {
    reader.tell('identityNumber', 'error', 'IDENTITY_NUMBER_NOT_VALID');
    return undefined;
  }
  return { kind: taken, number: check.normal };
}

function phoneOf(reader: Reader, field: 'phone' | 'secondPhone'): string | null | undefined {
  const text = code(reader, field);
  if (text === '') return null;
  const phone = dialable(text);
  if (phone === undefined) reader.tell(field, 'error', 'PHONE_NOT_VALID');
  return phone;
}

function customer(reader: Reader, at: At): CustomerRecord | undefined {
  const name = words(reader, 'name').replaceAll(/\s+/g, ' ').slice(0, 60);
  const named = needed(reader, 'name', name);
  const phone = phoneOf(reader, 'phone');
  const secondPhone = phoneOf(reader, 'secondPhone');
  const identity = identityOf(reader);
  const registeredOn = optional(reader, 'registeredOn', readDay);
  const channelText = words(reader, 'channel');
  const channel = channelText === '' ? 'other' : readChannel(channelText);
  if (channel === undefined) unreadable(reader, 'channel', 'warning');
  if (!named || phone === undefined || secondPhone === undefined || identity === undefined) return undefined;
  if (registeredOn === undefined) return undefined;
  if (phone === null) reader.tell('phone', 'warning', 'IMPORT_PHONE_MISSING');
  if (identity === null) reader.tell('identityNumber', 'warning', 'IMPORT_IDENTITY_MISSING');
  const address = words(reader, 'address').slice(0, 200);
  const consultant = words(reader, 'consultant');
  return {
    ...at,
    code: code(reader, 'code'),
    name,
    phone,
    secondPhone,
    identity,
    address,
    channel: channel ?? 'other',
    consultant,
    registeredOn,
  };
}

function subscription(reader: Reader, at: At): SubscriptionRecord | undefined {
  const number = code(reader, 'number');
  const numbered = needed(reader, 'number', number);
  const home = homeOf(reader);
  const buyers = splitPeople(reader.text('buyers'));
  const bought = needed(reader, 'buyers', buyers.join());
  const shares = optional(reader, 'shares', (text) => readShares(text, buyers.length));
  const consultant = words(reader, 'consultant');
  const served = needed(reader, 'consultant', consultant);
  const subscribedOn = required(reader, 'subscribedOn', readDay);
  const signBy = optional(reader, 'signBy', readDay);
  const listPrice = optional(reader, 'listPrice', amount(reader, 'listPrice', false));
  const price = required(reader, 'price', amount(reader, 'price', false));
  const deposit = optional(reader, 'deposit', amount(reader, 'deposit', true));
  if (!numbered || home === undefined || !bought || shares === undefined || !served) return undefined;
  if (subscribedOn === undefined || signBy === undefined || listPrice === undefined) return undefined;
  if (price === undefined || deposit === undefined) return undefined;
  return {
    ...at,
    number,
    home,
    buyers,
    shares,
    consultant,
    subscribedOn,
    signBy,
    listPrice,
    price,
    deposit,
    plan: words(reader, 'planKind'),
  };
}

function contract(reader: Reader, at: At): ContractRecord | undefined {
  const number = code(reader, 'number');
  const numbered = needed(reader, 'number', number);
  const deal = dealOf(reader);
  const signedOn = required(reader, 'signedOn', readDay);
  const price = required(reader, 'price', amount(reader, 'price', false));
  const filingNumber = code(reader, 'filingNumber');
  const filedOn = optional(reader, 'filedOn', readDay);
  // A number without its day, or a day without its number, is no filing.
  const whole = filedOn === undefined || (filedOn === null) === (filingNumber === '');
  if (!whole) reader.tell(filedOn === null ? 'filedOn' : 'filingNumber', 'error', 'IMPORT_VALUE_MISSING');
  if (!numbered || deal === undefined || signedOn === undefined || price === undefined) return undefined;
  if (filedOn === undefined || !whole) return undefined;
  return { ...at, number, deal, signedOn, price, filingNumber, filedOn };
}

function receipt(reader: Reader, at: At): ReceiptRecord | undefined {
  const deal = dealOf(reader);
  const receivedOn = required(reader, 'receivedOn', readDay);
  const item = required(reader, 'item', readItem);
  const taken = required(reader, 'amount', amount(reader, 'amount', false));
  // Old books of a single account do not say how money came: it was transferred then.
  const method = reader.has('method') ? required(reader, 'method', readMethod) : 'transfer';
  if (deal === undefined || receivedOn === undefined || item === undefined) return undefined;
  if (taken === undefined || method === undefined) return undefined;
  return {
    ...at,
    number: code(reader, 'number'),
    deal,
    receivedOn,
    item,
    method,
    amount: taken,
    payer: words(reader, 'payer'),
    reference: code(reader, 'reference').slice(0, 60),
    cashier: words(reader, 'cashier'),
  };
}

function balance(reader: Reader, at: At): BalanceRecord | undefined {
  const open = required(reader, 'open', amount(reader, 'open', true));
  const deal = dealOf(reader);
  // Lines that are paid stand in many lists; nothing of them is owed any more.
  if (open === ZERO_FEN) return undefined;
  const item = required(reader, 'item', readItem);
  const dueOn = required(reader, 'dueOn', readDay);
  if (open === undefined || deal === undefined || item === undefined || dueOn === undefined) return undefined;
  return { ...at, deal, item, dueOn, open };
}

function total(reader: Reader): { readonly kind: TotalKind; readonly total: OwnTotal } | undefined {
  const kind = required(reader, 'kind', readTotalKind);
  const count = optional(reader, 'count', (text) => {
    const plain = text.replace(/[套份笔人个位户]$/u, '').replaceAll(/[,，]/g, '');
    return /^\d{1,7}(?:\.0+)?$/.test(plain) ? Number(plain) : undefined;
  });
  const sum = optional(reader, 'amount', (text) => totalAmount(text, reader.column('amount')?.scale ?? 1));
  return kind && { kind, total: { count: count ?? null, amount: sum ?? null } };
}

/** The sum of a project may be larger than any one amount. */
function totalAmount(text: string, scale: 1 | 10_000): Fen | undefined {
  const decimal = readDecimal(text);
  if (decimal === undefined || decimal.digits < 0n) return undefined;
  const times = /万\s*元?$/u.test(text) ? 1n : BigInt(scale);
  const scaled = decimal.digits * 100n * times;
  const parts = 10n ** BigInt(decimal.scale);
  const whole = Number(scaled / parts);
  return scaled % parts === 0n && Number.isSafeInteger(whole) ? fen(whole) : undefined;
}

/** Readers of the rows of each list; undefined for a row that something is wrong with, which is then told. */
export const readers = { customer, subscription, contract, receipt, balance, total };
