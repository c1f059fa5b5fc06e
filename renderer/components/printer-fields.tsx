import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Printer } from '../lib/use-printers.ts';
import styles from './printer-fields.module.css';
import { Signal } from './signal.tsx';

/** The printer of this PC that is chosen, and whether it is ready. */
export function PrinterField({
  printers,
  printer,
  onChoose,
}: {
  readonly printers: readonly Printer[];
  readonly printer: Printer | undefined;
  readonly onChoose: (name: string) => void;
}) {
  const { t } = useTranslation('documents');
  return (
    <div className={styles.printer}>
      <Select
        label={t('printer')}
        placeholder={t('choosePrinter')}
        data={printers.map((one) => ({ value: one.name, label: one.title }))}
        value={printer?.name ?? null}
        onChange={(value) => value !== null && onChoose(value)}
        allowDeselect={false}
      />
      {printer && (
        <Signal tone={printer.state === 'stopped' ? 'seal' : printer.state === 'busy' ? 'amber' : 'ok'}>
          {t(`printerState.${printer.state}`)}
        </Signal>
      )}
    </div>
  );
}

/** The tray of the printer from which the sheets come; its usual one where none is named. */
export function TrayField({
  printer,
  tray,
  onChoose,
}: {
  readonly printer: Printer | undefined;
  readonly tray: string;
  readonly onChoose: (tray: string) => void;
}) {
  const { t } = useTranslation('documents');
  return (
    <Select
      label={t('tray')}
      data={[
        { value: '', label: t('usualTray') },
        ...(printer?.trays ?? []).map((name) => ({ value: name, label: name })),
      ]}
      value={tray}
      onChange={(value) => onChoose(value ?? '')}
      allowDeselect={false}
    />
  );
}

/** Both sides or one. */
export function SidesField({
  bothSides,
  onChoose,
}: {
  readonly bothSides: boolean;
  readonly onChoose: (bothSides: boolean) => void;
}) {
  const { t } = useTranslation('documents');
  return (
    <Select
      label={t('sides')}
      data={[
        { value: 'two', label: t('bothSides') },
        { value: 'one', label: t('oneSide') },
      ]}
      value={bothSides ? 'two' : 'one'}
      onChange={(value) => onChoose(value === 'two')}
      allowDeselect={false}
    />
  );
}
