import type { ReactNode } from 'react';
import { area } from '#shared/kernel/area.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { formatCount } from '../lib/format.ts';
import type { Column } from './data-table-model.ts';
import { AreaText, DateText, DateTimeText, Money, Percent } from './values.tsx';

/** What a cell shows: the column's own drawing, or its value in the look of its kind. */
export function cellOf<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.cell) return column.cell(row);
  const value = column.value?.(row);
  if (value === null || value === undefined || value === '') return <Money value={null} />;
  if (typeof value === 'number')
    switch (column.kind) {
      case 'money':
        return <Money value={fen(value)} />;
      case 'area':
        return <AreaText value={area(value)} />;
      case 'percent':
        return <Percent ppm={value} />;
      case 'datetime':
        return <DateTimeText at={value} />;
      default:
        return formatCount(value);
    }
  return column.kind === 'date' && isLocalDate(value) ? <DateText day={value} /> : value;
}
