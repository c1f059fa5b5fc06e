/** Kinds of records that other pages lead to. */
export type PlacedNoun =
  | 'units'
  | 'customers'
  | 'subscriptions'
  | 'contracts'
  | 'agreements'
  | 'changes'
  | 'approvals'
  | 'cases'
  | 'documents'
  | 'refunds'
  | 'imports'
  | 'terminals'
  | 'settings'
  | 'delegations'
  | 'readings'
  | 'office'
  | 'visits'
  | 'releases'
  | 'partnerAgreements'
  | 'launches'
  | 'transfers'
  | 'rulings'
  | 'accounts';

/** An address with what it searches for. */
export type Place = { readonly to: string; readonly search?: Readonly<Record<string, number | string>> };

/** Where a record is shown; imports and visits have one page for all of them. */
export function placeOfRecord(noun: PlacedNoun, id: number): Place {
  switch (noun) {
    case 'units':
      return { to: '/sales/board', search: { unit: id } };
    case 'customers':
      return { to: `/reception/customers/${id}` };
    case 'subscriptions':
      return { to: `/contracts/subscriptions/${id}` };
    case 'contracts':
      return { to: `/contracts/contracts/${id}` };
    case 'agreements':
      return { to: `/contracts/agreements/${id}` };
    case 'changes':
      return { to: `/contracts/changes/${id}` };
    case 'approvals':
      return { to: `/today/approvals/${id}` };
    case 'cases':
      return { to: `/warrants/cases/${id}` };
    case 'documents':
      return { to: `/contracts/documents/${id}` };
    case 'refunds':
      return { to: '/money', search: { view: 'refunds' } };
    case 'imports':
      return { to: '/sales/import' };
    case 'terminals':
      return { to: '/administration/terminals' };
    case 'settings':
      return { to: '/administration/rights' };
    case 'delegations':
      return { to: '/administration/acting' };
    case 'readings':
      return { to: '/administration/privacy' };
    case 'office':
      return { to: '/administration/events' };
    case 'launches':
      return { to: `/sales/launches/${id}` };
    case 'partnerAgreements':
      return { to: '/contracts/register', search: { view: 'partners', agreement: id } };
    case 'releases':
      return { to: `/sales/releases/${id}` };
    case 'visits':
      return { to: '/reception' };
    case 'rulings':
      return { to: '/reception/rulings', search: { ruling: id } };
    case 'transfers':
      return { to: '/contracts/transfers', search: { transfer: id } };
    case 'accounts':
      return { to: '/administration/accounts' };
  }
}
