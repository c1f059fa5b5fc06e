import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { permitsOf, theProject } from '#db/repositories/projects.ts';
import { planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { buildingOf, unitById } from '#db/repositories/units.ts';
import type { PurchaseInstructionsData } from '#shared/documents/purchase-instructions/data.ts';
import { loanKinds } from '#shared/domain/quotes/loans.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { buyerNames } from '../changes/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { encumbrancesOf } from './book-data.ts';

const lending: readonly string[] = loanKinds;

/** What lies open on site beside the certificates (销售现场公示). */
const openOnSite = [
  '商品房买卖合同示范文本',
  '一房一价公示表和收费项目',
  '房屋平面图和测绘报告',
  '临时管理规约和前期物业服务合同',
] as const;

/**
 * What the purchase instructions of a subscription are printed from: steps and days by the settings of its day, the
 * certificates that are entered, and the office's own texts. Throws NOT_FOUND.
 */
export function instructionsData(
  context: Pick<QueryContext, 'db' | 'setting'>,
  row: SubscriptionRow,
): PurchaseInstructionsData {
  const { db, setting } = context;
  const project = theProject(db);
  const company = theOffice(db);
  const unit = unitById(db, row.unitId);
  const place = unit === undefined ? undefined : buildingOf(db, unit.buildingId);
  if (project === undefined || company === undefined || unit === undefined || place === undefined)
    throw new DomainError('NOT_FOUND');
  const { building, permit } = place;
  const certificates = permitsOf(db, project.id).map(({ kind, number }) => `${labels.permitKinds[kind]} ${number}`);
  return {
    subscription: row.number,
    subscribedOn: row.subscribedOn,
    project: project.name,
    seller: { name: project.sellerName, phone: company.companyPhone, address: company.companyAddress },
    buyers: buyerNames(context, [row.id])(row.id),
    consultant: accountById(db, row.consultantId)?.name ?? '—',
    unit: {
      label: unitLabel({ ...unit, building: building.name }),
      use: unit.use,
      permit: permit === null ? '—' : `${labels.permitKinds[permit.kind]}　${permit.number}`,
      deliveryOn: building.deliveryOn,
    },
    shown: [...certificates.slice(0, 30), ...openOnSite],
    deposit: row.depositDue,
    graceDays: setting('depositGraceDays', row.subscribedOn),
    signBy: row.signBy,
    place: `${project.name}销售现场`,
    borrows: planLinesOf(db, row.id).some(({ item }) => lending.includes(item)),
    filingDays: setting('contractFilingDays', row.subscribedOn),
    refundDays: setting('depositRefundDays', row.subscribedOn),
    account: { bank: project.supervisedBank, number: project.supervisedAccount },
    encumbrances: encumbrancesOf(building, row),
    texts: setting('purchaseInstructions', row.subscribedOn),
  };
}
