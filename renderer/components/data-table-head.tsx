import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import styles from './data-table.module.css';
import { type Column, isNumeric } from './data-table-model.ts';

type HeadCellProps<Row> = {
  column: Column<Row>;
  /** The table library's side of the column: its order and the way to change it. */
  model:
    | {
        getIsSorted: () => false | 'asc' | 'desc';
        getCanSort: () => boolean;
        toggleSorting: (descending?: boolean, several?: boolean) => void;
      }
    | undefined;
};

/** Head of a column: its words, and a button where the column sorts; Shift adds a second order. */
export function HeadCell<Row>({ column, model }: HeadCellProps<Row>) {
  if (column.header === '') return <td className={styles.blank} />;
  const direction = model?.getIsSorted();
  return (
    <th
      scope="col"
      data-num={isNumeric(column.kind) || undefined}
      aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
    >
      {model?.getCanSort() ? (
        <button type="button" onClick={(event) => model.toggleSorting(undefined, event.shiftKey)}>
          {column.header}
          {direction === 'asc' && <IconArrowUp size={12} aria-hidden="true" />}
          {direction === 'desc' && <IconArrowDown size={12} aria-hidden="true" />}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
