import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const DAY_MS = 86_400_000;

const visit = {
  kind: 'visit' as const,
  customerId: null,
  name: '欧阳询',
  phone: '100 1234 5678',
  channel: 'passingBy' as const,
  rating: 'B' as const,
  partySize: 2,
  intent: '三房，朝南',
  notes: '看了样板房',
  nextFollowUpOn: null,
  receivedBy: null,
};

describe('The front desk', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('opens a file for a new visitor, who then belongs to the receiver', async () => {
    const consultant = desk.as('consultant');
    const answer = await consultant.visits.register(visit);
    expect(answer).toMatchObject({ created: true, owner: 'receiver' });
    const detail = await consultant.customers.detail({ customerId: answer.customerId });
    expect(detail.customer.phone).toBe('10012345678');
    expect(detail.customer.nextFollowUpOn).toBe('2026-11-24');
    expect(detail.visits).toHaveLength(1);
  });

  it('finds the customer while the phone is being typed, and whose he is', async () => {
    const owner = desk.as('consultant', '赵敏');
    await owner.visits.register(visit);
    const found = await desk.as('consultant').customers.matchPhone({ phone: '１００-1234-5678' });
    expect(found.matches).toHaveLength(1);
    expect(found.matches[0]).toMatchObject({ exact: true, mine: false, protection: 'protected' });
    expect(found.matches[0]?.customer.owner?.name).toBe('赵敏');
    expect(found.matches[0]?.customer.phone).toBe('100****5678');
  });

  it('shows nobody on a few digits', async () => {
    const consultant = desk.as('consultant');
    await consultant.visits.register(visit);
    expect((await consultant.customers.matchPhone({ phone: '1001' })).matches).toEqual([]);
  });

  it('leaves a protected customer with the owner when a colleague receives him', async () => {
    const owner = desk.as('consultant');
    await owner.visits.register(visit);
    const answer = await desk.as('consultant').visits.register(visit);
    expect(answer).toMatchObject({ created: false, owner: 'other' });
    const rows = (await owner.visits.day({ day: '2026-11-23' })).rows;
    expect(rows.map((row) => row.kind)).toEqual(['returnVisit', 'firstVisit']);
  });

  it('gives a customer whose protection has lapsed to whoever receives him', async () => {
    const owner = desk.as('consultant');
    await owner.visits.register(visit);
    desk.clock.advance(20 * DAY_MS);
    const receiver = desk.as('consultant');
    const answer = await receiver.visits.register(visit);
    expect(answer.owner).toBe('receiver');
    const detail = await receiver.customers.detail({ customerId: answer.customerId });
    expect(detail.customer.owner?.id).toBe(receiver.me);
  });

  it('opens one file only when two desks register the same phone at once', async () => {
    const desks = [desk.as('consultant'), desk.as('consultant'), desk.as('consultant')];
    const answers = await Promise.all(desks.map((one) => one.visits.register(visit)));
    expect(new Set(answers.map((answer) => answer.customerId)).size).toBe(1);
    expect(answers.filter((answer) => answer.created)).toHaveLength(1);
  });

  it('refuses what cannot be dialled', async () => {
    await expectRefusal(desk.as('consultant').visits.register({ ...visit, phone: '12ab' }), 'PHONE_NOT_VALID');
  });

  it('sends the next visitor to whoever has received fewest', async () => {
    const first = desk.as('consultant');
    const second = desk.as('consultant');
    await first.visits.register(visit);
    const rota = await first.visits.rota({ day: '2026-11-23' });
    expect(rota.find((one) => one.next)?.person.id).toBe(second.me);
  });

  it('shows a phone in full to others only after a reason was given, and for some minutes', async () => {
    const { customerId } = await desk.as('consultant').visits.register(visit);
    const supervisor = desk.as('supervisor');
    expect((await supervisor.customers.detail({ customerId })).customer.phone).toBe('100****5678');
    await expectRefusal(supervisor.customers.revealed({ customerId }), 'REVEAL_NEEDED');
    await supervisor.customers.reveal({ customerId, reason: 'callCustomer' });
    expect((await supervisor.customers.revealed({ customerId })).phone).toBe('10012345678');
    desk.clock.advance(6 * 60_000);
    await expectRefusal(supervisor.customers.revealed({ customerId }), 'REVEAL_NEEDED');
  });

  it('finds a customer by pinyin, initials and the tail of the phone', async () => {
    const consultant = desk.as('consultant');
    const { customerId } = await consultant.visits.register(visit);
    for (const text of ['欧阳', 'ouyang', 'oyx', '5678'])
      expect((await consultant.search.find({ text })).map(({ noun, id }) => [noun, id])).toContainEqual([
        'customers',
        customerId,
      ]);
    expect(await desk.as('consultant').search.find({ text: 'ouyang' })).toEqual([]);
  });

  it('puts the next contact on the list of whoever has to make it', async () => {
    const consultant = desk.as('consultant');
    const { customerId } = await consultant.visits.register({ ...visit, nextFollowUpOn: '2026-11-23' });
    const today = await consultant.tasks.today({});
    expect(today.tasks).toMatchObject([{ kind: 'followUpDue', subjectId: customerId, overdue: false }]);
    expect((await desk.as('consultant').tasks.today({})).tasks).toEqual([]);
    await consultant.customers.followUp({
      customerId,
      method: 'phone',
      content: '约好周六带父母再来看一次样板房',
      rating: 'A',
      nextOn: '2026-11-28',
    });
    expect((await consultant.tasks.today({})).tasks).toEqual([]);
  });

  it('keeps personal data out of the log in clear, and yet replays to the same tables', async () => {
    const { client } = desk.office.database;
    const consultant = desk.as('consultant');
    const { customerId } = await consultant.visits.register(visit);
    await consultant.customers.update({
      customerId,
      version: 1,
      name: '欧阳询',
      secondPhone: null,
      identity: { kind: 'identityCard', number: '999999199001011238' },
      address: '渝中区某路 1 号',
      intent: '三房',
      rating: 'A',
      nextFollowUpOn: null,
    });
    const log = JSON.stringify(client.prepare('select before, after from event_changes').all());
    for (const secret of ['欧阳询', '10012345678', '999999199001011238', '渝中区']) expect(log).not.toContain(secret);
    expect(replay(client).get('customers')).toEqual(currentTables(client).get('customers'));
    expect(replay(client).get('visits')).toEqual(currentTables(client).get('visits'));
  });

  it('says that a number is taken when it belongs to another customer', async () => {
    const consultant = desk.as('consultant');
    const first = await consultant.visits.register(visit);
    const second = await consultant.visits.register({ ...visit, phone: '10012340000', name: '王五' });
    const same = { kind: 'identityCard' as const, number: '999999199001011238' };
    const rest = {
      secondPhone: null,
      address: '',
      intent: '',
      rating: 'A' as const,
      nextFollowUpOn: null,
      identity: same,
    };
    await consultant.customers.update({ customerId: first.customerId, version: 1, name: '欧阳询', ...rest });
    const late = consultant.customers.update({ customerId: second.customerId, version: 1, name: '王五', ...rest });
    await expectRefusal(late, 'IDENTITY_TAKEN');
  });
});
