import { describe, expect, it } from 'vitest';
import { householdFor, matchPeople, type PersonFile, surnameOf } from '#shared/domain/customers/households.ts';
import { customerInputSchema, identityRefusal, missingParts, phoneRefusal } from '#shared/domain/customers/shapes.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const husband: PersonFile = {
  customerId: 1,
  householdId: 7,
  name: '王海涛',
  phones: ['13823606021'],
  identityHash: 'h1',
  address: '江北路1号',
};
const person = { name: '王海涛', phones: ['13900000000'], identityHash: null, address: '' };

describe('a file that may be the same person', () => {
  it.each([
    ['the same phone', { phones: ['13823606021'] }, 'samePhone', true],
    ['a changed number under a known identity', { identityHash: 'h1' }, 'sameIdentity', true],
    ['the same name and last four digits', { phones: ['17700006021'] }, 'sameNameAndTail', false],
    ['the same address and surname', { name: '王小明', address: '江北路1号' }, 'sameAddressAndSurname', false],
  ])('is found by %s', (_, change, reason, hard) => {
    expect(matchPeople({ ...person, ...change }, [husband])).toEqual([{ customerId: 1, householdId: 7, reason, hard }]);
  });

  it('is not found by a name alone, and two empty addresses are not the same', () => {
    expect(matchPeople(person, [{ ...husband, address: '' }])).toEqual([]);
  });

  it('lists firm hits first and joins the household they belong to', () => {
    const soft = { ...husband, customerId: 2, householdId: 8, phones: ['17700006021'] };
    const matches = matchPeople({ ...person, phones: ['13823606021'] }, [soft, husband]);
    expect(matches.map((match) => match.customerId)).toEqual([1, 2]);
    expect(householdFor(matches, [])).toBe(7);
    expect(householdFor([], [husband])).toBe(7);
    expect(householdFor([], [])).toBeUndefined();
  });

  it('knows compound surnames', () => {
    expect([surnameOf('欧阳静'), surnameOf('王静')]).toEqual(['欧阳', '王']);
  });
});

describe('a customer file as entered', () => {
  const input = {
    name: '李雪',
    phone: '１３８０００００００0',
    secondPhone: null,
    householdId: null,
    address: '',
    intent: '三房',
    rating: 'B',
    channel: 'passingBy',
  };

  it('keeps the phone in its stored form and asks for no identity number', () => {
    expect(customerInputSchema.parse(input).phone).toBe('13800000000');
    expect(customerInputSchema.safeParse({ ...input, identityNumber: '1' }).success).toBe(false);
    expect(customerInputSchema.safeParse({ ...input, phone: '1380000000' }).success).toBe(false);
  });

  it('refuses phones and identity numbers that cannot be right', () => {
    expect(phoneRefusal('12800000000')?.code).toBe('PHONE_NOT_VALID');
    expect(phoneRefusal('86-138-0000-0000')).toBeUndefined();
    const today = localDate('2026-11-23');
    expect(identityRefusal({ kind: 'identityCard', number: '11010519491231002X' }, today)).toBeUndefined();
    expect(identityRefusal({ kind: 'identityCard', number: '110105194912310020' }, today)?.code).toBe(
      'IDENTITY_NUMBER_NOT_VALID',
    );
  });

  it('says what is still missing in a registration', () => {
    const registration = {
      name: '李雪',
      phone: null,
      channel: 'passingBy',
      intent: '',
      rating: 'B',
      nextFollowUpOn: null,
    };
    expect(missingParts(registration)).toEqual(['phone', 'intent', 'nextFollowUp']);
  });
});
