import { describe, expect, it } from 'vitest';
import { settledStandings } from '#renderer/lib/queue-standing.ts';

type Standing = 'held' | 'failed';

/** A queue that says one thing after the other, and the last for ever. */
function queue(...answers: Readonly<Record<string, Standing>>[]) {
  let asked = 0;
  return {
    asked: () => asked,
    ask: async () => {
      const now = answers[Math.min(asked, answers.length - 1)] ?? {};
      asked += 1;
      return Object.entries(now).map(([jobId, standing]) => ({ jobId, standing }));
    },
  };
}
const quickly = { graceMs: 5, everyMs: 1 };

describe('Whoever finds copies good', () => {
  it('is not told of a job that the queue lets go of a moment later', async () => {
    const { ask, asked } = queue({ 'HP-7': 'held' }, { 'HP-7': 'held' }, {});
    expect(await settledStandings(ask, ['HP-7'], quickly)).toEqual(new Map());
    expect(asked()).toBe(3);
  });

  it('is told of one that it does not let go of', async () => {
    const { ask } = queue({ 'HP-7': 'held', 'HP-8': 'held' }, { 'HP-8': 'held' });
    expect(await settledStandings(ask, ['HP-7', 'HP-8'], quickly)).toEqual(new Map([['HP-8', 'held']]));
  });

  it('is told at once of one that it gave up, since no waiting helps', async () => {
    const { ask, asked } = queue({ 'HP-7': 'failed' });
    expect(await settledStandings(ask, ['HP-7'], quickly)).toEqual(new Map([['HP-7', 'failed']]));
    expect(asked()).toBe(1);
  });
});
