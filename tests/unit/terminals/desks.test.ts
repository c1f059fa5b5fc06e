import { describe, expect, it } from 'vitest';
import { deskPages } from '#renderer/app/desk-pages.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { permissions } from '#shared/domain/accounts/permissions.ts';
import { isCarried, terminalDesks } from '#shared/domain/terminals/desks.ts';

const all = Object.keys(permissions) as Permission[];

describe('The desks of a terminal', () => {
  it('carry together whatever can be done: nothing is lost by limiting a terminal to all of them', () => {
    expect(all.filter((permission) => !isCarried(terminalDesks, permission))).toEqual([]);
  });

  it('are the desks that have pages, and each carries what its pages need', () => {
    expect([...terminalDesks]).toEqual(Object.keys(deskPages));
    for (const desk of terminalDesks)
      for (const { path, needs } of deskPages[desk] ?? [])
        if (needs !== 'signedIn') expect([path, isCarried([desk], needs)]).toEqual([path, true]);
  });

  it('leave a terminal that is not limited alone, and one without any desk nothing', () => {
    for (const permission of all) {
      expect(isCarried(null, permission)).toBe(true);
      expect(isCarried([], permission)).toBe(false);
    }
  });

  it('keep money, people and the terminals themselves away from the reception', () => {
    for (const permission of ['payments.receive', 'accounts.write', 'terminals.manage', 'contracts.sign'] as const)
      expect(isCarried(['today', 'reception'], permission)).toBe(false);
  });
});
