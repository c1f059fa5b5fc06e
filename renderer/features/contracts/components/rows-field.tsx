import { Button, Checkbox, CloseButton, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaInput } from '#renderer/components/amount-inputs.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { area } from '#shared/kernel/area.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import type { AnnexColumn, AnnexPart, AnnexRow, CellValue } from '../annex-tables.ts';
import styles from './rows-field.module.css';

type Rows = Extract<AnnexPart, { as: 'rows' }>;

type RowsFieldProps = {
  part: Rows;
  rows: readonly AnnexRow[];
  /** Takes the focus when its drawer opens. */
  focused: boolean;
  onChange: (rows: readonly AnnexRow[]) => void;
};

/** Most of what a column of counts holds: years of a warranty. */
const MOST_COUNT = 99;

/** The rows of one table of an annex, each cell as what it holds; rows are added at the end and taken out anywhere. */
export function RowsField({ part, rows, focused, onChange }: RowsFieldProps) {
  const { t } = useTranslation('contractAnnexes');
  const { table, columns, fresh, most, cards } = part;
  const words: Readonly<Record<string, string>> = t(`columns.${table}`, { returnObjects: true });
  // Rows have no number of their own; these keep what is being typed with its row when one above is taken out.
  const [keys, setKeys] = useState(() => rows.map((_row, index) => index));
  const add = () => {
    setKeys((all) => [...all, Math.max(-1, ...all) + 1]);
    onChange([...rows, fresh]);
  };
  const remove = (index: number) => {
    setKeys((all) => all.toSpliced(index, 1));
    onChange(rows.toSpliced(index, 1));
  };
  const grid = { gridTemplateColumns: `${columns.map(({ width }) => width).join(' ')} 28px` };
  return (
    <div className={styles.table}>
      {!cards && rows.length > 0 && (
        <div className={styles.head} style={grid} aria-hidden="true">
          {columns.map(({ name, required }) => (
            <span key={name}>
              {words[name]}
              {required && ' *'}
            </span>
          ))}
        </div>
      )}
      {rows.map((row, index) => (
        <div
          key={keys[index] ?? index}
          className={cards ? styles.card : styles.row}
          {...(cards ? {} : { style: grid })}
        >
          {columns.map((column, at) => (
            <Cell
              key={column.name}
              column={column}
              row={row}
              {...(cards ? { label: words[column.name] ?? '' } : {})}
              name={t('cell', { label: words[column.name] ?? '', row: index + 1 })}
              first={focused && index === 0 && at === 0}
              onChange={(value) => onChange(rows.with(index, { ...row, [column.name]: value }))}
            />
          ))}
          <CloseButton
            size="sm"
            className={cards ? styles.remove : undefined}
            aria-label={t('removeRow', { row: index + 1 })}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      {rows.length === 0 && <p className={styles.none}>{t('noRows')}</p>}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          disabled={rows.length >= most}
          data-autofocus={(focused && rows.length === 0) || undefined}
          onClick={add}
        >
          {t('addRow')}
        </Button>
      </div>
    </div>
  );
}

type CellProps = {
  column: AnnexColumn;
  row: AnnexRow;
  /** Above the cell, on a card. */
  label?: string;
  /** Says which cell it is to whoever does not see the head. */
  name: string;
  first: boolean;
  onChange: (value: CellValue) => void;
};

function Cell({ column, row, label, name, first, onChange }: CellProps) {
  const { t } = useTranslation('contractForm');
  const { t: own } = useTranslation('contractAnnexes');
  const value = row[column.name] ?? null;
  const disabled = column.idle?.(row) ?? false;
  const focus = { 'data-autofocus': first || undefined };
  const common = { label, disabled, 'aria-label': name, size: 'xs' } as const;
  switch (column.kind) {
    case 'line':
      return (
        <TextInput
          {...common}
          {...focus}
          label={label}
          required={column.required ?? false}
          maxLength={200}
          value={disabled || typeof value !== 'string' ? '' : value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'choice': {
      const labels: Readonly<Record<string, string>> =
        column.words === 'warrantyUnits'
          ? own('warrantyUnits', { returnObjects: true })
          : t(column.words, { returnObjects: true });
      return (
        <Select
          {...common}
          {...focus}
          label={label}
          allowDeselect={false}
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          data={column.options.map((option) => ({ value: option, label: labels[option] ?? option }))}
          value={typeof value === 'string' ? value : null}
          onChange={(chosen) => chosen !== null && onChange(chosen)}
        />
      );
    }
    case 'date':
      return (
        <DateInput
          {...common}
          label={label}
          value={!disabled && typeof value === 'string' && isLocalDate(value) ? value : null}
          onChange={onChange}
        />
      );
    case 'area':
      return (
        <AreaInput
          {...common}
          label={label}
          value={typeof value === 'number' ? area(value) : null}
          onChange={onChange}
        />
      );
    case 'count':
      return (
        <NumberInput
          {...common}
          label={label}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          max={MOST_COUNT}
          value={!disabled && typeof value === 'number' ? value : ''}
          onChange={(typed) => onChange(typeof typed === 'number' ? typed : 0)}
        />
      );
    case 'check':
      return (
        <Checkbox
          aria-label={name}
          label={label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
  }
}
