import type Database from 'better-sqlite3';
import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { customerById } from '#db/repositories/customers.ts';
import { theProject } from '#db/repositories/projects.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import type { AgreementBuyer, AgreementHead } from '#shared/documents/agreements/data.ts';
import { fieldValueText } from '#shared/documents/sale-contract/values.ts';
import { shareText } from '#shared/documents/subscription-book/subject.ts';
import type { SupplementAgreementData } from '#shared/documents/supplement-agreement/data.ts';
import { type Amendment, articleOf, tellsRegistry } from '#shared/domain/agreements/amendments.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { contractFields } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ContractBuyer } from '#shared/domain/contracts/parties.ts';
import { articleNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import type { Buyer } from '#shared/domain/subscriptions/buyers.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { fen } from '#shared/kernel/money.ts';
import { textOfDeal } from '../contracts/contract-text.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import type { Agreement } from './agreement-facts.ts';
import { changedContract } from './changed-contract.ts';

const fieldLabels: Readonly<Record<string, string>> = contractForm.fields;

/** What stands behind a blank of a kind, so that a figure alone is understood. */
const units: Partial<Record<string, string>> = {
  money: ' 元',
  area: ' 平方米',
  days: ' 日',
  dailyRate: '（日万分之）',
};

function buyerOf(buyer: ContractBuyer): AgreementBuyer {
  return {
    name: buyer.name,
    identityKind: buyer.identityKind,
    identityNumber: buyer.identityNumber,
    phone: buyer.phone,
    address: buyer.address,
    sharePpm: buyer.sharePpm,
    representative: buyer.representative,
    agent: buyer.agent === null ? '' : buyer.agent.name,
  };
}

/** What every agreement about a contract says: the parties as the contract has them until now, and the contract itself. */
export function agreementHeadOf(
  { db }: Pick<QueryContext, 'db'>,
  { row, deal }: Agreement,
  before: ContractDraft,
): AgreementHead {
  const project = theProject(db);
  const company = theOffice(db);
  if (project === undefined || company === undefined || deal.row.signedOn === null) throw new DomainError('NOT_FOUND');
  const { seller, annexes } = before;
  return {
    draftedOn: row.draftedOn,
    contract: { number: deal.row.number, signedOn: deal.row.signedOn, filingNumber: deal.row.filingNumber },
    project: { name: before.project.name, address: before.project.address },
    unit: labelOfUnit(db, deal.unit.id),
    seller: {
      name: seller.name,
      creditCode: seller.licence,
      address: seller.address,
      phone: seller.phone,
      representative: seller.representative,
    },
    buyers: before.buyers.map(buyerOf),
    clauses: [...row.clauses],
    copies: annexes.holders
      .filter(({ count }) => count > 0)
      .map(({ holder, count }) => ({ holder: contractForm.holders[holder], count })),
    maker: accountById(db, row.draftedBy)?.name ?? '',
  };
}

function namesOf({ db }: Pick<QueryContext, 'db'>, buyers: readonly Buyer[]): string {
  return buyers
    .map(({ customerId, sharePpm }) => `${customerById(db, customerId)?.name ?? ''}（${shareText(sharePpm)}）`)
    .join('、');
}

function valueText({ field }: Extract<Amendment, { what: 'field' }>, value: string | number | null): string {
  const text = fieldValueText(field, value);
  return text === '' ? '' : `${text}${units[contractFields[field].kind] ?? ''}`;
}

/** An amendment in the words of the paper. */
function lineOf(
  context: Pick<QueryContext, 'db'>,
  text: ContractText,
  amendment: Amendment,
): SupplementAgreementData['changes'][number] {
  const key = articleOf(amendment);
  const article = key === null ? 0 : (articleNumber(text, key) ?? 0);
  const title = key === null ? '合同当事人' : contractForm.articles[key];
  switch (amendment.what) {
    case 'buyers':
      return {
        article,
        title,
        name: '买受人',
        before: namesOf(context, amendment.before),
        after: namesOf(context, amendment.after),
      };
    case 'payments':
      return {
        article,
        title,
        name: '附件四付款安排',
        before: `原 ${amendment.before.length} 期`,
        after: `本协议第二条所列 ${amendment.after.length} 期`,
      };
    case 'field':
      return {
        article,
        title,
        name: fieldLabels[amendment.field] ?? amendment.field,
        before: valueText(amendment, amendment.before),
        after: valueText(amendment, amendment.after),
      };
  }
}

/** What a supplementary agreement is printed from. Throws NOT_FOUND. */
export function supplementData(
  context: QueryContext,
  client: Database.Database,
  agreement: Agreement,
): SupplementAgreementData {
  const { row, deal, change } = agreement;
  const { before, after } = changedContract(context, client, deal, change);
  const text = textOfDeal(context.db, deal);
  const known = before.buyers.map(({ customerId }) => customerId);
  const plan = row.amendments.flatMap((one) => (one.what === 'payments' ? one.after : []));
  const total = (draft: ContractDraft) => draft.fields.total ?? fen(deal.row.price);
  return {
    ...agreementHeadOf(context, agreement, before),
    position: row.position,
    newcomers: after.buyers.filter(({ customerId }) => !known.includes(customerId)).map(buyerOf),
    changes: row.amendments.map((one) => lineOf(context, text, one)),
    price: { before: total(before), after: total(after) },
    plan: plan.map((line) => ({ ...line })),
    refileDays:
      tellsRegistry(row.amendments) && deal.row.filingNumber !== '' ? context.setting('amendmentFilingDays') : null,
  };
}
