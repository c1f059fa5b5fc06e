import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { type BookingRow, receiptsOfBookings } from '#db/repositories/bookings.ts';
import { customerById } from '#db/repositories/customers.ts';
import { theProject } from '#db/repositories/projects.ts';
import { buildingOf, labelOfUnit, unitById } from '#db/repositories/units.ts';
import type { BookingSlipData } from '#shared/documents/booking-slip/data.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** So much of a reason finds room on the slip. */
const MOST_OF_REASON = 60;

/** What the slip of a small booking is printed from. Throws NOT_FOUND, BOOKING_NOT_OPEN before its money is in. */
export function slipData({ db, setting }: Pick<QueryContext, 'db' | 'setting'>, booking: BookingRow): BookingSlipData {
  const project = theProject(db);
  const unit = unitById(db, booking.unitId);
  const place = unit === undefined ? undefined : buildingOf(db, unit.buildingId);
  const customer = customerById(db, booking.customerId);
  if (project === undefined || unit === undefined || place === undefined || customer === undefined)
    throw new DomainError('NOT_FOUND');
  const receipt = receiptsOfBookings(db, [booking.id]).find((one) => one.receipt.state === 'valid')?.receipt;
  if (booking.state !== 'open' || receipt === undefined) throw new DomainError('BOOKING_NOT_OPEN');
  const { permit } = place;
  return {
    bookedOn: receipt.receivedOn,
    project: project.name,
    seller: { name: project.sellerName, phone: theOffice(db)?.companyPhone ?? '' },
    customer: { name: customer.name, phone: customer.phone ?? customer.secondPhone ?? '' },
    consultant: accountById(db, booking.consultantId)?.name ?? '—',
    unit: {
      label: labelOfUnit(db, unit.id),
      houseType: unit.houseType,
      orientation: unit.orientation,
      builtArea: unit.builtArea,
      innerArea: unit.innerArea,
      decoration: unit.decoration,
      permit: permit === null ? '—' : `${labels.permitKinds[permit.kind]}　${permit.number}`,
    },
    listPrice: booking.listPrice,
    money: booking.money,
    planKind: booking.planKind,
    planName: booking.planName,
    askedPpm: booking.askedPpm,
    askedWhy: booking.askedPpm === 0 ? '' : booking.reason.slice(0, MOST_OF_REASON),
    method: receipt.method,
    receipt: receipt.number,
    untilOn: dayOf(booking.expiresAt),
    refundDays: setting('depositRefundDays'),
  };
}
