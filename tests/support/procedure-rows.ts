import type { ScopedNoun } from '#shared/domain/accounts/rights.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';

/**
 * What decides about a procedure beside its permission. `record`: whose the record is that it names, and how it refuses
 * whoever does not see it. `narrowed`: a list that leaves out what one does not see. `office`: no record of a customer.
 */
export type ProcedureRow =
  | { readonly kind: 'record'; readonly noun: ScopedNoun; readonly refused: readonly ErrorCode[] }
  | { readonly kind: 'narrowed' }
  | { readonly kind: 'office' };

const office: ProcedureRow = { kind: 'office' };
const narrowed: ProcedureRow = { kind: 'narrowed' };
const deal = (noun: ScopedNoun): ProcedureRow => ({ kind: 'record', noun, refused: ['DEAL_OF_OTHER'] });
const customer: ProcedureRow = { kind: 'record', noun: 'customers', refused: ['NOT_FOUND', 'NOT_YOUR_CUSTOMER'] };

/** Whole nouns about which no record of a customer decides. */
const officeNouns = [
  'session',
  'setup',
  'recoveries',
  'kiosk',
  'accounts',
  'rights',
  'delegations',
  'projects',
  'attachments',
  'releases',
  'imports',
  'settings',
  'events',
  'days',
  'exports',
  'health',
  'backups',
  'keys',
  'views',
  'terminals',
  'privacy',
];

const rows: Readonly<Record<string, ProcedureRow>> = {
  'units.board': office,
  'units.boardAt': office,
  'units.boardMoments': office,
  'units.cells': office,
  'units.detail': narrowed,
  'units.lock': office,
  'units.renewLock': office,
  'units.unlock': office,
  'units.release': office,
  'units.takeBack': office,
  'units.hold': office,
  'units.withdrawHold': office,
  'units.freeze': office,
  'units.unfreeze': office,
  'units.takeOffSale': office,
  'units.putBackOnSale': office,
  'customers.list': narrowed,
  'customers.matchPhone': narrowed,
  'customers.detail': customer,
  'customers.update': customer,
  'customers.openFile': office,
  'customers.identify': customer,
  'customers.followUp': customer,
  'customers.joinHousehold': customer,
  'customers.leaveHousehold': customer,
  'customers.reveal': customer,
  'customers.revealed': customer,
  'customers.restrict': customer,
  'customers.liftRestriction': customer,
  'customers.hold': customer,
  'customers.anonymise': customer,
  'customers.personalReport': customer,
  'consents.notice': office,
  'consents.notices': office,
  'consents.writeNotice': office,
  'consents.ofCustomer': customer,
  'consents.give': customer,
  'consents.withdraw': office,
  'visits.register': office,
  'visits.day': narrowed,
  'visits.leave': office,
  'visits.stillHere': office,
  'visits.closeDay': office,
  'visits.rota': office,
  'visits.waiting': office,
  'visits.openArrival': office,
  'visits.arrival': office,
  'visits.arrivalLeft': office,
  'visits.press': office,
  'visits.forfeit': office,
  'visits.giveBack': office,
  'quotes.offer': office,
  'quotes.reckon': office,
  'quotes.create': office,
  'quotes.list': narrowed,
  'quotes.detail': deal('quotes'),
  'subscriptions.offer': office,
  'subscriptions.quote': office,
  'subscriptions.create': office,
  'subscriptions.list': narrowed,
  'subscriptions.detail': deal('subscriptions'),
  'subscriptions.cancel': deal('subscriptions'),
  'contracts.list': narrowed,
  'contracts.detail': deal('contracts'),
  'contracts.preview': deal('contracts'),
  'contracts.draft': deal('subscriptions'),
  'contracts.edit': deal('contracts'),
  'contracts.explainTerms': deal('contracts'),
  'contracts.recordFund': deal('contracts'),
  'contracts.submit': deal('contracts'),
  'contracts.withdraw': deal('contracts'),
  'contracts.approve': deal('contracts'),
  'contracts.sendBack': deal('contracts'),
  'contracts.settleDefect': office,
  'contracts.correct': deal('contracts'),
  'contracts.sign': deal('contracts'),
  'contracts.file': deal('contracts'),
  'contracts.attachCity': deal('contracts'),
  'contracts.cityPages': deal('contracts'),
  'contracts.drop': deal('contracts'),
  'payments.receive': deal('payments'),
  'payments.voidReceipt': deal('payments'),
  'payments.due': narrowed,
  'payments.book': narrowed,
  'cases.list': narrowed,
  'cases.detail': deal('cases'),
  'cases.open': deal('cases'),
  'cases.collect': deal('cases'),
  'cases.take': deal('cases'),
  'cases.assignees': office,
  'cases.assign': office,
  'cases.note': deal('cases'),
  'cases.enterLoan': deal('cases'),
  'cases.advance': deal('cases'),
  'cases.giveBack': deal('cases'),
  'cases.resume': deal('cases'),
  'approvals.list': narrowed,
  'approvals.detail': { kind: 'record', noun: 'approvals', refused: ['FORBIDDEN'] },
  'approvals.decide': office,
  'approvals.withdraw': office,
  'documents.ofSubject': narrowed,
  'documents.detail': office,
  'documents.openKept': office,
  'documents.issue': office,
  'documents.resume': office,
  'documents.pages': office,
  'documents.print': office,
  'documents.printJob': office,
  'documents.printed': office,
  'documents.takeBack': office,
  'documents.void': office,
  'tasks.today': narrowed,
  'notices.list': narrowed,
  'notices.lostActs': narrowed,
  'notices.readAll': office,
  'notices.readOne': office,
  'search.find': narrowed,
};

/** The row of a procedure; undefined where nobody has said yet whose record decides about it. */
export function rowOf(path: string): ProcedureRow | undefined {
  const known = rows[path];
  if (known !== undefined) return known;
  return officeNouns.includes(path.split('.')[0] ?? '') ? office : undefined;
}

/** Rows of procedures that are declared no more. */
export function rowsBeside(paths: readonly string[]): string[] {
  return Object.keys(rows).filter((path) => !paths.includes(path));
}
