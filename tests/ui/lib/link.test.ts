import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { askKeeping } from '#renderer/lib/kept-answers.ts';
import { assertLinked, isCut, linkNow, logAlarmOf, supersededOf, tellLink } from '#renderer/lib/link-state.ts';
import { createOfficeClock } from '#renderer/lib/office-clock.ts';
import { DomainError } from '#shared/kernel/errors.ts';

const settled = (ms = 5) => new Promise((resolve) => setTimeout(resolve, ms));
const away = () => Promise.reject(new DomainError('HOST_UNREACHABLE'));

afterEach(() => tellLink({ kind: 'local' }));

describe('A window whose office is away', () => {
  it('sends no act, and sends again as soon as the office is back', () => {
    expect(() => assertLinked()).not.toThrow();
    tellLink({ kind: 'lost', since: 1 });
    expect(() => assertLinked()).toThrow('HOST_UNREACHABLE');
    tellLink({ kind: 'open', since: 2 });
    expect(() => assertLinked()).not.toThrow();
    expect(isCut(linkNow())).toBe(false);
  });

  it('keeps the answer that it shows and asks again when the office is back', async () => {
    const client = new QueryClient();
    const queryKey = ['units', 'list'];
    client.setQueryData(queryKey, 'as it was');
    tellLink({ kind: 'lost', since: 1 });
    let asked = 0;
    const answer = askKeeping(
      () => {
        asked += 1;
        return isCut(linkNow()) ? away() : Promise.resolve('as it is');
      },
      { signal: new AbortController().signal, client, queryKey },
    );
    await settled(600);
    expect(asked).toBe(1);
    tellLink({ kind: 'open', since: 2 });
    expect(await answer).toBe('as it is');
  });

  it('tells the refusal where it has no answer to show, and any other refusal', async () => {
    const client = new QueryClient();
    const asking = { signal: new AbortController().signal, client, queryKey: ['units', 'list'] };
    await expect(askKeeping(away, asking)).rejects.toMatchObject({ code: 'HOST_UNREACHABLE' });
    client.setQueryData(asking.queryKey, 'as it was');
    const forbidden = () => Promise.reject(new DomainError('FORBIDDEN'));
    await expect(askKeeping(forbidden, asking)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('waits no longer than the screen that asked', async () => {
    const client = new QueryClient();
    const queryKey = ['units', 'list'];
    client.setQueryData(queryKey, 'as it was');
    const leaving = new AbortController();
    const answer = askKeeping(away, { signal: leaving.signal, client, queryKey });
    await settled();
    leaving.abort();
    await expect(answer).rejects.toMatchObject({ code: 'HOST_UNREACHABLE' });
  });
});

describe('The clock of the office on a terminal', () => {
  it('is the host’s, also for what this PC has timed itself', () => {
    let here = 1_000;
    const clock = createOfficeClock(() => here);
    clock.setBy(61_000);
    expect(clock.now()).toBe(61_000);
    here = 2_000;
    expect(clock.ofThisPc(1_500)).toBe(61_500);
    expect(clock.now() - clock.ofThisPc(1_500)).toBe(500);
  });
});

describe('What a window tells of an office that something is wrong with', () => {
  it('is that its log does not fit, at a terminal and at the host itself, while there is a line', () => {
    expect(logAlarmOf({ kind: 'open', since: 1, log: 'cut' })).toBe('cut');
    expect(logAlarmOf({ kind: 'local', log: 'changed' })).toBe('changed');
    expect([logAlarmOf({ kind: 'local' }), logAlarmOf({ kind: 'lost', since: 1 })]).toEqual([undefined, undefined]);
  });

  it('is at the host that another PC has taken it over, whether or not it is known since when', () => {
    const sinces = [null, 1_790_000_000_000];
    expect(sinces.map((since) => supersededOf({ kind: 'local', superseded: { since } }))).toEqual(
      sinces.map((since) => ({ since })),
    );
    expect([supersededOf({ kind: 'local' }), supersededOf({ kind: 'open', since: 1 })]).toEqual([undefined, undefined]);
  });
});
