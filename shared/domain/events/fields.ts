/**
 * How a value of a record is told in its history. `personal`: readable here; `masked`: of a person, not shown to whoever
 * reads; `erased`: its key was destroyed; `secret`: shown to nobody.
 */
export const fieldKinds = [
  'money',
  'area',
  'length',
  'ppm',
  'instant',
  'day',
  'flag',
  'number',
  'person',
  'record',
  'word',
  'text',
  'list',
  'personal',
  'masked',
  'erased',
  'secret',
] as const;
/** See {@link fieldKinds}. */
export type FieldKind = (typeof fieldKinds)[number];

const secrets: ReadonlySet<string> = new Set([
  'passwordHash',
  'pinHash',
  'tokenHash',
  'identityHash',
  'seal',
  'detailsSealed',
  'keptSealed',
]);

/** Amounts in fen. Units stand in the names of all other measures. */
const amounts: ReadonlySet<string> = new Set([
  'amount',
  'after',
  'price',
  'listPrice',
  'floorPrice',
  'filedPrice',
  'depositDue',
  'total',
  'intentMoney',
  'filedBefore',
  'filedAfter',
  'listBefore',
  'listAfter',
  'floorBefore',
  'floorAfter',
  'quotaAmount',
  'interest',
  'penaltyKept',
  'penaltyWaived',
]);

/** Columns that name a person of the office. */
const people =
  /(?:By|^accountId|^ownerId|^consultantId|^cashierId|^operatorId|^authorId|^reviewerId|^responsibleId|^borrowerId)$/;
const peopleExcept: ReadonlySet<string> = new Set(['signBy']);

/** Nouns of the records that a column points to. */
export const recordColumns = {
  unitId: 'units',
  targetUnitId: 'units',
  customerId: 'customers',
  payerId: 'customers',
  payeeId: 'customers',
  takerId: 'customers',
  referrerId: 'customers',
  subscriptionId: 'subscriptions',
  contractId: 'contracts',
  templateId: 'contractTemplates',
  receiptId: 'receipts',
  replacesId: 'receipts',
  refundId: 'refunds',
  bookingId: 'bookings',
  intentId: 'intents',
  changeId: 'changes',
  contractAgreementId: 'agreements',
  documentId: 'documents',
  buildingId: 'buildings',
  projectId: 'projects',
  permitId: 'permits',
  phaseId: 'phases',
  houseTypeId: 'houseTypes',
  importId: 'imports',
  approvalId: 'approvals',
  caseId: 'cases',
  launchId: 'launches',
  batchId: 'priceBatches',
  agreementId: 'partnerAgreements',
  renewsId: 'partnerAgreements',
} as const;

/** True for a column that points to a record. */
export function isRecordColumn(column: string): column is keyof typeof recordColumns {
  return Object.hasOwn(recordColumns, column);
}

/** Sides of a space, in 0.01 m. */
const sides = /^space(?:Length|Width|Height)$/;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORD = /^[a-z][A-Za-z]{1,39}$/;

/** How a value of a column is told; personal ones are judged by whoever knows the person's key. */
export function fieldKind(column: string, value: unknown): FieldKind {
  if (secrets.has(column)) return 'secret';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') {
    if (amounts.has(column)) return 'money';
    if (column.endsWith('Area')) return 'area';
    if (sides.test(column)) return 'length';
    if (column.endsWith('Ppm')) return 'ppm';
    if (people.test(column) && !peopleExcept.has(column)) return 'person';
    if (isRecordColumn(column)) return 'record';
    return /(?:At|Since|Until)$|^at$/.test(column) ? 'instant' : 'number';
  }
  if (typeof value === 'string') {
    if (DAY.test(value)) return 'day';
    return WORD.test(value) ? 'word' : 'text';
  }
  return 'list';
}

/** Columns that say nothing to whoever reads a history: keys and counters of the program itself. */
export const silentColumns: ReadonlySet<string> = new Set(['id', 'version', 'personKeyId']);
