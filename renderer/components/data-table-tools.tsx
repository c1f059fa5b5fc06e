import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconColumns3, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportRefusal } from '#shared/domain/exports/lists.ts';
import { usePerson } from '../lib/person.ts';
import styles from './data-table.module.css';
import type { ExportedTable, LeavingForm } from './data-table-model.ts';
import type { Leaving } from './recorded-file.ts';
import { useTableExport } from './table-export.ts';
import { useTablePrint } from './table-print.ts';

type ToolsProps = {
  filters: ReactNode;
  summary: ReactNode;
  columns: { id: string; header: string; visible: boolean; toggle: () => void }[];
  dense: boolean;
  onDense: (dense: boolean) => void;
  exports: Leaving | undefined;
  /** The list as it is seen; reads the rest of a long one, undefined after saying why it could not. */
  table: (form: LeavingForm) => Promise<ExportedTable | undefined>;
};

/** The line above a list: filters on the left, sums and the table's own tools on the right. */
export function DataTableTools({ filters, summary, columns, dense, onDense, exports, table }: ToolsProps) {
  const { t } = useTranslation('parts');
  return (
    <div className={styles.tools}>
      <div>{filters}</div>
      {summary !== undefined && <span className={styles.sum}>{summary}</span>}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={26} aria-label={t('table.columns')}>
            <IconColumns3 size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('table.columns')}</Menu.Label>
          {columns.map((column) => (
            <Menu.CheckboxItem key={column.id} checked={column.visible} onChange={column.toggle}>
              {column.header}
            </Menu.CheckboxItem>
          ))}
          <Menu.Divider />
          <Menu.CheckboxItem checked={dense} onChange={onDense}>
            {t('table.dense')}
          </Menu.CheckboxItem>
        </Menu.Dropdown>
      </Menu>
      {exports !== undefined && <LeavingButtons what={exports} table={table} />}
    </div>
  );
}

type LeavingProps = Pick<ToolsProps, 'table'> & { what: Leaving };

/** Takes the list along as a file or on paper; not there for who may not. */
function LeavingButtons({ what, table }: LeavingProps) {
  const { t } = useTranslation('parts');
  const person = usePerson();
  const save = useTableExport(what);
  const print = useTablePrint(what);
  const [running, setRunning] = useState<LeavingForm>();
  if (exportRefusal(what.list, what.scope ?? 'all', person.may) !== undefined) return null;
  const run = async (form: LeavingForm): Promise<void> => {
    setRunning(form);
    const read = await table(form);
    if (read !== undefined) await (form === 'paper' ? print : save)(read);
    setRunning(undefined);
  };
  const button = (form: LeavingForm, label: string, icon: ReactNode): ReactNode => (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={26}
        aria-label={label}
        loading={running === form}
        onClick={() => void run(form)}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <>
      {what.paper !== undefined && button('paper', t('table.print'), <IconPrinter size={16} stroke={1.6} />)}
      {button('file', t('table.export'), <IconFileSpreadsheet size={16} stroke={1.6} />)}
    </>
  );
}
