import { describe, expect, it } from 'vitest';
import { lossOf, type NamedAct } from '#shared/domain/restores/loss.ts';

const noon = 1_795_399_200_000;
const act = (seq: number, minutes: number, kind: string, by: string | null): NamedAct => ({
  seq,
  at: noon + minutes * 60_000,
  kind,
  by,
});

describe('What an office would lose to a backup', () => {
  it('is told in acts and minutes, by kinds and people', () => {
    const lost = [
      act(11, 3, 'registered', '林晓'),
      act(12, 9, 'subscribed', '林晓'),
      act(13, 20.5, 'registered', '周涛'),
      act(14, 21.2, 'lockExpired', null),
    ];
    expect(lossOf(lost, noon, 2)).toEqual({
      kind: 'counted',
      acts: 4,
      minutes: 22,
      kinds: [
        { kind: 'registered', count: 2 },
        { kind: 'subscribed', count: 1 },
        { kind: 'lockExpired', count: 1 },
      ],
      people: ['林晓', '周涛'],
      last: lost[3],
      gained: 2,
    });
  });

  it('is nothing where the backup has all of it, and no time where a clock was set back', () => {
    expect(lossOf([], noon, 0)).toMatchObject({ acts: 0, minutes: 0, kinds: [], last: null });
    expect(lossOf([act(5, -30, 'registered', '林晓')], noon, 0)).toMatchObject({ acts: 1, minutes: 0 });
  });
});
