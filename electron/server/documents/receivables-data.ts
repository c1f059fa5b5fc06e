import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { theProject } from '#db/repositories/projects.ts';
import { incomingOf } from '#db/repositories/receipts.ts';
import { buyersOf, planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { labelOfUnit, liveContractOf } from '#db/repositories/units.ts';
import type { ReceivablesListData } from '#shared/documents/receivables-list/data.ts';
import { settle } from '#shared/domain/payments/allocation.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What the list of receivables of a deal is printed from: its plan as it stands today. Throws NOT_FOUND. */
export function receivablesData(
  { db, today }: Pick<QueryContext, 'db' | 'today'>,
  row: SubscriptionRow,
): ReceivablesListData {
  const project = theProject(db);
  if (project === undefined) throw new DomainError('NOT_FOUND');
  const contract = liveContractOf(db, row.unitId);
  const { lines } = settle(planLinesOf(db, row.id), incomingOf(db, row.id), today);
  return {
    asOf: today,
    seller: { name: project.sellerName, phone: theOffice(db)?.companyPhone ?? '' },
    project: project.name,
    consultant: accountById(db, row.consultantId)?.name ?? '—',
    subscription: row.number,
    contract: contract?.subscriptionId === row.id ? contract.number : '',
    unit: labelOfUnit(db, row.unitId),
    buyers: buyersOf(db, [row.id]).map(({ customer }) => customer.name),
    account: { name: project.sellerName, bank: project.supervisedBank, number: project.supervisedAccount },
    rows: lines.map(({ position, item, dueOn, contractDueOn, amount, paid, open, overdue }) => ({
      ...{ position, item: labels.planItems[item], dueOn, contractDueOn, amount, paid, open },
      days: overdue ? daysBetween(dueOn, today) : 0,
      loan: isLoan(item),
    })),
  };
}
