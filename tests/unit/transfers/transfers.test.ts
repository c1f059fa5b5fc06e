import { describe, expect, it } from 'vitest';
import { departments } from '#shared/domain/custody/places.ts';
import {
  inTransferView,
  postsOf,
  transferActs,
  transferRefusal,
  transferRules,
  transferStates,
} from '#shared/domain/transfers/transfers.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const transfer = {
  number: 'CD-2026-0001',
  state: 'sent' as const,
  fromDepartment: 'backOffice' as const,
  toDepartment: 'warrants' as const,
  sentBy: 1,
};
const warrants = { id: 2, posts: ['warrantOfficer'] as const };
const sender = { id: 1, posts: ['backOffice'] as const };

describe('A transfer of documents', () => {
  it('is received, refused or returned by the department that it went to, and withdrawn by the one that sent it', () => {
    expect(transferRefusal(transfer, 'receive', warrants)).toBeUndefined();
    expect(transferRefusal(transfer, 'receive', sender)?.code).toBe('TRANSFER_OF_OTHERS');
    expect(transferRefusal(transfer, 'withdraw', sender)).toBeUndefined();
    expect(transferRefusal(transfer, 'withdraw', warrants)?.code).toBe('TRANSFER_OF_OTHERS');
    expect(transferRefusal(transfer, 'signPaper', sender)).toBeUndefined();
    expect(transferRefusal({ ...transfer, state: 'received' }, 'return', warrants)).toBeUndefined();
  });

  it('is answered once, and by nobody who sent it themselves', () => {
    for (const state of transferStates.filter((one) => one !== 'sent'))
      expect(transferRefusal({ ...transfer, state }, 'receive', warrants)?.code).toBe('TRANSFER_ANSWERED');
    const both = { id: 1, posts: ['backOffice', 'warrantOfficer'] as const };
    expect(transferRefusal(transfer, 'receive', both)?.code).toBe('OWN_WORK');
    for (const act of transferActs) expect(transferRules[act].to).not.toBe('sent');
  });

  it('is shown to its receivers while it is open, and called late once its days are over', () => {
    const sent = { ...transfer, sentOn: localDate('2026-11-20') };
    const at = (view: 'toMe' | 'late' | 'open' | 'today', day: string, state: 'sent' | 'received' = 'sent') =>
      inTransferView(view, { ...sent, state }, ['warrants'], localDate(day), 3);
    expect([at('toMe', '2026-11-20'), at('toMe', '2026-11-20', 'received')]).toEqual([true, false]);
    expect([at('late', '2026-11-23'), at('late', '2026-11-24')]).toEqual([false, true]);
    expect([at('today', '2026-11-20'), at('today', '2026-11-21')]).toEqual([true, false]);
  });

  it('finds in every department posts that can receive it', () => {
    for (const department of departments) expect(postsOf(department).length).toBeGreaterThan(0);
  });
});
