import type { ReadDb } from '#db/access.ts';
import { keyedHash } from '#db/personal.ts';
import { allAccounts } from '#db/repositories/accounts.ts';
import { customersByIdentity, customersByPhones, numbersGiven, unitsWithBuildings } from '#db/repositories/imports.ts';
import {
  identityKey,
  type KnownCustomer,
  type OfficeFacts,
} from '#shared/domain/imports/running-project/project-plan.ts';
import type { ProjectRecords } from '#shared/domain/imports/running-project/records.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What the office has already of what the lists of a running project speak of. */
export function projectFacts(
  { db, today, setting }: Pick<QueryContext, 'db' | 'today' | 'setting'>,
  records: ProjectRecords,
  hashKey: Uint8Array,
): OfficeFacts {
  return {
    today,
    homes: unitsWithBuildings(db).map(({ unit, building, permitId }) => ({
      id: unit.id,
      label: unitLabel({ ...unit, building }),
      building,
      entrance: unit.entrance,
      floor: unit.floor,
      roomNo: unit.roomNo,
      state: unit.commercialState,
      covered: permitId !== null && unit.legalState !== 'notCovered',
      listPrice: unit.listPrice,
      builtArea: unit.builtArea,
    })),
    accounts: allAccounts(db).map(({ id, name, state }) => ({ id, name, active: state === 'active' })),
    ...knownCustomers(db, records, hashKey),
    numbers: numbersGiven(db),
    signingDays: setting('signingDays'),
    planTemplates: setting('planTemplates'),
  };
}

function knownCustomers(
  db: ReadDb,
  { customers }: ProjectRecords,
  hashKey: Uint8Array,
): Pick<OfficeFacts, 'byPhone' | 'byIdentity'> {
  const byPhone = new Map<string, KnownCustomer>();
  const phones = customers.flatMap(({ phone }) => phone ?? []);
  for (const { id, name, phone } of customersByPhones(db, phones)) if (phone !== null) byPhone.set(phone, { id, name });
  const keys = new Map<string, string>();
  for (const { identity } of customers)
    if (identity !== null) keys.set(keyedHash(hashKey, identityKey(identity)), identityKey(identity));
  const byIdentity = new Map<string, KnownCustomer>();
  for (const { id, name, identityHash } of customersByIdentity(db, [...keys.keys()])) {
    const key = keys.get(identityHash ?? '');
    if (key !== undefined) byIdentity.set(key, { id, name });
  }
  return { byPhone, byIdentity };
}
