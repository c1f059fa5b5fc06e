import { Checkbox, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';
import { cellOf } from './data-table-cell.tsx';
import { type Column, isNumeric } from './data-table-model.ts';

type TableRowProps<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  index: number;
  /** Place among all rows, counted from 1 with the head; only where not all of them are drawn. */
  rowIndex?: number;
  opens: boolean;
  selected?: boolean;
  tabIndex?: number;
  onClick: () => void;
  onOpen: () => void;
  checked?: boolean;
  onToggle?: () => void;
};

/** One row of a table. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, index, rowIndex, opens, selected, tabIndex, onClick, onOpen, checked, onToggle } = props;
  const { t } = useTranslation('parts');
  return (
    <tr
      data-row
      data-index={index}
      data-opens={opens || undefined}
      aria-rowindex={rowIndex}
      aria-selected={selected}
      tabIndex={tabIndex}
      onClick={onClick}
      onDoubleClick={() => {
        // The second click of opening marks a word; nobody meant to.
        if (opens) getSelection()?.removeAllRanges();
        onOpen();
      }}
    >
      {onToggle && (
        <td>
          <Checkbox
            aria-label={t('table.selectRow')}
            checked={checked ?? false}
            tabIndex={-1}
            onChange={() => onToggle()}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} data-num={isNumeric(column.kind) || undefined}>
          {cellOf(column, row)}
        </td>
      ))}
    </tr>
  );
}

/** The place of a row that is still on its way. */
export function PendingRow({ width }: { width: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={width}>
        <Skeleton height={10} width="40%" radius={2} />
      </td>
    </tr>
  );
}

/** The room of the rows above or below those that are drawn. */
export function Space({ height, width }: { height: number; width: number }) {
  return (
    <tr className={styles.space} aria-hidden="true">
      <td colSpan={width} style={{ height }} />
    </tr>
  );
}
