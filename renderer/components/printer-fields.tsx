import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenWay } from '../lib/use-printer-choice.ts';
import type { Printer } from '../lib/use-printers.ts';
import styles from './printer-fields.module.css';
import { Signal } from './signal.tsx';

const stateTones = { ready: 'ok', busy: 'amber', stopped: 'seal' } as const;

/** Whether a printer of this PC is ready, in a word. */
export function PrinterState({ printer }: { readonly printer: Printer }) {
  const { t } = useTranslation('documents');
  return <Signal tone={stateTones[printer.state]}>{t(`printerState.${printer.state}`)}</Signal>;
}

type PrinterFieldsProps = {
  readonly printers: readonly Printer[];
  readonly way: ChosenWay;
  /** Whether both sides are printed; left out where nobody chooses it. */
  readonly bothSides?: boolean;
  /** A narrow field before the others, such as the number of copies. */
  readonly before?: ReactNode;
};

/** Where a paper is printed: the printer of this PC and whether it is ready, its tray, and both sides or one. */
export function PrinterFields({ printers, way, bothSides, before }: PrinterFieldsProps) {
  const { t } = useTranslation('documents');
  const { printer, tray, choose } = way;
  return (
    <div className={styles.fields} data-beside={(bothSides === undefined && before === undefined) || undefined}>
      <div className={styles.printer}>
        <Select
          label={t('printer')}
          placeholder={t('choosePrinter')}
          data={printers.map((one) => ({ value: one.name, label: one.title }))}
          value={printer?.name ?? null}
          onChange={(value) => value !== null && choose({ printer: value })}
          allowDeselect={false}
        />
        {printer && <PrinterState printer={printer} />}
      </div>
      <div
        className={styles.ways}
        data-sides={bothSides !== undefined || undefined}
        data-before={before !== undefined || undefined}
      >
        {before}
        <Select
          label={t('tray')}
          data={[
            { value: '', label: t('usualTray') },
            ...(printer?.trays ?? []).map((name) => ({ value: name, label: name })),
          ]}
          value={tray}
          onChange={(value) => choose({ tray: value ?? '' })}
          allowDeselect={false}
        />
        {bothSides !== undefined && (
          <Select
            label={t('sides')}
            data={[
              { value: 'two', label: t('bothSides') },
              { value: 'one', label: t('oneSide') },
            ]}
            value={bothSides ? 'two' : 'one'}
            onChange={(value) => choose({ duplex: value === 'two' })}
            allowDeselect={false}
          />
        )}
      </div>
    </div>
  );
}
