import { describe, expect, it } from 'vitest';
import { changedDraft } from '#shared/domain/contracts/change-draft.ts';
import { contractDraftSchema } from '#shared/domain/contracts/draft.ts';
import { fieldChangesSchema } from '#shared/domain/contracts/fields/catalogue.ts';
import { draftContract, refreshedDraft } from '#shared/domain/contracts/make-draft.ts';
import { preflight } from '#shared/domain/contracts/preflight.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, sumFen } from '#shared/kernel/money.ts';
import { draftFacts, preflightFacts } from '../../support/contract-builders.ts';

describe('A contract drafted from its subscription', () => {
  it.each(['lumpSum', 'instalment', 'mortgage', 'providentFund', 'combined'] as const)(
    'takes unit, price and plan from the records when it is paid by %s',
    (kind) => {
      const draft = draftContract(draftFacts(kind));
      expect(contractDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
      expect(draft.fields).toMatchObject({ total: 151_252_200, roomNumber: '1702', areaRule: 'inner' });
      expect(draft.given).toContain('total');
      expect(sumFen(draft.annexes.payments.map((one) => one.amount))).toBe(draft.fields.total);
    },
  );

  it('says of a loan how much the buyer pays himself, until when, and what the bank lends', () => {
    expect(draftContract(draftFacts('mortgage')).fields).toMatchObject({
      paymentMethod: 'loan',
      loanKind: 'commercial',
      loanAmount: 105_000_000,
      firstAmount: 46_252_200,
      firstDueOn: '2026-11-23',
      firstPercent: 305_795,
      onceDueOn: null,
      lastDueOn: null,
    });
  });

  it('says of instalments how many there are and when the last is due', () => {
    expect(draftContract(draftFacts('instalment')).fields).toMatchObject({
      paymentMethod: 'instalments',
      instalmentCount: 3,
      firstDueOn: '2026-11-23',
      lastDueOn: '2027-05-23',
      loanAmount: null,
    });
  });

  it('leaves open what no record says, so that it can be entered on the contract', () => {
    const draft = draftContract(draftFacts('mortgage', { permits: [] }));
    expect(draft.fields.permitNumber).toBeNull();
    expect(draft.given).not.toContain('permitNumber');
    expect(changedDraft(draft, { permitNumber: '样 1' }).fields.permitNumber).toBe('样 1');
  });

  it('takes over from the last contract of the building what is the same for every unit, and nothing else', () => {
    const carried = { fields: { landPlace: '滨江路', noticeDays: 20 }, annexes: {} };
    const { fields } = draftContract(draftFacts('mortgage', { carried }));
    expect(fields.landPlace).toBe('滨江路');
    expect(fields.noticeDays).toBe(10);
  });

  it('keeps what was typed and takes what the records correct', () => {
    const draft = changedDraft(draftContract(draftFacts()), { lender: '样本银行' });
    const facts = draftFacts();
    const corrected = refreshedDraft(draft, { ...facts, unit: { ...facts.unit, builtArea: area(9_900) } });
    expect(corrected.fields).toMatchObject({ builtArea: 9_900, lender: '样本银行' });
  });
});

describe('A change of a contract', () => {
  it('is refused for a field that the records fill', () => {
    expect(() => changedDraft(draftContract(draftFacts()), { total: fen(1) })).toThrow(
      expect.objectContaining({ code: 'CONTRACT_FIELD_GIVEN' }),
    );
  });

  it('strikes a field, and takes the stroke away when it is filled', () => {
    const struck = changedDraft(draftContract(draftFacts()), {}, ['lender']);
    expect(struck.struck).toContain('lender');
    expect(changedDraft(struck, { lender: '样本银行' }).struck).not.toContain('lender');
  });

  it('holds only what its field can hold', () => {
    expect(fieldChangesSchema.safeParse({ deliveryOn: localDate('2028-06-30'), noticeDays: null }).success).toBe(true);
    for (const wrong of [{ disputeForum: 'duel' }, { noticeDays: 1.5 }, { nothing: 1 }, { landPlace: '' }])
      expect(fieldChangesSchema.safeParse(wrong).success).toBe(false);
  });
});

describe('The check of a contract', () => {
  it('names the fields that are open, and none of what was not chosen', () => {
    const bare = draftContract(draftFacts('lumpSum', { carried: { fields: {}, annexes: {} } }));
    const open = preflight(bare, preflightFacts()).map((one) => one.place);
    expect(open).toContainEqual({ at: 'field', field: 'landPlace' });
    for (const field of ['lender', 'instalmentCount', 'arbitrationBody', 'guarantor'])
      expect(open).not.toContainEqual({ at: 'field', field });
  });
});
