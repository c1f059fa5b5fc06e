import { type Language, resources } from '#shared/i18n/index.ts';

/** Where the words of a column's values are: by its name, or by table and name where that is not the same everywhere. */
const wordsOf: Readonly<Record<string, string>> = {
  commercialState: 'unitStates.name',
  cameFrom: 'unitStates.name',
  use: 'labels.unitUses',
  spaceRight: 'inventory.spaceRights',
  spaceKind: 'inventory.spaceKinds',
  post: 'labels.posts',
  requiredPost: 'labels.posts',
  postBefore: 'labels.posts',
  second: 'rights.second',
  channel: 'labels.channels',
  rating: 'labels.ratings',
  planKind: 'labels.planKinds',
  identityKind: 'labels.identityKinds',
  homeOrder: 'labels.homeOrders',
  loanKind: 'cases.loanKinds',
  step: 'cases.steps',
  transport: 'visits.transports',
  'receipts.method': 'labels.paymentMethods',
  'follow_ups.method': 'labels.followUpMethods',
  'receipts.item': 'labels.receiptItems',
  'ledger_entries.account': 'labels.ledgerAccounts',
  'deal_notices.kind': 'subscriptions.notices.kinds',
  'deal_notices.method': 'subscriptions.notices.methods',
  'invoices.state': 'invoices.states',
  'payment_letters.kind': 'letters.kinds',
  'letter_services.method': 'subscriptions.notices.methods',
  'refunds.method': 'labels.paymentMethods',
  'refunds.state': 'labels.refundStates',
  'plan_lines.item': 'labels.planItems',
  'visits.kind': 'labels.visitKinds',
  'permits.kind': 'labels.permitKinds',
  'cases.kind': 'cases.kinds',
  'documents.kind': 'documents.kinds',
  'approvals.kind': 'approvals.kinds',
  'accounts.state': 'accounts.states',
  'customers.state': 'labels.customerStates',
  'subscriptions.state': 'labels.subscriptionStates',
  'contracts.state': 'contracts.states',
  'contract_defects.state': 'contracts.defectStates',
  'approvals.state': 'labels.approvalStates',
  'receipts.state': 'labels.receiptStates',
  'quotes.state': 'labels.quoteStates',
  'cases.state': 'cases.states',
  'documents.state': 'documents.states',
  'documents.sheet': 'documents.sheetNames',
  'prints.state': 'documents.printStates',
  'seal_uses.seal': 'documents.seals',
  'terminals.state': 'terminals.states',
  'days.state': 'days.states',
  'originals.paper': 'custody.papers',
  'originals.holder': 'custody.holders',
  'originals.place': 'custody.places',
  'handovers.act': 'custody.acts',
  'original_moves.movedFrom': 'custody.places',
  'original_moves.movedTo': 'custody.places',
  'rulings.state': 'rulings.states',
  'rulings.reason': 'rulings.reasons',
  'transfers.state': 'transfers.states',
  fromDepartment: 'custody.places',
  toDepartment: 'custody.places',
  'transfer_lines.kind': 'transfers.kinds',
  'collect_notices.channel': 'custody.collect.channels',
  'settings.key': 'settings.names',
};

function at(language: Language, path: string): unknown {
  return path.split('.').reduce<unknown>((node, name) => Reflect.get(Object(node), name), resources[language]);
}

/** A word of the program as people read it, where its column has words; else as it is stored. */
export function wordOfValue(language: Language, table: string, field: string, word: string): string {
  const place = wordsOf[`${table}.${field}`] ?? wordsOf[field];
  const found = place === undefined ? undefined : at(language, `${place}.${word}`);
  return typeof found === 'string' ? found : word;
}

/** What a column is called; as in the program where it has no name. */
export function nameOfField(language: Language, field: string): string {
  const found = at(language, `recordFields.${field}`);
  return typeof found === 'string' ? found : field;
}

/** What a table is called. */
export function nameOfTable(language: Language, table: string): string {
  const found = at(language, `recordTables.${table}`);
  return typeof found === 'string' ? found : table;
}
