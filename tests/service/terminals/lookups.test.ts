import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { triedNames, triesOf } from '#db/repositories/login-tries.ts';
import { dropSessionsOfAccount, dropSessionsOfTerminal, keptSession } from '#db/repositories/terminal-sessions.ts';
import { isTerminalName, terminalByToken } from '#db/repositories/terminals.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { plansOf } from '#tests/support/query-plans.ts';

describe('What is asked at each knock and each log-in', () => {
  let desk: TestOffice;
  beforeAll(async () => {
    desk = await testOffice();
  });
  afterAll(() => desk.close());

  it('is looked up by index', () => {
    const { database } = desk.office;
    const db = readDb(database);
    const name = { place: 'pc', nameHash: 'x' };
    const plans = plansOf(database, () => {
      terminalByToken(db, 'x');
      isTerminalName(db, '前台');
      keptSession(db, 'x');
      dropSessionsOfAccount(database.client, 1);
      dropSessionsOfTerminal(database.client, 1);
      triesOf(db, name);
      triedNames(db, 'pc', 0);
    });
    expect(plans.length).toBeGreaterThan(5);
    for (const plan of plans) expect(plan).not.toContain('SCAN');
  });
});
