import { readPriceList } from '#shared/domain/imports/read-price-list.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ListReader } from '../imports/list-reader.ts';
import { sealed } from '../kernel/sealed.ts';

/** Reads the lists that the plan itself has written: plain commas, small, so that no thread has to be started for them. */
export const plainLists: ListReader = {
  read: ({ name, bytes }) => {
    const rows = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .map((line) => line.split(','));
    const { problems, ...list } = readPriceList(rows);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    return Promise.resolve(sealed({ sheets: [name], sheet: 0, list, problems, errors, warnings, samples: [] }));
  },
  readProject: () => Promise.reject(new DomainError('IMPORT_FILE_UNKNOWN')),
  readInventory: () => Promise.reject(new DomainError('IMPORT_FILE_UNKNOWN')),
  close: () => Promise.resolve(),
};
