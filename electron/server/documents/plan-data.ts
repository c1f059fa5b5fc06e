import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { customerById } from '#db/repositories/customers.ts';
import { theProject } from '#db/repositories/projects.ts';
import type { QuoteRow } from '#db/repositories/quotes.ts';
import { buildingOf, labelOfUnit, unitById } from '#db/repositories/units.ts';
import type { PurchasePlanData } from '#shared/documents/purchase-plan/data.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What a purchase plan is printed from: figures as they were reckoned on its day. Throws NOT_FOUND. */
export function planData({ db }: Pick<QueryContext, 'db'>, quote: QuoteRow): PurchasePlanData {
  const project = theProject(db);
  const unit = unitById(db, quote.unitId);
  const place = unit === undefined ? undefined : buildingOf(db, unit.buildingId);
  const customer = customerById(db, quote.customerId);
  if (project === undefined || unit === undefined || place === undefined || customer === undefined)
    throw new DomainError('NOT_FOUND');
  const { permit } = place;
  return {
    quotedOn: quote.quotedOn,
    validUntil: quote.validUntil,
    project: project.name,
    seller: { name: project.sellerName, phone: theOffice(db)?.companyPhone ?? '' },
    customer: customer.name,
    consultant: accountById(db, quote.consultantId)?.name ?? '—',
    unit: {
      label: labelOfUnit(db, unit.id),
      floorName: unit.floorName,
      use: unit.use,
      houseType: unit.houseType,
      orientation: unit.orientation,
      builtArea: unit.builtArea,
      innerArea: unit.innerArea,
      permit: permit === null ? '—' : `${labels.permitKinds[permit.kind]}　${permit.number}`,
    },
    homeOrder: quote.homeOrder,
    reckoning: quote.reckoning,
  };
}
