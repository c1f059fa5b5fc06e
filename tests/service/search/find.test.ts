import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSubjects } from '#db/repositories/search.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { bookHome } from '#tests/support/booking-builders.ts';
import { askFor } from '#tests/support/change-desk.ts';
import { draftedContract } from '#tests/support/contract-desk.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

const list = [
  '楼栋,单元,楼层,房号,建筑面积,单价,总价',
  '3栋,1单元,18,1802,100,10000,1000000',
  '3栋,2单元,18,1803,100,10000,1000000',
  '3栋,4单元,18,1802,100,10000,1000000',
  '5栋,1单元,-1,B2-P10,12,10000,120000',
].join('\n');

describe('The search of the office', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let manager: TestClient;
  let home: number;
  let buyer: number;
  let number: string;
  let other: number;
  let subscriptionId: number;
  let approvalId: number | null;

  beforeAll(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '赵敏');
    manager = desk.as('manager');
    const file = { name: '一房一价.csv', content: Buffer.from(list).toString('base64') };
    await manager.imports.commit({ file, sheet: null, mapping: null, alsoFiled: true, leaveOutFaulty: false });
    const { id: projectId, buildings } = await manager.projects.detail({});
    const [building] = buildings;
    const { permitId } = await manager.projects.addPermit({
      projectId,
      kind: 'preSalePermit',
      number: '渝预售 2026 第 8 号',
      issuedOn: '2026-01-05',
      validTo: null,
      buildingIds: [building?.id ?? 0],
    });
    await manager.projects.updateBuilding({
      buildingId: building?.id ?? 0,
      version: 2,
      permitId,
      pricesPublishedOn: '2026-01-06',
      mortgaged: false,
      lenderConsentOn: null,
      deliveryOn: null,
    });
    const { units: board } = await manager.units.board({});
    home = board.find(({ roomNo }) => roomNo === '1802')?.id ?? 0;
    other = board.find(({ roomNo }) => roomNo === '1803')?.id ?? 0;
    await manager.units.release({ unitIds: [home, other] });
    buyer = await buildBuyer(consultant, '欧阳倩');
    ({ number, subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer));
    await buildBuyer(desk.as('consultant'), '吕布');
  });
  afterAll(() => desk.close());

  const found = async (person: TestClient, text: string) =>
    (await person.search.find({ text })).map(({ noun, title }) => `${noun} ${title}`);
  const phone = () =>
    String(desk.office.database.client.prepare('select phone from customers where id = ?').pluck().get(buyer));

  it('finds a customer by name, part of the name, pinyin, initials', async () => {
    for (const text of ['欧阳倩', '欧阳', '阳倩', '倩', 'ouyangqian', 'ouyang', 'oyq', 'OYQ', 'qian', 'ｏｕｙａｎｇ'])
      expect(await found(consultant, text), text).toContain('customers 欧阳倩');
    for (const text of ['倩欧', 'oyx', '欧阳修']) expect(await found(consultant, text), text).toEqual([]);
  });

  it('finds a customer by the whole phone, its beginning and its last four digits', async () => {
    const whole = phone();
    for (const text of [
      whole,
      whole.slice(0, 7),
      whole.slice(-4),
      `${whole.slice(0, 3)} ${whole.slice(3, 7)} ${whole.slice(7)}`,
    ])
      expect(await found(consultant, text), text).toContain('customers 欧阳倩');
  });

  it('takes v, u and yu for ü', async () => {
    for (const text of ['lvbu', 'lübu', 'lyubu', 'lb'])
      expect(await found(manager, text), text).toContain('customers 吕布');
  });

  it('finds a home by its place, as people write it, and by its room', async () => {
    for (const text of ['3-1-1802', '1802', '1-1802', '3－1－1802'])
      expect(await found(consultant, text), text).toContain('units 3-1-1802');
    expect(await found(consultant, 'B2-P10')).toHaveLength(1);
    expect(await found(consultant, '1803')).toEqual(['units 3-2-1803']);
  });

  it('finds a home by building and room, its entrance left out: in each entrance that has the room', async () => {
    for (const text of ['3-1802', '3栋1802', '3 1802', '3号楼1802室', '３栋１８０２'])
      expect(await found(consultant, text), text).toEqual(['units 3-1-1802', 'units 3-4-1802']);
    expect(await found(consultant, '3栋4单元1802')).toEqual(['units 3-4-1802']);
    expect(await found(consultant, '4-1802')).toContain('units 3-4-1802');
    expect(await found(consultant, '5 1802')).toEqual([]);
  });

  it('finds a subscription by its number, whole or in part', async () => {
    for (const text of [number, number.toLowerCase(), number.slice(3), number.slice(-4), number.replaceAll('-', '')])
      expect(await found(consultant, text), text).toContain(`subscriptions ${number}`);
  });

  it('shows nobody what they may not read: other people’s customers, and phones in full', async () => {
    const stranger = desk.as('consultant');
    expect(await found(stranger, '欧阳倩')).not.toContain('customers 欧阳倩');
    expect(await found(desk.as('administrator'), '欧阳倩')).toEqual([]);
    const hits = await manager.search.find({ text: '欧阳倩' });
    expect(hits[0]).toMatchObject({ noun: 'customers', owner: '赵敏', reading: ['ou', 'yang', 'qian'] });
    expect(JSON.stringify(hits)).not.toContain(phone());
    expect(await stranger.search.find({ text: number })).toEqual([]);
    const [unit] = await stranger.search.find({ text: '3-1-1802' });
    expect(unit).toMatchObject({ noun: 'units', buyers: '', state: 'held' });
  });

  it('shows with a buyer the home and the paper, and how they stand', async () => {
    const hits = await consultant.search.find({ text: 'oyq' });
    expect(hits).toMatchObject([
      { noun: 'customers', title: '欧阳倩', deal: { unit: '3-1-1802', state: 'held' } },
      { noun: 'units', title: '3-1-1802', buyers: '欧阳倩', price: 100_000_000, state: 'held' },
      { noun: 'subscriptions', title: number, buyers: '欧阳倩', state: 'inReview' },
    ]);
  });

  it('answers nothing to blanks and signs, and survives what a search box is fed', async () => {
    for (const text of ['', '   ', '%', '_', '*', '"', `' or 1=1 --`, '😀', '\u0000', '（', 'a'.repeat(60)])
      expect(Array.isArray(await consultant.search.find({ text })), text).toBe(true);
    expect(await found(consultant, '%')).toEqual([]);
  });

  it('follows a changed name: the old one finds nobody any more', async () => {
    const { version } = await consultant.customers.detail({ customerId: buyer });
    const change = { customerId: buyer, version, secondPhone: null, address: '', intent: '', rating: 'A' as const };
    await consultant.customers.update({ ...change, name: '上官婉儿', nextFollowUpOn: null });
    expect(await found(consultant, '上官')).toContain('customers 上官婉儿');
    expect((await found(consultant, '欧阳倩')).filter((hit) => hit.startsWith('customers'))).toEqual([]);
  });

  it('finds a change and a small booking by number, home and customer, and shows them to nobody else', async () => {
    await approve(desk, approvalId);
    const ask = { kind: 'signingExtension' as const, signBy: localDate('2026-12-20') };
    const { number: change } = await askFor(consultant, subscriptionId, ask);
    const { number: booking } = await bookHome(consultant, other, buyer);
    for (const text of [change, change.slice(-4), '3-1-1802', '欧阳倩', 'oyq'])
      expect(await found(consultant, text), text).toContain(`changes ${change}`);
    for (const text of [booking, booking.toLowerCase(), '3-2-1803', '上官婉儿'])
      expect(await found(consultant, text), text).toContain(`bookings ${booking}`);
    const hidden = await found(desk.as('consultant'), change);
    expect([...hidden, ...(await found(desk.as('consultant'), booking))]).toEqual([]);
  });
});

