import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { currentTables, replay } from '#db/replay.ts';
import { activeAccounts } from '#db/repositories/accounts.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { staff } from '#db/seed/people.ts';
import { demoSize } from '#db/seed/plan-office.ts';
import { type Office, openOffice } from '#electron/server/office.ts';
import { openDesk } from '#electron/server/seed/desk.ts';
import { seedOffice } from '#electron/server/seed/seed-office.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { axisConflicts } from '#shared/domain/units/axes.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { checkDocumentNumber } from '#shared/kernel/identity-number.ts';
import { checkPhone } from '#shared/kernel/phone.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { migrationsFolder } from '../../support/first-pages.ts';

/** A Wednesday afternoon. */
const now = Date.parse('2026-11-25T15:20:00+08:00');
const rootKey = Buffer.alloc(32, 7);
const folders: string[] = [];

async function demo(): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-demo-test-'));
  folders.push(folder);
  const place = { folder, rootKey, migrations: migrationsFolder };
  const faults: string[] = [];
  const log = (level: string, line: string) => void (level === 'info' || faults.push(line));
  await seedOffice({ ...place, seed: 1, now, size: demoSize, log });
  expect(faults).toEqual([]);
  return openOffice({
    ...place,
    demo: true,
    tickEveryMs: null,
    ports: { clock: () => now, newId: () => '0190a2f0-0000-7000-8000-000000000001', log: () => undefined },
  });
}

