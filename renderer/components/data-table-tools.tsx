import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconColumns3, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';

type ToolsProps = {
  filters: ReactNode;
  summary: ReactNode;
  columns: { id: string; header: string; visible: boolean; toggle: () => void }[];
  dense: boolean;
  onDense: (dense: boolean) => void;
  /** Reading the rest of a long list for the file. */
  exporting: boolean;
  onExport: (() => void) | undefined;
  onPrint: (() => void) | undefined;
};

/** The line above a list: filters on the left, sums and the table's own tools on the right. */
export function DataTableTools({ filters, summary, columns, dense, onDense, ...rest }: ToolsProps) {
  const { exporting, onExport, onPrint } = rest;
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
      {onExport && (
        <Tooltip label={t('table.export')}>
          <ActionIcon variant="default" size={26} aria-label={t('table.export')} loading={exporting} onClick={onExport}>
            <IconFileSpreadsheet size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      {onPrint && (
        <Tooltip label={t('table.print')}>
          <ActionIcon variant="default" size={26} aria-label={t('table.print')} onClick={onPrint}>
            <IconPrinter size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
