import { accountById } from '#db/repositories/accounts.ts';
import { caseOfLine } from '#db/repositories/cases.ts';
import { customerById } from '#db/repositories/customers.ts';
import { ownedMoney, refundRowsOf } from '#db/repositories/owned-money.ts';
import { theProject } from '#db/repositories/projects.ts';
import { incomingOf, receiptLinesOf } from '#db/repositories/receipts.ts';
import { buyersOf, planLinesOf, receiptsOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { labelOfUnit, liveContractOf } from '#db/repositories/units.ts';
import type { DealLedgerData } from '#shared/documents/deal-ledger/data.ts';
import { loanStateOf } from '#shared/domain/cases/definitions.ts';
import { ageBandOf } from '#shared/domain/payments/ageing.ts';
import { settle } from '#shared/domain/payments/allocation.ts';
import { planTitle } from '#shared/domain/plans/naming.ts';
import { isLoan, type PlanItem } from '#shared/domain/plans/states.ts';
import { cases as caseWords } from '#shared/i18n/zh-CN/cases.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { definitionOf } from '../cases/case-definition.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Loan = NonNullable<DealLedgerData['rows'][number]['loan']>;

/** The loan that pays a line, as its case has it; one without a case says so. */
function loanOf({ db, setting }: Pick<QueryContext, 'db' | 'setting'>, lineId: number, item: PlanItem): Loan {
  const found = caseOfLine(db, lineId).findLast(({ state }) => state !== 'cancelled');
  const kind = labels.planItems[item];
  if (found === undefined) return { kind, lender: '', stands: '未立贷款事项', expectedOn: null };
  const stands =
    caseWords.loanStates[loanStateOf(definitionOf({ setting }, found), found.step, found.state === 'done')];
  return { kind, lender: found.bank, stands, expectedOn: found.expectedOn };
}

/** What the ledger of a deal is printed from: its plan, receipts and refunds as they stand today. Throws NOT_FOUND. */
export function ledgerData(
  context: Pick<QueryContext, 'db' | 'today' | 'setting'> & { readonly actor: Pick<QueryContext['actor'], 'name'> },
  row: SubscriptionRow,
): DealLedgerData {
  const { db, today, actor } = context;
  const project = theProject(db);
  if (project === undefined) throw new DomainError('NOT_FOUND');
  const contract = liveContractOf(db, row.unitId);
  const plan = planLinesOf(db, row.id);
  const { lines } = settle(plan, incomingOf(db, row.id), today);
  const receipts = receiptsOf(db, [row.id]);
  const shares = receiptLinesOf(
    db,
    receipts.map(({ receipt }) => receipt.id),
  );
  const owner = { noun: 'subscriptions', id: row.id } as const;
  return {
    asOf: today,
    company: project.sellerName,
    project: project.name,
    maker: actor.name,
    consultant: accountById(db, row.consultantId)?.name ?? '—',
    subscription: row.number,
    contract: contract?.subscriptionId === row.id ? contract.number : '',
    unit: labelOfUnit(db, row.unitId),
    buyers: buyersOf(db, [row.id]).map(({ customer }) => customer.name),
    price: row.price,
    plan: planTitle(labels.planKinds[row.planKind], row),
    rows: lines.map(({ id, position, item, dueOn, contractDueOn, amount, paid, open, overdue }) => {
      const days = overdue ? daysBetween(dueOn, today) : 0;
      return {
        ...{ position, item: labels.planItems[item], dueOn, contractDueOn, amount, paid, open, days },
        age: ageBandOf(days),
        loan: isLoan(item) ? loanOf(context, id, item) : null,
      };
    }),
    receipts: receipts.map(({ receipt, payer }) => ({
      on: receipt.receivedOn,
      number: receipt.number,
      item: labels.receiptItems[receipt.item],
      lines: shares.filter(({ line }) => line.receiptId === receipt.id).map(({ position }) => position),
      payer,
      method: labels.paymentMethods[receipt.method],
      reference: receipt.reference,
      amount: receipt.amount,
      gone: receipt.state === 'valid' ? '' : labels.receiptStates[receipt.state],
    })),
    refunds: refundRowsOf(db, owner).flatMap(
      ({ state, refundedOn, number, payeeId, lender, method, reference, amount, interest }) =>
        state !== 'paid' || refundedOn === null || method === null
          ? []
          : [
              {
                ...{ on: refundedOn, number, lender, reference, amount, interest },
                payee: customerById(db, payeeId)?.name ?? '—',
                method: labels.paymentMethods[method],
              },
            ],
    ),
    kept: ownedMoney(db, owner).kept,
  };
}
