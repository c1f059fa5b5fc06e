import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, plainTerms } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

describe('A purchase plan', () => {
  let desk: TestOffice;
  let consultant: TestClient & { readonly me: number };
  let home: number;
  let buyer: number;
  beforeEach(async () => {
    desk = await testOffice();
    [home = 0] = await buildHomes(desk);
    consultant = desk.as('consultant', '赵敏');
    buyer = await buildBuyer(consultant);
  });
  afterEach(() => desk.close());

  const ways = [
    { planCode: 'lumpSum', loanYears: 30 },
    { planCode: 'mortgage', loanYears: 30 },
    { planCode: 'combined', loanYears: 20 },
  ];
  const termsOf = (part: object = {}) => ({
    unitId: home,
    adjustments: [],
    homeOrder: 'first' as const,
    ways,
    ...part,
  });
  const give = (part: object = {}, shownPrice = 100_000_000) =>
    consultant.quotes.create({ terms: termsOf(part), customerId: buyer, shownPrice });

  it('shows up to three payment ways of one price, with loans, taxes and fees', async () => {
    const found = await consultant.quotes.reckon({ terms: termsOf() });
    expect(found.price).toBe(100_000_000);
    expect(found.validUntil).toBe('2026-11-26');
    expect(found.refusals).toEqual([]);
    expect(found.ways.map(({ planCode, downPayment }) => [planCode, downPayment.amount])).toEqual([
      ['lumpSum', 100_000_000],
      ['mortgage', 30_000_000],
      ['combined', 30_000_000],
    ]);
    const [lump, mortgage, combined] = found.ways;
    expect(lump?.repayment).toBeNull();
    // 700 000 over thirty years at 3.5 %.
    expect(mortgage?.repayment?.equalInstalments.first).toBe(314_331);
    expect(combined?.loans.map(({ principal, ratePpm }) => [principal, ratePpm])).toEqual([
      [40_000_000, 35_000],
      [30_000_000, 26_000],
    ]);
    expect(found.fees.find(({ kind }) => kind === 'deedTax')).toMatchObject({ ratePpm: 10_000, amount: 1_000_000 });
    await expect(consultant.quotes.reckon({ terms: termsOf({ ways: [...ways, ways[0]] }) })).rejects.toThrow();
  });

  it('reckons by the settings of its day, and one given before keeps what it said', async () => {
    const { quoteId } = await give();
    await desk.as('manager').settings.set({
      key: 'loanRates',
      value: {
        commercialLoan: { firstHome: 30_000, secondHome: 30_000 },
        providentLoan: { firstHome: 26_000, secondHome: 30_750 },
        providentShort: { firstHome: 21_000, secondHome: 25_250 },
      },
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '银行通知',
    });
    const now = await consultant.quotes.reckon({ terms: termsOf() });
    expect(now.ways[1]?.loans[0]?.ratePpm).toBe(30_000);
    const { reckoning } = await consultant.quotes.detail({ quoteId });
    expect(reckoning.ways[1]?.loans[0]?.ratePpm).toBe(35_000);
  });

  it('ends with its days, or sooner with a discount that it counts on', async () => {
    await desk.as('manager').settings.set({
      key: 'discounts',
      value: [
        {
          kind: 'percent',
          code: 'A',
          label: '周末优惠',
          ratePpm: 10_000,
          from: null,
          until: '2026-11-24',
          stackable: true,
        },
      ],
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '销售会议',
    });
    const adjustments = [{ kind: 'listed' as const, code: 'A' }];
    expect((await consultant.quotes.reckon({ terms: termsOf({ adjustments }) })).validUntil).toBe('2026-11-24');
    const { quoteId, number } = await give();
    expect(number).toBe('ZY-2026-0001');
    desk.clock.advance(4 * 86_400_000);
    const manager = desk.as('manager');
    const { row, can } = await manager.quotes.detail({ quoteId });
    expect(row.state).toBe('expired');
    expect(can['subscribe']).toEqual({
      code: 'QUOTE_EXPIRED',
      params: { number: 'ZY-2026-0001', untilOn: '2026-11-26' },
    });
    await expectRefusal(manager.documents.issue({ kind: 'purchasePlan', subjectId: quoteId }), 'QUOTE_EXPIRED');
  });

  it('is not given at a price beyond one’s own authority, nor at one that has changed, nor to another’s customer', async () => {
    const adjustments = [{ kind: 'percent' as const, code: 'by-hand-1', label: '特批', ratePpm: 40_000 }];
    const { code, params } = await refusalOf(give({ adjustments }, 96_000_000));
    expect([code, params['post']]).toEqual(['QUOTE_NEEDS_APPROVAL', 'manager']);
    await expectRefusal(give({}, 99_000_000), 'PRICE_CHANGED');
    const other = desk.as('consultant');
    await expectRefusal(
      other.quotes.create({ terms: termsOf(), customerId: buyer, shownPrice: 100_000_000 }),
      'NOT_YOUR_CUSTOMER',
    );
    expect(await consultant.quotes.list({ of: 'customer', customerId: buyer })).toEqual([]);
  });

  it('warns where the provident fund would lend less, and refuses a loan of too many years', async () => {
    const [dear = 0] = await buildHomes(desk, { name: '楼王' });
    const fund = [{ planCode: 'providentFund', loanYears: 30 }];
    expect((await consultant.quotes.reckon({ terms: termsOf({ ways: fund }) })).warnings).toEqual([]);
    const manager = desk.as('manager');
    for (const [key, value] of [
      ['providentLoanCap', 50_000_000],
      ['loanYearsMost', 25],
    ] as const)
      await manager.settings.set({ key, value, effectiveFrom: localDate('2026-11-23'), sourceNote: '公积金中心' });
    const { warnings, refusals } = await consultant.quotes.reckon({ terms: termsOf({ unitId: dear, ways: fund }) });
    expect(warnings).toEqual([
      { code: 'PROVIDENT_LOAN_OVER_CAP', params: { loanFen: 70_000_000, capFen: 50_000_000 } },
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(['LOAN_TERM_TOO_LONG']);
  });

  it('is seen by its consultant and by those who see all, and reserves nothing', async () => {
    const { quoteId } = await give();
    const [row] = await desk.as('manager').quotes.list({ of: 'unit', unitId: home });
    expect(row).toMatchObject({ id: quoteId, state: 'valid', planCodes: ['lumpSum', 'mortgage', 'combined'] });
    const other = desk.as('consultant');
    expect(await other.quotes.list({ of: 'unit', unitId: home })).toEqual([]);
    await expectRefusal(other.quotes.detail({ quoteId }), 'DEAL_OF_OTHER');
    await expectRefusal(other.documents.ofSubject({ noun: 'quotes', subjectId: quoteId }), 'DEAL_OF_OTHER');
    expect((await other.units.detail({ unitId: home })).cell.state).toBe('available');
  });

  it('becomes a subscription once, for its home and its customer, by the office’s own figures', async () => {
    const { quoteId, number } = await give();
    await consultant.units.lock({ unitId: home });
    const order = {
      terms: plainTerms(home),
      buyers: [{ customerId: buyer, sharePpm: 1_000_000 }],
      shownPrice: 100_000_000,
      consent: true,
      mortgageDisclosed: false,
      reason: '',
      quoteId,
    };
    await expectRefusal(consultant.subscriptions.create({ ...order, shownPrice: 90_000_000 }), 'PRICE_CHANGED');
    const stranger = await buildBuyer(consultant, '黄庭坚');
    const buyers = [{ customerId: stranger, sharePpm: 1_000_000 }];
    await expectRefusal(consultant.subscriptions.create({ ...order, buyers }), 'QUOTE_DOES_NOT_FIT');
    const { subscriptionId } = await consultant.subscriptions.create(order);
    const { row, subscriptionId: followed, can } = await consultant.quotes.detail({ quoteId });
    expect([row.state, followed]).toEqual(['subscribed', subscriptionId]);
    expect(can['subscribe']).toEqual({ code: 'QUOTE_USED', params: { number } });
    const { client } = desk.office.database;
    expect(replay(client).get('quotes')).toEqual(currentTables(client).get('quotes'));
  });

  it('is issued once as a paper of one page under its own number', async () => {
    const { quoteId, number } = await give();
    const { documentId } = await consultant.documents.issue({ kind: 'purchasePlan', subjectId: quoteId });
    await desk.office.press.idle();
    const { document, noun, subjectId } = await consultant.documents.detail({ documentId });
    expect(document).toMatchObject({ kind: 'purchasePlan', number, state: 'issued', pages: 1 });
    expect([noun, subjectId]).toEqual(['quotes', quoteId]);
    const { documents } = await consultant.customers.detail({ customerId: buyer });
    expect(documents.map(({ id, kind }) => [id, kind])).toEqual([[documentId, 'purchasePlan']]);
    expect((await consultant.documents.issue({ kind: 'purchasePlan', subjectId: quoteId })).documentId).toBe(
      documentId,
    );
  });

  it('has an estimate of everything it costs, by the rates of its day and with their sources', async () => {
    const { quoteId, number } = await give();
    await desk.as('manager').settings.set({
      key: 'optionalCharges',
      value: { insurance: 60_000, notary: 0, agency: 0 },
      effectiveFrom: localDate('2026-11-24'),
      sourceNote: '明日起代收保险费',
    });
    const { documentId } = await consultant.documents.issue({ kind: 'expenseEstimate', subjectId: quoteId });
    await desk.office.press.idle();
    const { document, noun } = await consultant.documents.detail({ documentId });
    expect(document).toMatchObject({ number: `FY-${number}`, state: 'issued', pages: 1, copiesDue: 1 });
    expect(noun).toBe('quotes');
    await expectRefusal(
      consultant.documents.issue({ kind: 'expenseEstimate', subjectId: quoteId, noun: 'receipts' }),
      'NOT_FOUND',
    );
    desk.clock.advance(30 * 24 * 3_600_000);
    await expectRefusal(
      desk.as('manager').documents.issue({ kind: 'expenseEstimate', subjectId: quoteId }),
      'QUOTE_EXPIRED',
    );
  });
});
