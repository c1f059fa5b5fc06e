import { describe, expect, it } from 'vitest';
import { deskPages } from '#renderer/app/desk-pages.ts';
import { pageAt } from '#renderer/app/shell/frame-model.ts';

describe('The page of a desk that one is at', () => {
  const nameAt = (desk: keyof typeof deskPages, address: string) => pageAt(deskPages[desk] ?? [], address)?.name;

  it('is the page itself, and the page of the list for one of its records', () => {
    expect(nameAt('contracts', '/contracts/contracts')).toBe('contracts');
    expect(nameAt('contracts', '/contracts/contracts/12/preview')).toBe('contracts');
    expect(nameAt('reception', '/reception/customers/12')).toBe('customers');
    expect(nameAt('reception', '/reception')).toBe('reception');
  });

  it('is the page from which a record of another address is reached', () => {
    expect(nameAt('contracts', '/contracts/agreements/3')).toBe('contracts');
    expect(nameAt('contracts', '/contracts/subscribe/40')).toBe('subscriptions');
    expect(nameAt('contracts', '/contracts/change/7')).toBe('changes');
    expect(nameAt('contracts', '/contracts/documents/5/scans')).toBe('prints');
  });

  it('is none at an address of no page', () => {
    expect(nameAt('contracts', '/contracts/nowhere')).toBeUndefined();
  });
});
