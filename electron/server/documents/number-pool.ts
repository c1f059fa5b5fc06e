import type Database from 'better-sqlite3';
import type { prints as printsApi } from '#shared/api/prints.ts';
import {
  type NumberedRecord,
  type NumberSeries,
  type NumberState,
  numberAt,
  numberSeries,
  type PooledNumber,
  poolOf,
} from '#shared/domain/documents/numbers.ts';
import type { Handlers } from '../kernel/handlers.ts';

/** Where the records of a series are, when one of them does not stand any more, and where it says why. */
const sources: Readonly<Record<NumberSeries, { table: string; ended: string; reason: string }>> = {
  HT: { table: 'contracts', ended: `state in ('superseded', 'terminated')`, reason: 'end_reason' },
  RG: { table: 'subscriptions', ended: `state in ('cancelled', 'forfeited', 'expired')`, reason: 'end_reason' },
  SJ: { table: 'receipts', ended: `state = 'voided'`, reason: 'void_reason' },
  TK: { table: 'refunds', ended: `void_reason <> ''`, reason: 'void_reason' },
  XD: { table: 'unit_bookings', ended: `ended_at is not null`, reason: 'end_reason' },
  ZY: { table: 'quotes', ended: '0', reason: `''` },
  BG: { table: 'changes', ended: `end_reason <> ''`, reason: 'end_reason' },
  RC: { table: 'intents', ended: `end_reason <> ''`, reason: 'end_reason' },
};

type Counter = { readonly id: number; readonly kind: string; readonly last: number };

function counterOf(client: Database.Database, series: NumberSeries, year: number): Counter | undefined {
  return client
    .prepare<[string, number], Counter>('select id, kind, last from counters where kind = ? and year = ?')
    .get(series, year);
}

/** Steps of a counter over more than one number, as the log has them: numbers that were given before this program. */
function leapsOf(client: Database.Database, counterId: number): (readonly [number, number])[] {
  const told = client
    .prepare<[number], string>(
      `select after from event_changes where table_name = 'counters' and row_id = ? and after is not null
       order by seq, position`,
    )
    .pluck()
    .all(counterId);
  const leaps: (readonly [number, number])[] = [];
  let last = 0;
  for (const after of told) {
    const now: unknown = Reflect.get(Object(JSON.parse(after)), 'last');
    if (typeof now !== 'number') continue;
    if (now > last + 1) leaps.push([last + 1, now]);
    last = now;
  }
  return leaps;
}

function pool(client: Database.Database, series: NumberSeries, year: number): PooledNumber[] {
  const counter = counterOf(client, series, year);
  if (counter === undefined) return [];
  const { table, ended, reason } = sources[series];
  const records = client
    .prepare<[string], { number: string; ended: number; reason: string }>(
      `select number, (${ended}) as ended, ${reason} as reason from "${table}" where number like ? || '%'`,
    )
    .all(`${series}-${year}-`)
    .map((one): NumberedRecord => ({ ...one, ended: one.ended === 1 }));
  return poolOf(series, year, counter.last, records, leapsOf(client, counter.id));
}

/** The numbers of a year (号池): no gap without a word (decision 13). */
export function numberPool(client: Database.Database): Pick<Handlers<typeof printsApi>, 'series' | 'numbers'> {
  return {
    series: (_context, { year }) => {
      const years = client.prepare<[], number>('select distinct year from counters order by year').pluck().all();
      return {
        years,
        series: numberSeries.flatMap((series) => {
          const numbers = pool(client, series, year);
          const count = (state: NumberState) => numbers.filter((one) => one.state === state).length;
          const last = numbers.length;
          if (last === 0) return [];
          return [
            {
              ...{ series, last, next: numberAt(series, year, last + 1), standing: count('standing') },
              ...{ ended: count('ended'), before: count('before'), missing: count('missing') },
            },
          ];
        }),
      };
    },
    numbers: (_context, { series, year }) => pool(client, series, year),
  };
}
