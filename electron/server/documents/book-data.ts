import type Database from 'better-sqlite3';
import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { theProject } from '#db/repositories/projects.ts';
import { buyersOf, planLinesOf, priceLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { buildingOf, nameOnPapers, unitById } from '#db/repositories/units.ts';
import { dateText, orStruck } from '#shared/documents/kit/blanks.ts';
import type { SubscriptionBookData } from '#shared/documents/subscription-book/data.ts';
import type { PartyAgent } from '#shared/domain/contracts/parties.ts';
import { bookHolders } from '#shared/domain/documents/copies.ts';
import { priceLineKinds } from '#shared/domain/pricing/build-up.ts';
import type { PriceBasis } from '#shared/domain/pricing/catalogue.ts';
import type { UnitUse } from '#shared/domain/units/states.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { unitPriceOf } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { identityKindSchema } from '#shared/kernel/identity-number.ts';
import { fen } from '#shared/kernel/money.ts';
import { openIdentity } from '../customers/identity.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { signersOfDeal } from '../subscriptions/signers.ts';

type Context = Pick<QueryContext, 'db' | 'setting'>;

/**
 * What the subscription book of a subscription is built from, as the office knows it now: the book freezes it. Throws
 * BUYER_IDENTITY_MISSING for a buyer whose identity document is not known, NOT_FOUND for an office without a project.
 */
export function bookData(context: Context, client: Database.Database, row: SubscriptionRow): SubscriptionBookData {
  const { db, setting } = context;
  const project = theProject(db);
  const company = theOffice(db);
  if (project === undefined || company === undefined) throw new DomainError('NOT_FOUND');
  return {
    subscribedOn: row.subscribedOn,
    project: { name: project.name, address: project.address },
    seller: {
      name: project.sellerName,
      creditCode: company.creditCode,
      address: company.companyAddress,
      phone: company.companyPhone,
      representative: company.representative,
      qualification: project.sellerLicence,
      agency: '',
    },
    buyers: buyersOfBook(context, client, row),
    unit: unitOfBook(context, row),
    price: priceOfBook(context, row),
    plan: {
      kind: row.planKind,
      name: row.planName,
      lines: planLinesOf(db, row.id).map(({ item, amount, dueOn, inPrice }) => ({ item, amount, dueOn, inPrice })),
    },
    deposit: {
      amount: row.depositDue,
      dueOn: row.subscribedOn,
      bank: project.supervisedBank,
      account: project.supervisedAccount,
    },
    signBy: row.signBy,
    signingPlace: `${project.name}销售现场`,
    refundDays: setting('depositRefundDays', row.subscribedOn),
    annexes: ['该房屋平面图'],
    copies: bookHolders.map(({ holder, count }) => ({ holder, count })),
    consultant: { name: accountById(db, row.consultantId)?.name ?? '', licence: '' },
    maker: '',
    complaintPhone: company.companyPhone,
  };
}

function buyersOfBook(
  { db }: Context,
  client: Database.Database,
  row: SubscriptionRow,
): SubscriptionBookData['buyers'] {
  const signers = signersOfDeal(db, client, row.id);
  return buyersOf(db, [row.id]).map(({ customer, sharePpm }) => {
    const { representative, agent } = signers(customer.id);
    const number = openIdentity(client, customer);
    const kind = identityKindSchema.safeParse(customer.identityKind);
    if (number === null || !kind.success) throw new DomainError('BUYER_IDENTITY_MISSING');
    return {
      name: customer.name,
      identityKind: kind.data,
      identityNumber: number,
      phone: customer.phone ?? customer.secondPhone ?? '—',
      address: customer.address,
      sharePpm,
      representative,
      agent: agent === null ? '' : agentText(agent),
    };
  });
}

/** An agent as papers name him: who he is, by what he acts, and until when his power runs. */
function agentText({ kind, name, identityKind, identityNumber, phone, relation, power }: PartyAgent): string {
  const who = `${name}（${labels.identityKinds[identityKind]} ${orStruck(identityNumber)}，电话 ${orStruck(phone)}）`;
  if (kind === 'statutory') return `${who}，法定代理人，与买受人的关系：${orStruck(relation)}`;
  const until = power.validUntil === null ? '至委托事项办结' : `至 ${dateText(power.validUntil)}`;
  const scope = power.coversSigning ? '代为认购及签订买卖合同' : '代为认购';
  return `${who}，委托代理人，授权${scope}，授权委托书有效期${until}`;
}

/** What stands behind the number of a unit of each use. */
const roomWords: Readonly<Record<UnitUse, string>> = {
  home: '室',
  shop: '号',
  parking: '号车位',
  storage: '号储藏室',
};

function unitOfBook({ db }: Context, row: SubscriptionRow): SubscriptionBookData['unit'] {
  const unit = unitById(db, row.unitId);
  const place = unit === undefined ? undefined : buildingOf(db, unit.buildingId);
  if (unit === undefined || place === undefined) throw new DomainError('NOT_FOUND');
  const { building, permit } = place;
  return {
    building: nameOnPapers(db, building),
    entrance: unit.entrance,
    floorName: /^-?\d+$/.test(unit.floorName) ? `${unit.floorName} 层` : unit.floorName,
    roomNo: `${unit.roomNo} ${roomWords[unit.use]}`,
    use: unit.use,
    houseType: unit.houseType,
    permit: permit === null ? '—' : `${labels.permitKinds[permit.kind]}　${permit.number}`,
    surveyor: '',
    builtArea: unit.builtArea,
    innerArea: unit.innerArea,
    sharedArea: unit.sharedArea,
    basementArea: null,
    deliveryOn: building.deliveryOn,
    encumbrances: encumbrancesOf(building, row),
    attached: '',
  };
}

/** What lies on a building, as buyers are told of it; empty where nothing does. */
export function encumbrancesOf(
  building: { readonly mortgaged: boolean; readonly lenderConsentOn: string | null },
  row: SubscriptionRow,
): string {
  if (!building.mortgaged) return '';
  const consent = building.lenderConsentOn === null ? '' : `，抵押权人已于 ${building.lenderConsentOn} 书面同意销售`;
  return `在建工程抵押${consent}${row.mortgageDisclosed ? '，已书面告知买受人' : ''}`;
}

function priceOfBook({ db, setting }: Context, row: SubscriptionRow): SubscriptionBookData['price'] {
  const unit = unitById(db, row.unitId);
  const basis: PriceBasis = setting('priceBasis', row.subscribedOn);
  const size = basis === 'innerArea' ? unit?.innerArea : basis === 'builtArea' ? unit?.builtArea : null;
  return {
    basis,
    unitPrice: size === null || size === undefined ? null : (unitPriceOf(row.price, size) ?? null),
    lines: priceLinesOf(db, row.id).map(({ kind, label, ratePpm, amount, after }) => ({
      kind: priceLineKinds.find((one) => one === kind) ?? 'list',
      label,
      ratePpm,
      amount,
      after: fen(after),
    })),
    total: row.price,
  };
}