describe('The search for contracts', () => {
  it('finds one by its number, its buyer and its home, for those who may open it', async () => {
    const desk = await testOffice();
    const consultant = desk.as('consultant', '赵敏');
    const { contractId, number } = await draftedContract(desk, consultant);
    const { row } = await consultant.contracts.detail({ contractId });
    const contracts = async (person: TestClient, text: string) =>
      (await person.search.find({ text })).filter(({ noun }) => noun === 'contracts');
    for (const text of [number, number.slice(-4), '欧阳询', 'oyx', row.unit])
      expect(await contracts(consultant, text), text).toMatchObject([
        { id: contractId, title: number, buyers: '欧阳询', unit: row.unit, state: 'draft', signBy: row.signBy },
      ]);
    expect(await contracts(desk.as('manager'), number)).toHaveLength(1);
    expect(await contracts(desk.as('consultant'), number)).toEqual([]);
    expect(await contracts(desk.as('planner'), number)).toEqual([]);
    await desk.close();
  });
});

describe('A search among very many', () => {
  it('misses nobody who meets a common term and a rare one', async () => {
    const desk = await testOffice();
    const { client } = desk.office.database;
    const put = client.prepare('insert into grams (gram, noun, subject_id) values (?, ?, ?)');
    client.transaction(() => {
      for (let id = 1; id <= 12_000; id += 1) {
        put.run('wang', 'customers', id);
        put.run(String(id).padStart(4, '0').slice(-4), 'customers', id);
      }
    })();
    expect(findSubjects(client, gramsOfQuery('wang 9876'), 'customers')).toEqual([9876]);
    expect(findSubjects(client, gramsOfQuery('wang 0007'), 'customers')).toEqual([7, 10_007]);
    expect(findSubjects(client, gramsOfQuery('wang'), 'units')).toEqual([]);
    const plan = client
      .prepare('explain query plan select distinct subject_id from grams where +noun = ? and gram >= ? and gram < ?')
      .all('customers', 'a', 'b');
    expect(JSON.stringify(plan)).toContain('gram>?');
    await desk.close();
  });
});
