import type { ErrorCode, ErrorParams } from '#shared/kernel/errors.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { customersOf } from './link-customers.ts';
import { dealFinder, dealsOf } from './link-deals.ts';
import { moneyOf } from './link-money.ts';
import { accountFinder, type Found } from './look-up.ts';
import type { KnownAccount, OfficeFacts, ProjectPlan } from './project-plan.ts';
import type { At, ProjectProblem, ProjectRecords } from './records.ts';
import type { ProjectField } from './sheets.ts';
import type { Figures } from './totals.ts';

/** Says what is wrong with a row. */
export type Tell = (
  at: At,
  field: ProjectField | null,
  code: ErrorCode,
  params?: ErrorParams,
  severity?: ProjectProblem['severity'],
) => void;

/** What all of the linking works with. */
export type Linking = {
  readonly records: ProjectRecords;
  readonly facts: OfficeFacts;
  readonly tell: Tell;
  /** The person of the office whom a list names, told of where there is none or more than one. */
  readonly person: (at: At, field: ProjectField, name: string) => number | undefined;
};

/**
 * Puts the lists of a running project together: who buys what, which contract and which money belongs to which deal, and
 * what the office has of it already. Says of every row that does not fit why; what has errors is not in the plan, so that
 * its figures show what is missing.
 */
export function linkProject(records: ProjectRecords, facts: OfficeFacts): ProjectPlan {
  const problems: ProjectProblem[] = [];
  const tell: Tell = ({ table, row }, field, code, params = {}, severity = 'error') =>
    void problems.push({ table, row, field, code, params, severity });
  const linking = { records, facts, tell, person: personFinder(facts, tell) };
  const customers = customersOf(linking);
  const drafts = dealsOf(linking);
  const deals = moneyOf(linking, drafts, dealFinder(records, drafts));
  const contracts = deals.flatMap(({ contract }) => contract ?? []);
  const receipts = deals.flatMap((deal) => deal.receipts.map(({ record }) => record.amount));
  const figures: Figures = {
    customers: { count: customers.length, amount: sumFen([]) },
    subscriptions: { count: deals.length, amount: sumFen(deals.map(({ subscription }) => subscription.price)) },
    contracts: { count: contracts.length, amount: sumFen(contracts.map(({ price }) => price)) },
    receipts: { count: receipts.length, amount: sumFen(receipts) },
    balances: { count: deals.filter(({ open }) => open > 0).length, amount: sumFen(deals.map(({ open }) => open)) },
  };
  return { customers, deals, figures, problems };
}

function personFinder({ accounts }: OfficeFacts, tell: Tell): Linking['person'] {
  const find = accountFinder(accounts);
  return (at, field, name) => {
    const account: Found<KnownAccount> = find(name);
    if ('one' in account) return account.one.id;
    tell(at, field, 'none' in account ? 'IMPORT_PERSON_UNKNOWN' : 'IMPORT_PERSON_AMBIGUOUS', {
      name: name.slice(0, 40),
    });
    return undefined;
  };
}
