import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRotaEvent, nextDay, type RotaEvent, upNext } from '#shared/domain/visits/rota.ts';
import { joiningCount, nextByCount, rotaFairness } from '#shared/domain/visits/rota-fairness.ts';
import { type RotaState, type RotaStatus, rotaOf, rotaStatuses } from '#shared/domain/visits/rota-state.ts';

const letters = ['L', 'M', 'N', 'O', 'P'];
const idOf = (letter: string) => letters.indexOf(letter) + 1;
const rules = { creditCap: 2 };

/** Plays a day written as words: `n` a party, `n+` one that is served at once, `L:ready` a status, `L?` a forfeit, `L!0` turn 0 given back, `+O` and `-O` come and go. */
function play(queue: string, script: string) {
  let state: RotaState = rotaOf([...queue].map(idOf));
  let at = 0;
  const assigned: string[] = [];
  const apply = (event: RotaEvent) => {
    const result = applyRotaEvent(state, event, rules);
    state = result.state;
    for (const { turn } of result.assigned) assigned.push(letters[(turn.receiver ?? 0) - 1] ?? '-');
    return result.assigned[0]?.turn.receiver;
  };
  for (const word of script.split(' ')) {
    at += 1;
    const letter = idOf(word.charAt(0));
    const [, status] = word.split(':');
    if (word === 'n') apply({ kind: 'arrive', visit: at, at });
    else if (word === 'n+') {
      const receiver = apply({ kind: 'arrive', visit: at, at });
      if (receiver !== undefined) apply({ kind: 'status', accountId: receiver, status: 'ready', at });
    } else if (word.startsWith('+')) apply({ kind: 'join', accountId: idOf(word.charAt(1)) });
    else if (word.startsWith('-')) apply({ kind: 'leave', accountId: idOf(word.charAt(1)) });
    else if (word.endsWith('?')) apply({ kind: 'forfeit', accountId: letter });
    else if (word.includes('!')) apply({ kind: 'reclassify', accountId: letter, takenAt: Number(word.split('!')[1]) });
    else apply({ kind: 'status', accountId: letter, status: statusOf(status), at });
  }
  const order = state.queue.map((member) => letters[member.accountId - 1]).join('');
  return { assigned: assigned.join(''), order, state };
}

function statusOf(word = ''): RotaStatus {
  const status = rotaStatuses.find((one) => one === word);
  if (!status) throw new Error(`no status ${word}`);
  return status;
}

describe('the rota of the reception', () => {
  it.each([
    ['V1 in order and round', 'LMNO', 'n+ n+ n+ n+ n+', 'LMNOL', 'MNOL'],
    ['V2 busy with a new guest is made up', 'LMNO', 'n n+ n+ n+ n+ L:ready n+ n+', 'LMNOMLN', 'OLMN'],
    ['V3 private business is not', 'LMNO', 'L:private M:toldAway n+ L:ready M:ready n+ n+', 'NMO', 'LMNO'],
    ['V4 serving an old guest is made up', 'LMNO', 'M:servingOld n+ n+ M:ready n+ n+', 'LNMO', 'LMNO'],
    ['V5 helping an absent owner is not counted', 'LMNO', 'L:servingOld n+ L:ready n+ n+', 'MLN', 'OLMN'],
    ['V6 a friend takes no turn away', 'LMNO', 'N:servingOld n+ n+ N:ready n+ n+', 'LMNO', 'LMNO'],
    ['V7 not asking costs a turn', 'LMNO', 'n+ L? n+ n+ n+ n+ n+', 'LMNOMN', 'OLMN'],
    ['V8 a rival gives the position back', 'LMNO', 'n+ L!1 n+ n+', 'LLM', 'NOLM'],
    ['V9 also when others had their turn since', 'LMNO', 'n+ n+ n+ L!1 n+ n+', 'LMNLO', 'LMNO'],
    ['V10 parties wait while nobody is ready', 'LM', 'n n n n M:ready L:ready', 'LMML', 'LM'],
    [
      'V11 late joiners at the tail, leavers lose their credits',
      'LMN',
      'n+ +O n+ N:errand n+ -N n+ n+',
      'LMLOM',
      'LOM',
    ],
    ['V12 who does not step up is passed', 'LMNO', 'L:noShow n+ L:ready n+ n+ n+', 'MNOL', 'MNOL'],
    ['V13 at most two turns are owed', 'LMN', 'n n+ n+ n+ n+ n+ n+ n+ n+ L:ready n+ n+ n+', 'LMNMNMNMNLLL', 'MNL'],
    ['V14 an upheld claim gives the turn back', 'LMNO', 'n+ n+ n+ M!2 n+ n+', 'LMNMO', 'LMNO'],
  ])('%s', (_, queue, script, assigned, order) => {
    expect(play(queue, script)).toMatchObject({ assigned, order });
  });

  it('V15 begins the next day with yesterday’s order of those present, newcomers last', () => {
    expect(nextDay(rotaOf([4, 1, 2, 3]), [1, 2, 4, 5])).toEqual([4, 1, 2, 5]);
  });

  it('V16 counts turns where the office prefers that', () => {
    const of = (letter: string, counted: number, lastAt: number, ready = true) => ({
      accountId: idOf(letter),
      counted,
      lastAt,
      ready,
    });
    const members = [of('L', 12, 0), of('M', 11, 605), of('N', 11, 580), of('O', 9, 0, false)];
    expect(nextByCount(members)).toBe(idOf('N'));
    expect(joiningCount(3, members)).toBe(10);
  });

  it('V17 and V18 measure how evenly the turns fell', () => {
    const even = rotaFairness(play('LMNO', Array(10).fill('n+').join(' ')).state.queue);
    expect(even.index).toBeCloseTo(0.962, 3);
    expect([...even.surplus.values()].map(Math.abs)).toEqual([0.5, 0.5, 0.5, 0.5]);
    const day = play('LMN', `n+ n+ n+ n+ +O ${Array(8).fill('n+').join(' ')}`);
    expect(day.assigned).toBe('LMNLMNLOMNLO');
    expect(rotaFairness(day.state.queue).index).toBeCloseTo(0.985, 3);
  });

  it('shows the wall: turns owed first, then the queue, only those who are ready', () => {
    const { state } = play('LMNO', 'L:servingOld n+ L:ready N:lunch');
    expect(upNext(state).map((id) => letters[id - 1])).toEqual(['L', 'O', 'M']);
  });

  it('refuses strangers and the same person twice', () => {
    expect(() => play('L', 'M:ready')).toThrow('ROTA_MEMBER_UNKNOWN');
    expect(() => play('L', '+L')).toThrow('ROTA_MEMBER_TWICE');
  });

  it('never loses a member or a party, and passes nobody who is ready and owes nothing', () => {
    const words = fc.array(
      fc.constantFrom('n', 'n+', 'L:ready', 'L:call', 'M:private', 'M:ready', 'N:lunch', 'N:ready', 'O?'),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(words, (script) => {
        const { state, assigned } = play('LMNO', script.length > 0 ? script.join(' ') : 'n');
        expect(state.queue.map((member) => member.accountId).toSorted()).toEqual([1, 2, 3, 4]);
        const parties = script.length > 0 ? script.filter((word) => word.startsWith('n')).length : 1;
        expect(assigned.length + state.waiting.length).toBe(parties);
        expect(state.queue.reduce((sum, member) => sum + member.counted, 0)).toBe(assigned.length);
        for (const member of state.queue)
          expect(state.credits.filter((credit) => credit.accountId === member.accountId).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
