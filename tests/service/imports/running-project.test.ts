import { getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, loggedTables } from '#db/replay.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { type ProjectLists, projectBook, smallProject } from '#tests/support/project-book.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('Taking over a running project', () => {
  let desk: TestOffice;
  let office: TestClient;
  let consultant: TestClient & { readonly me: number };
  beforeEach(async () => {
    desk = await testOffice();
    await buildHomes(desk, { floors: 2, rooms: 2 });
    office = desk.as('backOffice', '何静');
    consultant = desk.as('consultant', '陈晓');
  });
  afterEach(() => desk.close());

  const order = async (lists: ProjectLists) => ({ files: [await projectBook(lists)], choices: [] });
  const looked = async (lists: ProjectLists) => office.imports.previewProject(await order(lists));
  const taken = async (lists: ProjectLists = smallProject) => {
    const asked = await order(lists);
    const { totals } = await office.imports.previewProject(asked);
    return office.imports.commitProject({ ...asked, totals });
  };
  const dealOf = async (number: string) => {
    const { rows } = await office.subscriptions.list({ scope: 'all', state: null, text: '' });
    const id = rows.find((row) => row.number === number)?.id ?? 0;
    return office.subscriptions.detail({ subscriptionId: id });
  };
  const count = (table: string) =>
    Number(desk.office.database.client.prepare(`select count(*) from ${table}`).pluck().get());

  it('shows what would be made, to the fen, and writes nothing', async () => {
    const seen = await looked(smallProject);
    expect(seen.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(seen.sheets.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['customers', 4],
      ['subscriptions', 3],
      ['contracts', 2],
      ['receipts', 6],
      ['balances', 4],
      ['totals', 5],
    ]);
    expect(seen.figures).toEqual({
      customers: { count: 4, amount: 0 },
      subscriptions: { count: 3, amount: 297_000_050 },
      contracts: { count: 2, amount: 198_000_050 },
      receipts: { count: 6, amount: 173_000_050 },
      balances: { count: 2, amount: 124_000_000 },
    });
    expect(seen.deals.map(({ home, state, received, open }) => [home, state, received, open])).toEqual([
      ['1-1-101', 'filed', 70_000_050, 28_000_000],
      ['1-1-102', 'signed', 100_000_000, 0],
      ['1-1-201', 'depositComplete', 3_000_000, 96_000_000],
    ]);
    expect(count('customers') + count('subscriptions') + count('receipts')).toBe(0);
  });

  it('writes it whole under the numbers and days of the old papers, and the log replays', async () => {
    const { figures } = await taken();
    expect(figures.receipts).toEqual({ count: 6, amount: 173_000_050 });
    const [filed, paid, live] = [await dealOf('认字001'), await dealOf('认字002'), await dealOf('RG-2026-0007')];
    expect(filed.row).toMatchObject({ state: 'converted', subscribedOn: '2024-03-01', price: 98_000_050 });
    expect(paid.row).toMatchObject({ state: 'converted', price: 100_000_000 });
    expect(live.row).toMatchObject({ state: 'depositComplete', price: 99_000_000 });
    const contracts = await office.contracts.list({ scope: 'all', states: null, text: '' });
    expect(
      contracts.rows
        .map(({ number, state, signedOn, filingNumber, received }) => [number, state, signedOn, filingNumber, received])
        .sort(),
    ).toEqual([
      ['HT-2024-0002', 'signed', '2024-03-12', '', 100_000_000],
      ['合字001', 'filed', '2024-03-09', 'WQ20240001', 70_000_050],
    ]);
    const { units } = await office.units.board({});
    expect(units.map(({ roomNo, state }) => [roomNo, state]).sort()).toEqual([
      ['101', 'signed'],
      ['102', 'paidUp'],
      ['201', 'subscribed'],
      ['202', 'available'],
    ]);
    const due = await office.payments.due({ until: '2027-12-31' as never });
    expect(due.rows.map(({ subscription, item, dueOn, open }) => [subscription, item, dueOn, open])).toEqual([
      ['RG-2026-0007', 'instalment', '2026-12-20', 48_000_000],
      ['认字001', 'commercialLoan', '2026-12-31', 28_000_000],
      ['RG-2026-0007', 'instalment', '2027-03-20', 48_000_000],
    ]);
    const book = await office.payments.book({ from: '2024-01-01' as never, to: '2026-12-31' as never });
    expect(book.total).toBe(173_000_050);
    expectReplayed(desk);
  });

  it('opens as any other deal: its papers, its people, its plan and its history', async () => {
    await taken();
    const filed = await dealOf('认字001');
    expect(filed.row.consultant).toEqual({ id: consultant.me, name: '陈晓' });
    expect(filed.buyers.map(({ name, sharePpm }) => [name, sharePpm])).toEqual([
      ['钱一鸣', 500_000],
      ['孙二娘', 500_000],
    ]);
    expect(filed.receipts.map(({ number, receivedOn, amount }) => [number, receivedOn, amount])).toEqual([
      ['收001', '2024-03-01', 5_000_000],
      ['收002', '2024-03-09', 25_000_050],
      ['收003', '2024-05-08', 40_000_000],
    ]);
    expect(filed.plan.map(({ item, amount, received }) => [item, amount, amount - received])).toEqual([
      ['deposit', 5_000_000, 0],
      ['firstPayment', 25_000_050, 0],
      ['commercialLoan', 68_000_000, 28_000_000],
    ]);
    expect(filed.history.map(({ kind }) => kind)).toEqual(['projectTakenOver']);
    const { rows } = await office.contracts.list({ scope: 'all', states: ['filed'], text: '钱一鸣' });
    const contract = await office.contracts.detail({ contractId: rows[0]?.id ?? 0 });
    expect(contract.signing.map(({ signedOn }) => signedOn)).toEqual(['2024-03-09', '2024-03-09', '2024-03-09']);
    const cases = await office.cases.list({ kind: 'mortgage', open: true });
    expect(cases.rows).toHaveLength(1);
    // What is filed already needs no case of its filing; the other signed contract does.
    const filings = await office.cases.list({ kind: 'filing', open: false });
    expect(filings.rows.map(({ openedOn, contract }) => [openedOn, contract])).toEqual([
      ['2026-11-23', 'HT-2024-0002'],
    ]);
    expect((await office.search.find({ text: '认字001' })).map(({ title }) => title)).not.toEqual([]);
    const [found] = await office.search.find({ text: '13900000004' });
    const { customer } = await office.customers.detail({ customerId: found?.id ?? 0 });
    expect([customer.name, customer.state, customer.owner?.name]).toEqual(['周四海', 'prospect', '陈晓']);
  });

  it('goes on in this office: money, a contract, and numbers behind the old ones', async () => {
    await taken();
    const { row, version, buyers } = await dealOf('RG-2026-0007');
    const drafted = await consultant.contracts.draft({ subscriptionId: row.id, version });
    expect(drafted.number).toBe('HT-2026-0001');
    const now = await dealOf('RG-2026-0007');
    const receipt = await office.payments.receive({
      subscriptionId: row.id,
      version: now.version,
      item: 'instalment',
      method: 'transfer',
      amount: 48_000_000,
      payerId: buyers[0]?.customerId ?? 0,
      reference: '99001',
    });
    expect(receipt).toMatchObject({ number: 'SJ-2026-0001', remaining: 48_000_000 });
    // The receipt without a number took the next one behind the old one of its year.
    const book = await office.payments.book({ from: '2024-01-01' as never, to: '2024-12-31' as never });
    expect(book.rows.map(({ number }) => number)).toContain('SJ-2024-0005');
    expectReplayed(desk);
  });

  it('prints no contract that exists on old paper, and says why', async () => {
    await taken();
    const { rows } = await office.contracts.list({ scope: 'all', states: null, text: '' });
    for (const { id } of rows) {
      expect((await office.contracts.detail({ contractId: id })).can['issue']).toEqual({
        code: 'CONTRACT_ON_OLD_PAPER',
      });
      for (const kind of ['saleContract', 'netSigningSheet'] as const)
        await expectRefusal(office.documents.issue({ kind, subjectId: id }), 'CONTRACT_ON_OLD_PAPER');
    }
    expect(rows).toHaveLength(2);
  });

  it('is undone as one act: every table is as it was before', async () => {
    const { client } = desk.office.database;
    const before = currentTables(client);
    const { importId, version } = await taken();
    const undone = await office.imports.undo({ importId, version });
    expect(undone.kind).toBe('runningProject');
    const after = currentTables(client);
    for (const table of loggedTables.map((one) => getTableName(one))) {
      if (table === 'imports') continue;
      const bare = (rows: ReturnType<typeof before.get>) =>
        [...(rows ?? [])].map(([id, { version: _v, ...row }]) => [id, row]);
      expect(bare(after.get(table)), table).toEqual(bare(before.get(table)));
    }
    expect(await office.search.find({ text: '钱一鸣' })).toEqual([]);
    expectReplayed(desk);
    // And it can be done again.
    expect((await taken()).figures.customers.count).toBe(4);
    expectReplayed(desk);
  });

  it.each([
    [
      'money was taken',
      async () => {
        const { row, version, buyers } = await dealOf('RG-2026-0007');
        await office.payments.receive({
          subscriptionId: row.id,
          version,
          item: 'instalment',
          method: 'transfer',
          amount: 100,
          payerId: buyers[0]?.customerId ?? 0,
          reference: '1',
        });
      },
    ],
    [
      'a customer came again',
      async () => {
        await consultant.visits.register({
          kind: 'visit',
          customerId: null,
          name: '周四海',
          phone: '13900000004',
          channel: 'other',
          rating: 'B',
          partySize: 1,
          intent: '',
          notes: '',
          nextFollowUpOn: null,
          receivedBy: null,
        });
      },
    ],
    [
      'a paper was issued',
      async () => {
        const { row } = await dealOf('RG-2026-0007');
        const { documentId } = await office.documents.issue({ kind: 'subscriptionBook', subjectId: row.id });
        await desk.office.press.idle();
        expect((await office.documents.detail({ documentId })).document).toMatchObject({
          state: 'issued',
          number: 'RG-2026-0007',
        });
      },
    ],
    [
      'a contract was drafted',
      async () => {
        const { row, version } = await dealOf('RG-2026-0007');
        await consultant.contracts.draft({ subscriptionId: row.id, version });
      },
    ],
  ])('is not undone once %s', async (_what, touch) => {
    const { importId, version } = await taken();
    expect((await office.imports.list({}))[0]?.can).toEqual({ undo: true });
    await touch();
    expect((await office.imports.list({}))[0]?.can['undo']).toMatchObject({ code: 'IMPORT_PROJECT_TOUCHED' });
    await expectRefusal(office.imports.undo({ importId, version }), 'IMPORT_PROJECT_TOUCHED');
  });

  it('is refused while a total of the office is missing or a fen off', async () => {
    const asked = await order(smallProject);
    const { totals } = await office.imports.previewProject(asked);
    const off = { ...totals, receipts: { ...totals.receipts, amount: (totals.receipts.amount ?? 0) + 1 } };
    await expectRefusal(office.imports.commitProject({ ...asked, totals: off }), 'IMPORT_TOTALS_DIFFER');
    const unsaid = { ...totals, customers: { count: null, amount: null } };
    await expectRefusal(office.imports.commitProject({ ...asked, totals: unsaid }), 'IMPORT_TOTALS_MISSING');
    expect(count('imports')).toBe(0);
  });

  it('comes as several files as well', async () => {
    const { 客户, 认购, ...rest } = smallProject;
    const files = [
      await projectBook({ 客户 }, '客户.xlsx'),
      await projectBook({ 认购 }, '认购.xlsx'),
      await projectBook(rest, '其余.xlsx'),
    ];
    const seen = await office.imports.previewProject({ files, choices: [] });
    expect(seen.errors).toBe(0);
    expect(seen.figures.balances.amount).toBe(124_000_000);
    expect(seen.sheets[0]?.name).toBe('客户.xlsx · 客户');
  });

  it('knows the customers whom the office has already, and adds them no second time', async () => {
    const { customerId } = await consultant.visits.register({
      kind: 'visit',
      customerId: null,
      name: '钱一鸣',
      phone: '13900000001',
      channel: 'other',
      rating: 'B',
      partySize: 1,
      intent: '',
      notes: '',
      nextFollowUpOn: null,
      receivedBy: null,
    });
    expect((await looked(smallProject)).knownCustomers).toBe(1);
    await taken();
    expect(count('customers')).toBe(4);
    expect((await dealOf('认字001')).buyers[0]?.customerId).toBe(customerId);
  });

  it('takes the office’s own way to pay where nothing says what is owed', async () => {
    const { 应收余额: _balances, ...lists } = smallProject;
    expect((await looked(lists)).figures.balances.amount).toBe(124_000_000);
    const plain = {
      ...lists,
      认购: lists.认购.slice(1, 2),
      合同: lists.合同.slice(1),
      收款: lists.收款.slice(3, 4),
      核对: [],
    };
    const { totals, figures } = await looked(plain);
    expect(figures.balances.amount).toBe(98_000_000);
    const own = { ...totals, ...figures };
    await office.imports.commitProject({ ...(await order(plain)), totals: own });
    expect((await dealOf('认字002')).plan.reduce((sum, { amount, received }) => sum + amount - received, 0)).toBe(
      98_000_000,
    );
  });

  it('is for those who answer for the books', async () => {
    const asked = await order(smallProject);
    await expectRefusal(desk.as('planner').imports.previewProject(asked), 'FORBIDDEN');
    await expectRefusal(consultant.imports.previewProject(asked), 'FORBIDDEN');
  });
});
