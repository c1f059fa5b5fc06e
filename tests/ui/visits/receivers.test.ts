import { describe, expect, it } from 'vitest';
import { receiversFor } from '#renderer/features/visits/hooks/receivers.ts';

const zhou = { id: 1, name: '周敏' };
const he = { id: 2, name: '何佳怡' };
const tang = { id: 3, name: '唐文浩' };
const luo = { id: 4, name: '罗静' };
const seats = (...people: readonly { id: number; name: string }[]) =>
  people.map((person, index) => ({ person, turn: index + 1 }));
const rota = seats(tang, luo, zhou, he);

const standings = (facts: Parameters<typeof receiversFor>[0]) =>
  receiversFor(facts).map(({ name, standing }) => `${name} ${standing}`);

describe('Who receives', () => {
  it('is the next in turn for somebody new', () => {
    expect(standings({ kind: 'visit', owner: null, rota, me: 99 })).toEqual([
      '唐文浩 next',
      '罗静 later',
      '周敏 later',
    ]);
  });

  it('is the owner, before whoever is next', () => {
    expect(standings({ kind: 'visit', owner: he, rota, me: 99 })).toEqual([
      '何佳怡 owner',
      '唐文浩 next',
      '罗静 later',
    ]);
  });

  it('offers the consultant at the screen after whoever is next', () => {
    expect(standings({ kind: 'visit', owner: null, rota, me: 1 })).toEqual(['唐文浩 next', '周敏 me', '罗静 later']);
    expect(standings({ kind: 'visit', owner: null, rota, me: 3 })).toEqual(['唐文浩 next', '罗静 later', '周敏 later']);
  });

  it('is whoever holds the telephone when it is a call', () => {
    expect(standings({ kind: 'call', owner: null, rota, me: 1 })).toEqual(['周敏 me', '唐文浩 next', '罗静 later']);
    expect(standings({ kind: 'call', owner: he, rota, me: 1 })).toEqual(['何佳怡 owner', '周敏 me', '唐文浩 next']);
  });

  it('names the owner once when he is next as well, or at the screen', () => {
    expect(standings({ kind: 'visit', owner: tang, rota, me: 3 })).toEqual(['唐文浩 owner', '罗静 next', '周敏 later']);
  });

  it('passes whoever is busy, and still offers them last', () => {
    const busy = [
      { person: tang, turn: null },
      { person: luo, turn: 2 },
      { person: zhou, turn: 1 },
    ];
    expect(standings({ kind: 'visit', owner: null, rota: busy, me: 99 })).toEqual([
      '周敏 next',
      '罗静 later',
      '唐文浩 busy',
    ]);
  });

  it('is nobody in an office without consultants', () => {
    expect(receiversFor({ kind: 'visit', owner: null, rota: [], me: 1 })).toEqual([]);
  });
});
