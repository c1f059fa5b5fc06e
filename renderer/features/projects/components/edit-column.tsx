import { Button } from '@mantine/core';
import type { Column } from '#renderer/components/data-table-model.ts';

type EditColumn<Row> = {
  /** The verb on the button. */
  label: string;
  /** The verb with what it changes, for those who hear the buttons one after the other. */
  labelOf: (row: Row) => string;
  /** undefined for those who may only look: then there is no column. */
  onEdit: ((row: Row) => void) | undefined;
};

/** The last column of the project's tables: changes what the row says. */
export function editColumn<Row>({ label, labelOf, onEdit }: EditColumn<Row>): readonly Column<Row>[] {
  if (onEdit === undefined) return [];
  return [
    {
      id: 'edit',
      header: '',
      width: 72,
      sortable: false,
      cell: (row) => (
        <Button variant="subtle" size="compact-sm" aria-label={labelOf(row)} onClick={() => onEdit(row)}>
          {label}
        </Button>
      ),
    },
  ];
}
