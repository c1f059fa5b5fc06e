import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { type DealNoticeRow, noticesOfDeal } from '#db/repositories/deal-notices.ts';
import { ownedMoney } from '#db/repositories/owned-money.ts';
import { theProject } from '#db/repositories/projects.ts';
import { buyersOf, receiptsOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { buildingOf, unitById } from '#db/repositories/units.ts';
import type { SigningNoticeData, TerminationNoticeData } from '#shared/documents/deal-notice/data.ts';
import { mostKept, settlementOf } from '#shared/domain/changes/settlement.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import { depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import { type DealNoticeKind, noticeThatHolds } from '#shared/domain/subscriptions/notices.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import type { UnitContext } from '../units/unit-facts.ts';

type Context = Pick<QueryContext, 'db' | 'setting'>;

/** A notice and what its paper is printed from. */
export type NoticePaper = { readonly number: string; readonly data: SigningNoticeData | TerminationNoticeData };

/** The money of a deal as its end settles it where the buyers are in breach. */
export function breachOf({ db, setting }: Pick<UnitContext, 'db' | 'setting'>, row: SubscriptionRow) {
  const { held } = standingOf(ownedMoney(db, { noun: 'subscriptions', id: row.id }));
  const receipts = receiptsOf(db, [row.id]).map(({ receipt }) => receipt);
  const deposit = depositFacts(row.depositDue, receipts).received;
  const deal = { held, deposit, price: row.price, capPpm: setting('depositCapPpm', row.subscribedOn) };
  return { deal, settlement: settlementOf(deal, mostKept(deal, 'buyer')) };
}

/** The notice of a kind that holds for a deal. Throws NOTICE_MISSING where none was issued for its day to sign. */
function noticeOf(row: SubscriptionRow, notices: readonly DealNoticeRow[], kind: DealNoticeKind): DealNoticeRow {
  const notice = noticeThatHolds({ signBy: row.signBy, notices }, kind);
  if (notice === undefined) throw new DomainError('NOTICE_MISSING');
  return notice;
}

/** What the paper of a notice to the buyers of a deal is printed from, as the office knows it now. */
export function noticeData(context: Context, row: SubscriptionRow, kind: DealNoticeKind): NoticePaper {
  const { db } = context;
  const project = theProject(db);
  const company = theOffice(db);
  const unit = unitById(db, row.unitId);
  const place = unit === undefined ? undefined : buildingOf(db, unit.buildingId);
  if (project === undefined || company === undefined || unit === undefined || place === undefined)
    throw new DomainError('NOT_FOUND');
  const notices = noticesOfDeal(db, row.id);
  const notice = noticeOf(row, notices, kind);
  const deal = {
    issuedOn: notice.writtenOn,
    seller: { name: project.sellerName, phone: company.companyPhone, address: company.companyAddress },
    project: project.name,
    subscription: row.number,
    subscribedOn: row.subscribedOn,
    unit: unitLabel({ ...unit, building: place.building.name }),
    price: row.price,
    buyers: buyersOf(db, [row.id]).map(({ customer }) => customer.name),
    signBy: row.signBy,
    consultant: accountById(db, row.consultantId)?.name ?? '',
  };
  if (kind === 'signingNotice') {
    const data: SigningNoticeData = {
      ...deal,
      dueOn: notice.dueOn ?? row.signBy,
      place: `${project.name}销售现场`,
      bring: [...bring],
    };
    return { number: notice.number, data };
  }
  const called = noticeOf(row, notices, 'signingNotice');
  const { kept, back } = breachOf(context as Pick<UnitContext, 'db' | 'setting'>, row).settlement;
  const data: TerminationNoticeData = {
    ...deal,
    called: { number: called.number, servedOn: called.servedOn ?? called.writtenOn },
    graceDays: notice.graceDays,
    kept,
    back,
  };
  return { number: notice.number, data };
}

/** What buyers bring along to sign (custom). */
const bring = [
  '《商品房认购书》及定金收据原件',
  '全体买受人的身份证件原件；未成年人另带户口簿及监护人身份证件',
  '首期房款的付款凭证或付款银行卡',
  '委托他人办理的，授权委托书原件及受托人身份证件',
] as const;
