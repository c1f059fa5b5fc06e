import { localDate } from '#shared/kernel/local-date.ts';
import type { TestClient } from './office.ts';
import { smallestScan } from './scans.ts';

/** An agent with a written power for the whole purchase; invented, as are all people in tests. */
export const agent = {
  kind: 'entrusted' as const,
  name: '褚遂良',
  identityKind: 'passport' as const,
  identityNumber: 'E12345678',
  address: '',
  phone: '10000009999',
  relation: '',
  power: { coversSigning: true, validUntil: localDate('2027-05-31') },
};

/** Attaches the scan of a power to a deal. */
export function attachPower(person: TestClient, subscriptionId: number) {
  return person.attachments.add({
    noun: 'subscriptions',
    subjectId: subscriptionId,
    kind: 'proxy',
    file: { name: '褚遂良的委托书.png', content: smallestScan },
  });
}

/** Makes a customer a company, as its file says by the kind of its document. */
export async function makeCompany(person: TestClient, customerId: number): Promise<void> {
  const { version } = await person.customers.detail({ customerId });
  const identity = { kind: 'businessLicence' as const, number: '91350100M000100Y43' };
  await person.customers.identify({ customerId, version, identity });
}
