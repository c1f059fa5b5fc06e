import { inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type EventNoun, eventNouns } from '#shared/domain/events/kinds.ts';
import type { ReadDb } from '../access.ts';
import { agreements } from '../schema/agreements.ts';
import { changes } from '../schema/changes.ts';
import { unitBookings } from '../schema/claims.ts';
import { contractTemplates } from '../schema/contract-templates.ts';
import { controlChecks, handbookEntries, releases } from '../schema/control.ts';
import { archiveBoxes } from '../schema/custody.ts';
import { subscriptions } from '../schema/deals.ts';
import { buildings, houseTypes, imports, permits, phases, projects } from '../schema/inventory.ts';
import { intents, launches } from '../schema/launches.ts';
import { accounts, office, settings } from '../schema/office.ts';
import { documents, receipts, refunds } from '../schema/papers.ts';
import { partnerAgreements } from '../schema/partner-agreements.ts';
import { priceBatches } from '../schema/prices.ts';
import { rulings } from '../schema/rulings.ts';
import { terminals } from '../schema/terminals.ts';
import { transfers } from '../schema/transfers.ts';
import { views } from '../schema/views.ts';
import { labelOfUnit } from './units.ts';

type Subject = { readonly noun: EventNoun; readonly subjectId: number };

/** Where the name of a record is; customers are not named in the log, approvals have no name. */
const named: Partial<
  Record<EventNoun, { readonly table: SQLiteTable; readonly id: SQLiteColumn; readonly name: SQLiteColumn }>
> = {
  office: { table: office, id: office.id, name: office.name },
  settings: { table: settings, id: settings.id, name: settings.key },
  accounts: { table: accounts, id: accounts.id, name: accounts.name },
  projects: { table: projects, id: projects.id, name: projects.name },
  permits: { table: permits, id: permits.id, name: permits.number },
  buildings: { table: buildings, id: buildings.id, name: buildings.name },
  phases: { table: phases, id: phases.id, name: phases.name },
  houseTypes: { table: houseTypes, id: houseTypes.id, name: houseTypes.name },
  imports: { table: imports, id: imports.id, name: imports.fileName },
  subscriptions: { table: subscriptions, id: subscriptions.id, name: subscriptions.number },
  contractTemplates: { table: contractTemplates, id: contractTemplates.id, name: contractTemplates.name },
  agreements: { table: agreements, id: agreements.id, name: agreements.number },
  changes: { table: changes, id: changes.id, name: changes.number },
  bookings: { table: unitBookings, id: unitBookings.id, name: unitBookings.number },
  receipts: { table: receipts, id: receipts.id, name: receipts.number },
  refunds: { table: refunds, id: refunds.id, name: refunds.number },
  releases: { table: releases, id: releases.id, name: releases.number },
  priceBatches: { table: priceBatches, id: priceBatches.id, name: priceBatches.number },
  partnerAgreements: { table: partnerAgreements, id: partnerAgreements.id, name: partnerAgreements.number },
  controlChecks: { table: controlChecks, id: controlChecks.id, name: controlChecks.number },
  handbook: { table: handbookEntries, id: handbookEntries.id, name: handbookEntries.title },
  documents: { table: documents, id: documents.id, name: documents.number },
  launches: { table: launches, id: launches.id, name: launches.name },
  intents: { table: intents, id: intents.id, name: intents.number },
  archiveBoxes: { table: archiveBoxes, id: archiveBoxes.id, name: archiveBoxes.number },
  rulings: { table: rulings, id: rulings.id, name: rulings.number },
  transfers: { table: transfers, id: transfers.id, name: transfers.number },
  views: { table: views, id: views.id, name: views.name },
  terminals: { table: terminals, id: terminals.id, name: terminals.name },
};

/** What people call the records that events are about, each noun asked once; null for one that has no name. */
export function subjectNames(db: ReadDb, subjects: readonly Subject[]): (subject: Subject) => string | null {
  const names = new Map<string, string>();
  const wanted = (noun: EventNoun): number[] => [
    ...new Set(subjects.filter((one) => one.noun === noun).map(({ subjectId }) => subjectId)),
  ];
  for (const id of wanted('units')) names.set(`units ${id}`, labelOfUnit(db, id));
  for (const noun of eventNouns) {
    const source = named[noun];
    const ids = source === undefined ? [] : wanted(noun);
    if (source === undefined || ids.length === 0) continue;
    const { table, id, name } = source;
    for (const row of db.select({ id, name }).from(table).where(inArray(id, ids)).all())
      names.set(`${noun} ${String(row.id)}`, String(row.name));
  }
  return ({ noun, subjectId }) => names.get(`${noun} ${subjectId}`) || null;
}
