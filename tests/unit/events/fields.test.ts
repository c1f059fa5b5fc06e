import { describe, expect, it } from 'vitest';
import { fieldKind } from '#shared/domain/events/fields.ts';

describe('The fields of records in their history', () => {
  it('are told by what they are: money, areas, instants, people, words', () => {
    const told: readonly (readonly [string, unknown, string])[] = [
      ['price', 154_280_000, 'money'],
      ['builtArea', 9_873, 'area'],
      ['spaceLength', 530, 'length'],
      ['sharePpm', 500_000, 'ppm'],
      ['expiresAt', 1_790_000_000_000, 'instant'],
      ['commercialSince', 1_790_000_000_000, 'instant'],
      ['dueOn', '2026-11-30', 'day'],
      ['signBy', '2026-11-30', 'day'],
      ['ownerId', 4, 'person'],
      ['lockedBy', 4, 'person'],
      ['unitId', 17, 'record'],
      ['commercialState', 'locked', 'word'],
      ['consent', true, 'flag'],
      ['copies', 4, 'number'],
      ['terms', { a: 1 }, 'list'],
      ['stateReason', '客户要求', 'text'],
      ['passwordHash', '$argon2id$', 'secret'],
      ['tokenHash', 'ab', 'secret'],
    ];
    for (const [column, value, kind] of told) expect([column, fieldKind(column, value)]).toEqual([column, kind]);
  });
});
