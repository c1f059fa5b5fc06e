import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const founding = {
  officeName: '江北案场',
  companyName: '江北置业有限公司',
  projectName: '江北花园',
  projectAddress: '',
  cityPack: 'chongqing' as const,
  administratorName: '王一',
  loginName: 'wang.yi',
  password: 'long enough',
};

const rows = (desk: TestOffice, table: string): unknown =>
  desk.office.database.client.prepare(`select count(*) from ${table}`).pluck().get();

describe('A wish that is sent twice', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('at the same moment is done once and answered twice', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const id = requestId();
    const events = Number(rows(desk, 'events'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => consultant.units.lock({ unitId: home }, id)));
    expect(new Set(answers.map((answer) => answer.lockId)).size).toBe(1);
    expect(rows(desk, 'unit_locks')).toBe(1);
    expect(rows(desk, 'events')).toBe(events + 1);
  });

  it('and whose answer was lost can be asked after, by whoever wished it and nobody else', async () => {
    const [home = 0, other = 0] = await buildHomes(desk);
    const first = desk.as('consultant');
    const second = desk.as('consultant');
    const [done, refused, lost] = [requestId(), requestId(), requestId()];
    await first.units.lock({ unitId: home }, done);
    await second.units.lock({ unitId: other });
    await expectRefusal(first.units.lock({ unitId: other }, refused), 'UNIT_TAKEN');
    const asked = { requestIds: [done, refused, lost] as never };
    expect((await first.session.outcome(asked)).map(({ outcome }) => outcome)).toEqual(['done', 'unknown', 'unknown']);
    expect((await second.session.outcome(asked)).map(({ outcome }) => outcome)).toEqual(Array(3).fill('unknown'));
  });

  it('after it was refused is tried anew: a refusal is no answer to keep', async () => {
    const [home = 0] = await buildHomes(desk);
    const first = desk.as('consultant');
    const second = desk.as('consultant');
    await first.units.lock({ unitId: home });
    const id = requestId();
    const kept = rows(desk, 'requests');
    await expectRefusal(second.units.lock({ unitId: home }, id), 'UNIT_TAKEN');
    expect(rows(desk, 'requests')).toBe(kept);
    await first.units.unlock({ unitId: home });
    await expect(second.units.lock({ unitId: home }, id)).resolves.toMatchObject({ lockId: 2 });
    await expect(second.units.lock({ unitId: home }, id)).resolves.toMatchObject({ lockId: 2 });
  });

  it('by somebody else, or for something else, is refused and tells nothing', async () => {
    const homes = await buildHomes(desk);
    const [home = 0, other = 0] = homes;
    const consultant = desk.as('consultant');
    const id = requestId();
    await consultant.units.lock({ unitId: home }, id);
    await expectRefusal(desk.as('consultant').units.lock({ unitId: home }, id), 'REQUEST_REUSED');
    await expectRefusal(consultant.units.lock({ unitId: other }, id), 'REQUEST_REUSED');
    await expectRefusal(consultant.units.renewLock({ unitId: home }, id), 'REQUEST_REUSED');
  });

  it('is answered as the first time, even where its preparation would refuse by now', async () => {
    const bare = await testOffice({ bare: true });
    const id = requestId();
    const first = await bare.stranger().setup.createOffice(founding, id);
    await expect(bare.stranger().setup.createOffice(founding, id)).resolves.toEqual(first);
    await expectRefusal(bare.stranger().setup.createOffice(founding), 'SETUP_DONE');
    await bare.close();
  });

  it('to log in is answered again, though the caller is somebody by now', async () => {
    const bare = await testOffice({ bare: true });
    await bare.stranger().setup.createOffice(founding);
    const window = bare.stranger();
    const id = requestId();
    const wish = { loginName: 'wang.yi', password: 'long enough' };
    expect(await window.session.login(wish, id)).toEqual({ result: 'open' });
    expect(await window.session.login(wish, id)).toEqual({ result: 'open' });
    await bare.close();
  });
});

describe('What is kept of an answered wish', () => {
  it('gives away neither password nor PIN: what was asked is kept only as a keyed hash', async () => {
    const desk = await testOffice({ bare: true });
    await desk.stranger().setup.createOffice(founding);
    const window = desk.stranger();
    await window.session.login({ loginName: 'wang.yi', password: 'long enough' });
    const pin = { password: 'long enough', pin: '258036' };
    await window.session.setPin(pin);
    const plain = [pin, { loginName: 'wang.yi', password: 'long enough' }, founding].flatMap((data) => {
      const hash = createHash('sha256').update(JSON.stringify(data)).digest();
      return [hash.toString('base64url'), hash.toString('hex')];
    });
    const stored = JSON.stringify(desk.office.database.client.prepare('select * from requests').all());
    expect(stored).toContain('session.setPin');
    for (const one of [...plain, '258036', 'long enough']) expect(stored).not.toContain(one);
    await desk.close();
  });

  it('is no personal data: answers name records, not people', async () => {
    const desk = await testOffice();
    await buildBuyer(desk.as('consultant'), '欧阳倩');
    const { client } = desk.office.database;
    const phone = String(client.prepare('select phone from customers').pluck().get());
    const stored = JSON.stringify(client.prepare('select answer from requests').all());
    expect(stored).toContain('customerId');
    expect(stored).not.toContain('欧阳倩');
    expect(stored).not.toContain(phone);
    await desk.close();
  });
});
