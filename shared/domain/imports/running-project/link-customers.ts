import type { Linking } from './link-project.ts';
import { identityKey, type KnownCustomer, type PlannedCustomer } from './project-plan.ts';
import type { CustomerRecord } from './records.ts';

/**
 * The customers of the lists: each once, by phone and document. Whoever the office knows already by either is that
 * customer; a phone or document under another name is somebody's mistake, and told.
 */
export function customersOf(linking: Linking): PlannedCustomer[] {
  const { records, facts, tell, person } = linking;
  const seen = {
    code: new Map<string, number>(),
    phone: new Map<string, number>(),
    identity: new Map<string, number>(),
  };
  return records.customers.map((record) => {
    const { code, phone, identity, consultant, registeredOn } = record;
    const twice = [
      ['code', code, 'IMPORT_CODE_TWICE', 'code'],
      ['phone', phone ?? '', 'IMPORT_PHONE_TWICE', 'phone'],
      ['identity', identity === null ? '' : identityKey(identity), 'IMPORT_IDENTITY_TWICE', 'identityNumber'],
    ] as const;
    for (const [by, value, problem, field] of twice) {
      if (value === '') continue;
      const otherRow = seen[by].get(value);
      if (otherRow === undefined) seen[by].set(value, record.row);
      else tell(record, field, problem, { otherRow });
    }
    if (registeredOn !== null && registeredOn > facts.today) tell(record, 'registeredOn', 'IMPORT_DAY_IN_FUTURE');
    const ownerId = consultant === '' ? null : (person(record, 'consultant', consultant) ?? null);
    return { record, knownId: knownCustomer(linking, record)?.id ?? null, ownerId };
  });
}

function knownCustomer({ facts, tell }: Linking, record: CustomerRecord): KnownCustomer | undefined {
  const { phone, identity, name } = record;
  const byPhone = phone === null ? undefined : facts.byPhone.get(phone);
  const byIdentity = identity === null ? undefined : facts.byIdentity.get(identityKey(identity));
  if (byPhone !== undefined && byPhone.name !== name)
    tell(record, 'phone', 'IMPORT_PHONE_OF_OTHER', { name: byPhone.name });
  if (byIdentity !== undefined && byIdentity.name !== name)
    tell(record, 'identityNumber', 'IMPORT_IDENTITY_OF_OTHER', { name: byIdentity.name });
  if (byPhone !== undefined && byIdentity !== undefined && byPhone.id !== byIdentity.id)
    tell(record, 'phone', 'IMPORT_TWO_CUSTOMERS', { name });
  return byIdentity ?? byPhone;
}
