import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { liveLockOf, unitById } from '#db/repositories/units.ts';
import { units } from '#db/schema/inventory.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

describe('a query that is built once', () => {
  let one: TestOffice;
  let other: TestOffice;
  beforeAll(async () => {
    one = await testOffice();
    other = await testOffice();
  });
  afterAll(async () => {
    await one.close();
    await other.close();
  });

  it('answers for the office it is asked of', async () => {
    const [here = 0] = await buildHomes(one);
    const [there = 0] = await buildHomes(other);
    await one.as('consultant').units.lock({ unitId: here });
    expect(liveLockOf(readDb(one.office.database), here)?.by).toBe('consultant 1');
    expect(liveLockOf(readDb(other.office.database), there)).toBeUndefined();
  });

  it('sees inside a transaction what that has written', async () => {
    const [unitId = 0] = await buildHomes(one, { name: '2栋' });
    const seen = await one.office.corridor.act({
      procedure: 'tests.look',
      run: ({ tx, happened }) => {
        tx.update(units, unitId, { roomNo: '0808' });
        happened({ kind: 'locked', noun: 'units', id: unitId });
        return unitById(tx, unitId)?.roomNo;
      },
    });
    expect(seen).toBe('0808');
  });
});
