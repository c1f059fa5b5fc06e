import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { currentTables, replay } from '#db/replay.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const vectors = sharedDataFile('vectors/person_names.json');
const shared = z
  .object({ names: z.array(z.string()) })
  .parse(vectors === undefined ? { names: [] } : JSON.parse(readFileSync(vectors, 'utf8')));

/** Names as a reception meets them: rare characters beyond two bytes, minorities, foreigners, one character. */
const own = ['王', '买买提·艾力', '𠮷野家', '㛃', 'O’Brien, Séan', '欧阳（代办）'];

describe('Names of people', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant');
  });
  afterEach(() => desk.close());

  const register = (name: string, number: number) =>
    consultant.visits.register({
      kind: 'visit',
      customerId: null,
      name,
      phone: `100${String(number).padStart(8, '0')}`,
      channel: 'passingBy',
      rating: 'B',
      partySize: 1,
      intent: '',
      notes: '',
      nextFollowUpOn: null,
      receivedBy: null,
    });

  it('are kept, found and replayed as they were typed, without the blanks around them', async () => {
    for (const [index, name] of [...own, ...shared.names].entries()) {
      const { customerId } = await register(`  ${name} `, index + 1);
      const { customer } = await consultant.customers.detail({ customerId });
      expect(customer.name).toBe(name);
      const [first = ''] = name.match(/\p{Script=Han}{1,2}|[A-Za-z]+/u) ?? [];
      const hits = await consultant.search.find({ text: first });
      expect(
        hits.map(({ id }) => id),
        first,
      ).toContain(customerId);
    }
    const { client } = desk.office.database;
    expect(replay(client).get('customers')).toEqual(currentTables(client).get('customers'));
  });
});
