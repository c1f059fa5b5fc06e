import type Database from 'better-sqlite3';
import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { theProject } from '#db/repositories/projects.ts';
import { buyersOf, planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { buildingOf, unitById } from '#db/repositories/units.ts';
import type { ContactSheetData } from '#shared/documents/contact-sheet/data.ts';
import { loanKinds } from '#shared/domain/quotes/loans.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { signersOfDeal } from '../subscriptions/signers.ts';

const lending: readonly string[] = loanKinds;

/** What the contact sheet of a subscription is printed from, as the files of its buyers are now. Throws NOT_FOUND. */
export function contactData(
  { db }: Pick<QueryContext, 'db'>,
  client: Database.Database,
  row: SubscriptionRow,
): ContactSheetData {
  const project = theProject(db);
  const unit = unitById(db, row.unitId);
  const building = unit === undefined ? undefined : buildingOf(db, unit.buildingId)?.building;
  if (project === undefined || unit === undefined || building === undefined) throw new DomainError('NOT_FOUND');
  const signers = signersOfDeal(db, client, row.id);
  // A loan is paid by the lender, on a day that nobody in the hall can promise.
  const own = planLinesOf(db, row.id).filter(({ item }) => !lending.includes(item));
  const promises = [
    ...own.map(({ item, dueOn }) => ({ what: `支付${labels.planItems[item]}`, dueOn })),
    { what: '签订《商品房买卖合同》', dueOn: row.signBy },
    ...(building.deliveryOn === null ? [] : [{ what: '交付房屋', dueOn: building.deliveryOn }]),
  ];
  return {
    subscription: row.number,
    subscribedOn: row.subscribedOn,
    project: project.name,
    seller: { name: project.sellerName, phone: theOffice(db)?.companyPhone ?? '' },
    consultant: accountById(db, row.consultantId)?.name ?? '—',
    unit: unitLabel({ ...unit, building: building.name }),
    buyers: buyersOf(db, [row.id]).map(({ customer }) => ({
      name: customer.name,
      phone: customer.phone ?? '',
      secondPhone: customer.secondPhone ?? '',
      address: customer.address,
      agent: signers(customer.id).agent?.name ?? '',
    })),
    promises: promises.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
  };
}
