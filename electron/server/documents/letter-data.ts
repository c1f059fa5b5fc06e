import type Database from 'better-sqlite3';
import { accountById, theOffice } from '#db/repositories/accounts.ts';
import {
  lettersOfDeal,
  type PaymentLetterRow,
  paymentLetterById,
  servicesOfLetters,
} from '#db/repositories/payment-letters.ts';
import { theProject } from '#db/repositories/projects.ts';
import { buyerRowsOf, receiptsOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import { buildingOf, labelOfUnit, unitById } from '#db/repositories/units.ts';
import type {
  LetterRow,
  OverdueDemandData,
  PaymentNoticeData,
  RescissionNoticeData,
} from '#shared/documents/payment-letter/data.ts';
import type { FieldValues } from '#shared/domain/contracts/fields/catalogue.ts';
import { arrivedOn, lateTermsOf, type PaymentLetterKind } from '#shared/domain/payments/letters.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { contractBuyers } from '../contracts/contract-buyers.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { signedContractOf } from '../payments/letter-deal.ts';

/** A letter and what its paper is printed from. */
export type LetterPaper = {
  readonly number: string;
  readonly data: PaymentNoticeData | OverdueDemandData | RescissionNoticeData;
};

type Context = Pick<QueryContext, 'db' | 'setting'>;

/**
 * What the paper of a letter about money is printed from: the figures of the day on which it was written, parties and
 * addresses as the contract has them, the account as the project's record has it. Throws NOT_FOUND, NOTICE_VOIDED.
 */
export function letterData(
  context: Context,
  client: Database.Database,
  kind: PaymentLetterKind,
  letterId: number,
): LetterPaper {
  const letter = paymentLetterById(context.db, letterId);
  if (letter === undefined || letter.kind !== kind) throw new DomainError('NOT_FOUND');
  if (letter.voided) throw new DomainError('NOTICE_VOIDED');
  const found = recordsOf(context, client, letter);
  const { number, writtenOn, dueBy } = letter;
  const { base, subscription, contract, receipts } = found;
  const signed =
    contract === undefined ? null : { number: contract.number, signedOn: contract.signedOn ?? subscription.signBy };
  if (kind === 'paymentNotice') {
    const history = receipts.map(({ receipt }) => ({
      receipt: receipt.number,
      item: labels.receiptItems[receipt.item],
      receivedOn: receipt.receivedOn,
      amount: receipt.amount,
    }));
    const price = letter.hidesPrice ? null : subscription.price;
    const data: PaymentNoticeData = {
      ...{ ...base, contract: signed, price, history },
      showsLateFee: !letter.hidesLateFee && base.rows.some(({ penalty }) => penalty > 0),
      dueBy: dueBy ?? writtenOn,
    };
    return { number, data };
  }
  const terms = contract === undefined ? null : lateTermsOf(contract.terms.fields);
  if (contract === undefined || signed === null) throw new DomainError('LETTER_NEEDS_CONTRACT');
  if (terms === null) throw new DomainError('LETTER_TERMS_OWN');
  const late = {
    ...{ ...base, contract: signed, terms },
    lastPaidOn: receipts.at(-1)?.receipt.receivedOn ?? null,
    service: serviceOf(contract.terms.fields),
  };
  if (kind === 'overdueDemand') {
    const data: OverdueDemandData = { ...late, round: letter.round, dueBy: dueBy ?? writtenOn };
    return { number, data };
  }
  const { paymentTermination, paymentRefundDays } = contract.terms.fields;
  const data: RescissionNoticeData = {
    ...{ ...late, dueBy },
    objectionDays: context.setting('objectionDays', writtenOn),
    demands: demandsBefore(context, letter),
    price: subscription.price,
    received: sumFen(receipts.map(({ receipt }) => receipt.amount)),
    claimPpm: paymentTermination,
    claimDays: paymentRefundDays,
  };
  return { number, data };
}

/** How article 25 says that letters are served. */
function serviceOf({ serviceKind, serviceOwn }: Pick<FieldValues, 'serviceKind' | 'serviceOwn'>): string {
  if (serviceKind === 'own') return serviceOwn ?? contractForm.options.serviceKind.own;
  const how = contractForm.options.serviceKind[serviceKind ?? 'courier'];
  return `${how}，寄往合同所列通讯地址`;
}

/** The demands of the lines of a rescission that reached everybody before it was written. */
function demandsBefore({ db }: Context, letter: PaymentLetterRow): RescissionNoticeData['demands'] {
  const named = letter.lines.map(({ position }) => position);
  const buyers = buyerRowsOf(db, letter.subscriptionId).map(({ customerId }) => customerId);
  return lettersOfDeal(db, letter.subscriptionId)
    .map((one) => one.letter)
    .filter(
      ({ id, kind, voided, lines }) =>
        id < letter.id && kind === 'overdueDemand' && !voided && lines.some(({ position }) => named.includes(position)),
    )
    .flatMap(({ id, number }) => {
      const arrived = arrivedOn(buyers, servicesOfLetters(db, [id]));
      return arrived === null || arrived > letter.writtenOn ? [] : [{ number, arrivedOn: arrived }];
    });
}

function recordsOf({ db }: Context, client: Database.Database, letter: PaymentLetterRow) {
  const project = theProject(db);
  const subscription = subscriptionById(db, letter.subscriptionId);
  const unit = subscription && unitById(db, subscription.unitId);
  const place = unit && buildingOf(db, unit.buildingId);
  const office = theOffice(db);
  if (!project || !subscription || !unit || !place || !office) throw new DomainError('NOT_FOUND');
  const contract = signedContractOf(db, subscription);
  const buyers = contractBuyers(db, client, subscription.id, contract?.id ?? null);
  const label = labelOfUnit(db, unit.id);
  const rows = letter.lines.map(({ item, ...line }): LetterRow => ({ ...line, item: labels.planItems[item] }));
  const receipts = receiptsOf(db, [subscription.id]).filter(
    ({ receipt }) => receipt.state === 'valid' && receipt.receivedOn <= letter.writtenOn,
  );
  const base = {
    issuedOn: letter.writtenOn,
    seller: { name: project.sellerName, phone: office.companyPhone, address: office.companyAddress },
    project: project.name,
    maker: accountById(db, letter.writtenBy)?.name ?? '—',
    buyers: buyers.map(({ name, address }) => ({ name, address })),
    subscription: { number: subscription.number, subscribedOn: subscription.subscribedOn },
    unit: label,
    permit: place.permit === null ? '' : `${labels.permitKinds[place.permit.kind]}　${place.permit.number}`,
    account: { name: project.sellerName, bank: project.supervisedBank, number: project.supervisedAccount },
    memo: [contract?.number ?? subscription.number, label, buyers.map(({ name }) => name).join('、')].join(' '),
    rows,
  };
  return { base, subscription, contract, receipts };
}
