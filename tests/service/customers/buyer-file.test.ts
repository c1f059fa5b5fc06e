import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The file of somebody who buys with a known customer', () => {
  let desk: TestOffice;
  let consultant: TestClient & { readonly me: number };
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '赵敏');
  });
  afterEach(() => desk.close());

  const spouse = {
    name: '郑浩',
    phone: '10088880001',
    channel: 'passingBy' as const,
    identity: { kind: 'identityCard' as const, number: '999999199001010016' },
    address: '渝中区某路 1 号',
  };

  it('is opened with identity and address, belongs to the caller and counts no visit', async () => {
    const { customerId } = await consultant.customers.openFile({
      ...spouse,
      identity: { kind: 'passport', number: 'E12345678' },
    });
    const detail = await consultant.customers.detail({ customerId });
    expect(detail).toMatchObject({
      customer: { name: '郑浩', owner: { name: '赵敏' } },
      identity: { kind: 'passport', number: 'E1*****78' },
      address: '渝中区某路 1 号',
      visits: [],
    });
    expect(
      (await consultant.customers.list({ scope: 'mine', text: 'zhenghao', rating: null, state: null })).total,
    ).toBe(1);
  });

  it('is not opened twice for one phone or one identity number', async () => {
    const passport = { kind: 'passport' as const, number: 'E12345678' };
    await consultant.customers.openFile({ ...spouse, identity: passport });
    await expectRefusal(consultant.customers.openFile({ ...spouse, identity: null }), 'PHONE_TAKEN');
    await expectRefusal(
      consultant.customers.openFile({ ...spouse, phone: '10088880002', identity: passport }),
      'IDENTITY_TAKEN',
    );
  });

  it('takes an identity card with a right check digit of a place that nobody knows, and refuses a mistyped one', async () => {
    const customerId = await buildBuyer(consultant);
    const { version } = await consultant.customers.detail({ customerId });
    const identify = (number: string) =>
      consultant.customers.identify({ customerId, version, identity: { kind: 'identityCard', number } });
    await expectRefusal(identify('999999199001010012'), 'IDENTITY_NUMBER_NOT_VALID');
    await identify('999999199001010016');
    expect((await consultant.customers.detail({ customerId })).address).toBe('渝中区某路 1 号');
  });

  it('is kept from whoever does not look after the customer', async () => {
    const customerId = await buildBuyer(consultant);
    const { version } = await consultant.customers.detail({ customerId });
    await expectRefusal(
      desk.as('consultant').customers.identify({ customerId, version, address: '别处' }),
      'NOT_FOUND',
    );
  });
});
