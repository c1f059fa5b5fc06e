import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { oldNumber } from '#db/repositories/counters.ts';
import { sumsOfDeals } from '#db/repositories/imports.ts';
import { imports } from '#db/schema/inventory.ts';
import type { ProjectPlan } from '#shared/domain/imports/running-project/project-plan.ts';
import { sumArea } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { takeOverCustomers } from './take-over-customers.ts';
import { takeOverDeal } from './take-over-deal.ts';

/** A running project to be written. */
type ProjectOrder = {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly plan: ProjectPlan;
  readonly hashKey: Uint8Array;
  readonly client: Database.Database;
};

/**
 * Takes over a running project whole (接收在售项目): customers, subscriptions, contracts and money with the numbers and days
 * of their papers. What was written is counted again from the tables, and everything is undone if it is a fen off.
 */
export function commitProject(context: CommandContext, { files, plan, hashKey, client }: ProjectOrder) {
  const { tx, actor, now, happened } = context;
  const { customers, deals, figures } = plan;
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  const row = tx.insert(imports, {
    kind: 'runningProject',
    fileName: files
      .map(({ name }) => name)
      .join('、')
      .slice(0, 255),
    sha256: hash.digest('hex'),
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
  const ids = takeOverCustomers(context, plan, hashKey);
  const taken = deals.map((deal) => takeOverDeal(context, client, deal, ids));
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
