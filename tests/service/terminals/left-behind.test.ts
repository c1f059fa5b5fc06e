import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const here = { installation: 'one', name: 'FRONT-DESK' };

describe('A host whose office another PC has taken over', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
    await desk.office.terminals.serveFrom(here, false);
  });
  afterEach(() => desk.close());

  /** It hears of the PC that serves the office since a moment. */
  const hear = (at: number) => desk.office.terminals.superseded.met({ epoch: Math.floor(at / 1000), host: 'two' });

  it('refuses every act and says since when, and still shows what is there', async () => {
    const [manager, consultant] = [desk.as('manager'), desk.as('consultant')];
    await buildBuyer(consultant);
    const sinceAt = Math.floor(desk.clock() / 1000) * 1000;
    await hear(sinceAt);
    expect(await refusalOf(buildBuyer(consultant))).toEqual({ code: 'OFFICE_SUPERSEDED', params: { sinceAt } });
    await expectRefusal(manager.terminals.openPairing({ kind: 'one' }), 'OFFICE_SUPERSEDED');
    expect((await manager.customers.list({ scope: 'all', text: '', rating: null, state: null })).total).toBe(1);
    // People come and go as before, so that somebody can take it over again.
    await manager.session.setLanguage({ language: 'en' });
    await manager.session.logout({});
  });

  it('knows it at its next start too', async () => {
    await hear(desk.clock());
    desk = await desk.restart();
    await expectRefusal(desk.as('manager').terminals.openPairing({ kind: 'one' }), 'OFFICE_SUPERSEDED');
  });

  it('is believed nothing of a moment that is years away, nor of one before its own', async () => {
    await hear(desk.clock() + 2 * 366 * 86_400_000);
    await desk.office.terminals.superseded.met({ epoch: 1, host: 'two' });
    await desk.as('manager').terminals.openPairing({ kind: 'one' });
  });

  it('serves again only when somebody takes it over again: then everything is done as before', async () => {
    await hear(desk.clock());
    const { serveFrom } = desk.office.terminals;
    await expect(serveFrom(here, false)).rejects.toMatchObject({ code: 'OFFICE_SUPERSEDED' });
    await serveFrom(here, true);
    await desk.as('manager').terminals.openPairing({ kind: 'one' });
  });
});
