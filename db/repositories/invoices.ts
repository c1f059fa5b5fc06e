import { and, asc, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { invoices } from '../schema/invoices.ts';
import { accounts } from '../schema/office.ts';

/** An invoice as stored. */
export type InvoiceRow = typeof invoices.$inferSelect;

/** One invoice. */
export function invoiceById(db: ReadDb, id: number): InvoiceRow | undefined {
  return db.select().from(invoices).where(eq(invoices.id, id)).get();
}

/** True where an invoice of that number is entered. */
export function isInvoiceNumberTaken(db: ReadDb, number: string): boolean {
  return db.select({ id: invoices.id }).from(invoices).where(eq(invoices.number, number)).get() !== undefined;
}

/** The invoices of a deal, oldest first. */
export function invoicesOfDeal(db: ReadDb, subscriptionId: number): InvoiceRow[] {
  return db.select().from(invoices).where(eq(invoices.subscriptionId, subscriptionId)).orderBy(asc(invoices.id)).all();
}

/** The invoices of some days, newest first, with their deal, its home and who entered them; of the office or some people. */
export function invoicesBetween(db: ReadDb, from: LocalDate, to: LocalDate, whose: readonly number[] | null) {
  return db
    .select({
      invoice: invoices,
      subscription: subscriptions.number,
      recorder: accounts.name,
      place: {
        building: buildings.name,
        entrance: units.entrance,
        floorName: units.floorName,
        roomNo: units.roomNo,
      },
    })
    .from(invoices)
    .innerJoin(subscriptions, eq(subscriptions.id, invoices.subscriptionId))
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .innerJoin(accounts, eq(accounts.id, invoices.recordedBy))
    .where(
      and(
        gte(invoices.issuedOn, from),
        lte(invoices.issuedOn, to),
        whose === null ? undefined : inArray(subscriptions.consultantId, [...whose]),
      ),
    )
    .orderBy(desc(invoices.issuedOn), desc(invoices.id))
    .all()
    .map(({ place, ...row }) => ({ ...row, unit: unitLabel(place) }));
}
