import type Database from 'better-sqlite3';
import { oldNumber } from '#db/repositories/counters.ts';
import { sumsOfDeals } from '#db/repositories/imports.ts';
import { imports } from '#db/schema/inventory.ts';
import type { ProjectPlan } from '#shared/domain/imports/running-project/project-plan.ts';
import { sumArea } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LongContext } from '../kernel/handlers.ts';
import { takeOverCustomers } from './take-over-customers.ts';
import { takeOverDeal } from './take-over-deal.ts';

/** A deal with its money and its contract is written in the time of so many customers. */
const DEAL_WEIGHT = 12;

/** A running project to be written. */
type ProjectOrder = {
  readonly fileNames: readonly string[];
  readonly sha256: string;
  readonly plan: ProjectPlan;
  readonly hashKey: Uint8Array;
  readonly client: Database.Database;
};

/**
 * Takes over a running project whole (接收在售项目): customers, subscriptions, contracts and money with the numbers and days
 * of their papers. What was written is counted again from the tables, and everything is undone if it is a fen off.
 */
export function commitProject(context: LongContext, { fileNames, sha256, plan, hashKey, client }: ProjectOrder) {
  const { tx, actor, now, happened, pace } = context;
  const { customers, deals, figures } = plan;
  const row = tx.insert(imports, {
    kind: 'runningProject',
    fileName: fileNames.join('、').slice(0, 255),
    sha256,
    rows: customers.length + figures.subscriptions.count + figures.contracts.count + figures.receipts.count,
    builtArea: sumArea(deals.map(({ home }) => home.builtArea)),
    total: figures.subscriptions.amount,
    state: 'committed',
    committedAt: now,
    committedBy: actor.id,
  });
  // Before any new number is given: an old one that is written like ours is never given again.
  for (const { subscription, contract, receipts } of deals)
    for (const number of [subscription.number, contract?.number ?? '', ...receipts.map(({ record }) => record.number)])
      oldNumber(tx, number);
  const of = customers.length + deals.length * DEAL_WEIGHT;
  const ids = takeOverCustomers(context, plan, hashKey, (done) => pace('customers', done, of));
  const taken = deals.map((deal, index) => {
    pace('deals', customers.length + index * DEAL_WEIGHT, of);
    return takeOverDeal(context, client, deal, ids);
  });
  const sums = sumsOfDeals(client, taken);
  const ties =
    sums.price === figures.subscriptions.amount &&
    sums.contracts === figures.contracts.amount &&
    sums.received === figures.receipts.amount &&
    sums.open === figures.balances.amount &&
    sums.entries === 0;
  if (!ties) throw new DomainError('IMPORT_TOTALS_DIFFER', { count: 1 });
  const counts = {
    customers: figures.customers.count,
    subscriptions: figures.subscriptions.count,
    contracts: figures.contracts.count,
    receipts: figures.receipts.count,
  };
  happened({ kind: 'projectTakenOver', noun: 'imports', id: row.id, data: counts });
  return { importId: row.id, version: row.version, figures };
}