describe('the demonstration office', () => {
  let office: Office;
  beforeAll(async () => {
    office = await demo();
  }, 120_000);
  afterAll(async () => {
    await office.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const all = <T>(sql: string) => office.database.client.prepare<[], T>(sql).all();
  const column = (sql: string) =>
    all<{ it: string }>(sql)
      .map(({ it: value }) => value)
      .toSorted();

  it('has three towers of at least 480 homes, forty parking spaces and fifteen people on their posts', () => {
    expect(all('select count(distinct building_id) n from units where "use" = \'home\'')).toEqual([{ n: 3 }]);
    const [homes] = all<{ n: number }>('select count(*) n from units where "use" = \'home\'');
    expect(homes?.n).toBeGreaterThanOrEqual(480);
    expect(all('select count(*) n from units where "use" = \'parking\'')).toEqual([{ n: 40 }]);
    expect(
      all('select count(*) n from units where list_price is null or filed_price is null or floor_price is null'),
    ).toEqual([{ n: 0 }]);
    expect(activeAccounts(readDb(office.database))).toHaveLength(staff.length);
    expect(staff).toHaveLength(15);
  });

  it('shows what the project is made of: phases, house types with their pictures, homes of each, and a survey', () => {
    expect(column('select distinct p.name it from buildings b join phases p on p.id = b.phase_id')).toEqual([
      '一期',
      '二期',
    ]);
    expect(
      all(
        `select count(*) n from units u join house_types t on t.id = u.house_type_id and t.name = u.house_type
         where u."use" = 'home'`,
      ),
    ).toEqual(all('select count(*) n from units where "use" = \'home\''));
    expect(all('select count(*) n from house_types')).toEqual(
      all("select count(distinct subject_id) n from attachments where noun = 'houseTypes'"),
    );
    expect(all('select count(*) n from units where measured_built_area is not null')).toEqual([{ n: 40 }]);
    expect(column("select distinct off_sale_use it from units where commercial_state = 'notForSale'")).toEqual([
      'debtSettlement',
      'showHome',
    ]);
  });

  it('shows the scans of the latest contracts, where one of them lacks and where none does', () => {
    const contracts = all<{ kinds: string }>(
      `select group_concat(kind, ' ' order by kind) kinds from attachments where noun = 'contracts' group by subject_id`,
    ).map(({ kinds }) => kinds);
    expect(contracts.length).toBeGreaterThan(5);
    expect(contracts.some((kinds) => kinds.includes('signedContract'))).toBe(true);
  });

  it('has a price batch in force, and one that waits for the manager', () => {
    expect(column('select state it from price_batches')).toEqual(['effective', 'pending']);
    const waiting = all("select required_post from approvals where kind = 'priceBatch' and state = 'pending'");
    expect(waiting).toEqual([{ required_post: 'manager' }]);
  });

  it('shows homes and subscriptions in every state that there is', () => {
    expect(column('select distinct commercial_state it from units')).toEqual(unitCommercialStates.toSorted());
    expect(column('select distinct state it from subscriptions')).toEqual(subscriptionStates.toSorted());
  });

  it('shows contracts in every state on the way to their filing, some returned with defects, some with their paper', () => {
    expect(column('select distinct state it from contracts')).toEqual(
      expect.arrayContaining(['approved', 'draft', 'filed', 'inReview', 'printed', 'signed', 'superseded']),
    );
    const levels = all<{ n: number }>(
      `select distinct (select count(*) from contract_reviews r where r.contract_id = c.id and r.round = c.review_round) n
       from contracts c where c.state = 'inReview'`,
    );
    expect(levels.map(({ n }) => n).toSorted()).toEqual([0, 1, 2]);
    expect(column('select distinct state it from contract_defects')).toEqual(['corrected', 'open']);
    const papers = column(
      "select c.state it from documents d join contracts c on c.id = d.subject_id where d.noun = 'contracts'",
    );
    expect([...new Set(papers)]).toEqual(['approved', 'filed', 'printed', 'signed', 'terminated']);
  });

  it('shows changes that wait, were sent back and were carried out, the money paid back, and a booking on its last day', () => {
    expect(all('select kind, state from changes order by kind, state')).toEqual([
      { kind: 'cancellation', state: 'approved' },
      { kind: 'cancellation', state: 'executed' },
      { kind: 'cancellation', state: 'executed' },
      { kind: 'signingExtension', state: 'returned' },
      { kind: 'termsChange', state: 'executed' },
      { kind: 'unitChange', state: 'executed' },
      { kind: 'unitChange', state: 'pending' },
    ]);
    const kept = all(
      `select u.commercial_state state from changes c join units u on u.id = c.target_unit_id where c.state = 'pending'`,
    );
    expect(kept).toEqual([{ state: 'held' }]);
    expect(all("select count(*) n from refunds where state = 'paid' and change_id is not null")).toEqual([{ n: 2 }]);
    const last = all<{ n: number }>(
      `select count(*) n from unit_bookings where state = 'open' and expires_at between ${now} and ${now + 86_400_000}`,
    );
    expect(last[0]?.n).toBeGreaterThan(0);
  });

  it('shows a contract that was changed, one that is being ended, one that was with interest, and originals on their way', () => {
    expect(all('select kind, state from agreements order by kind, state')).toEqual([
      { kind: 'supplement', state: 'inForce' },
      { kind: 'termination', state: 'inForce' },
      { kind: 'termination', state: 'printed' },
    ]);
    const [paid] = all<{ interest: number; booked: number }>(
      `select sum(interest) interest, (select sum(amount) from ledger_entries where account = 'interestPaid') booked
       from refunds where state = 'paid'`,
    );
    expect(paid?.interest).toBeGreaterThan(0);
    expect(paid?.booked).toBe(paid?.interest);
    expect(column('select distinct place it from originals')).toEqual(['backOffice', 'warrants']);
    expect(column('select distinct channel it from collect_notices')).toEqual(['phone']);
    expect(all('select count(*) n from archive_boxes')).toEqual([{ n: 2 }]);
    expect(column('select state it from transfers')).toEqual(['received', 'sent']);
  });

  it('has purchase plans that still hold and some that have expired', () => {
    const [plans] = all<{ held: number; expired: number }>(
      `select sum(valid_until >= '2026-11-25') held, sum(valid_until < '2026-11-25') expired
       from quotes where subscription_id is null`,
    );
    expect(plans?.held).toBeGreaterThan(3);
    expect(plans?.expired).toBeGreaterThan(1);
  });

  it('prepares two launches: one that registers, and one of its own homes whose places are drawn', () => {
    expect(column('select state it from launches')).toEqual(['drawn', 'registering']);
    const [drawn] = all<{ homes: number; places: number; queue: number }>(
      `select (select count(*) from release_units where release_id = launch.release_id) homes,
         (select count(draw_place) from intents where launch_id = launch.id) places,
         (select max(queue_no) from intents where launch_id = launch.id) queue
       from launches launch where state = 'drawn'`,
    );
    expect(drawn?.homes).toBeGreaterThan(15);
    expect(drawn).toMatchObject({ places: 15, queue: 15 });
  });

  it('never shows a home whose axes contradict each other', () => {
    const units = all<Parameters<typeof axisConflicts>[0]>(
      'select commercial_state commercial, legal_state legal, encumbrance, post_sale_state postSale from units',
    );
    expect(units.flatMap(axisConflicts)).toEqual([]);
  });

  it('is told entirely by its own log', () => {
    const { client } = office.database;
    expect(verifyLog(client).events).toBeGreaterThan(2000);
    expect(replay(client)).toEqual(currentTables(client));
  });

  it('knows nobody: no carrier has the phones of its customers', () => {
    const phones = column('select phone it from customers');
    expect(phones.length).toBeGreaterThan(400);
    expect(phones.every((phone) => phone.startsWith('160') && checkPhone(phone).ok)).toBe(true);
  });

  it('leaves nothing of its invented seller to be struck out on a paper', async () => {
    const [{ id } = { id: 0 }] = activeAccounts(readDb(office.database));
    const person = { terminal: 'terminal', accountId: () => id };
    const desk = openDesk(office, person, { clock: () => now, random: createRandom(1) });
    const project = await desk.projects.detail({});
    const { sellerCreditCode, sellerAddress, sellerPhone, sellerRepresentative, sellerLicence } = project;
    expect([sellerAddress, sellerPhone, sellerRepresentative, sellerLicence]).not.toContain('');
    expect(checkDocumentNumber('businessLicence', sellerCreditCode)).toMatchObject({ ok: true, warnings: [] });
    expect(sellerCreditCode.slice(2, 8)).toBe('009900');
    expect(project.buildings.map(({ garage }) => garage)).toEqual([false, false, false, true]);
  });

  it('has something to do or to see today for every post', async () => {
    const random = createRandom(1);
    for (const { id, post } of activeAccounts(readDb(office.database))) {
      const person = { terminal: `terminal ${id}`, accountId: () => id };
      const { tasks, news } = await openDesk(office, person, { clock: () => now, random }).tasks.today({});
      expect(news.length, post).toBeGreaterThan(3);
      if (['consultant', 'supervisor', 'manager', 'director'].includes(post))
        expect(tasks.length, post).toBeGreaterThan(0);
    }
  });

  it('is the same again for the same seed and hour', async () => {
    const again = await demo();
    const told = ({ database }: Office) =>
      database.client
        .prepare<[], { data: string }>(
          'select happened_at, kind, noun, subject_id, data, request_id from events order by seq',
        )
        .all()
        // What is sealed carries a nonce drawn by lot.
        .map((event) => ({ ...event, data: event.data.replaceAll(/sealed@(\d+):[^"]+/g, 'sealed@$1') }));
    expect(told(again)).toEqual(told(office));
    const tables = currentTables(again.database.client);
    for (const [name, rows] of currentTables(office.database.client))
      expect([...(tables.get(name) ?? [])].map(withoutChance), name).toEqual([...rows].map(withoutChance));
    await again.close();
  }, 120_000);
});

/** A row without what is drawn by lot for safety: salts, nonces, and the hash of a log that holds nonces. */
function withoutChance([id, row]: [number, Record<string, unknown>]) {
  const { passwordHash: _salted, identitySealed: _sealed, head: _ofLog, ...rest } = row;
  return [id, rest];
}
