import { nextNumber } from '#db/repositories/counters.ts';
import type { exports as exportsApi } from '#shared/api/exports.ts';
import { exportRefusal } from '#shared/domain/exports/lists.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';

/** Handlers of what leaves the office as a file. */
export const exportsHandlers: Handlers<typeof exportsApi> = {
  record: ({ tx, now, today, can, happened }, { list, scope, filter, searched, columns, rows }) => {
    const refused = exportRefusal(list, scope, can);
    if (refused !== undefined) throw DomainError.from(refused);
    const number = nextNumber(tx, 'DC', Number(today.slice(0, 4)));
    happened({
      kind: 'exported',
      noun: 'office',
      id: 1,
      data: { number, list, scope, filter, searched, columns, rows },
    });
    return { number, at: now };
  },
};
