import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, RowsSkeleton } from '#renderer/components/data-states.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import type { Paper } from '#renderer/components/subject-papers.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { useErrorSentence } from '#renderer/lib/i18n.ts';
import { type Printer, usePrinters } from '../hooks/use-printers.ts';
import { usePrinting } from '../hooks/use-printing.ts';
import styles from './print-panel.module.css';

const LAST_PRINTER = 'lastPrinter';

/** Chooses printer and copies and prints; says beforehand when it will be a reprint. */
export function PrintPanel({ paper, onSavePdf }: { paper: Paper; onSavePdf: (() => void) | undefined }) {
  const { t } = useTranslation('documents');
  const sentence = useErrorSentence();
  const printers = usePrinters();
  if (printers.isPending) return <RowsSkeleton rows={3} />;
  const refusal = printers.isError ? refusalOf(printers.error) : undefined;
  if (refusal !== undefined && refusal.code !== 'PRINTING_UNAVAILABLE')
    return <ErrorState error={printers.error} onRetry={() => void printers.refetch()} />;
  if (refusal !== undefined || printers.data === undefined || printers.data.length === 0)
    return (
      <div className={styles.form}>
        <p>
          <b>{t(refusal === undefined ? 'noPrinter' : 'noService')}</b>
        </p>
        <p className={styles.hint}>{refusal === undefined ? t('noPrinterText') : sentence(refusal)}</p>
        <div className={styles.buttons}>
          <Button variant="default" loading={printers.isFetching} onClick={() => void printers.refetch()}>
            {t('findPrinters')}
          </Button>
          <Button variant="default" disabled={onSavePdf === undefined} onClick={onSavePdf}>
            {t('savePdf')}
          </Button>
        </div>
      </div>
    );
  return <PrintForm paper={paper} printers={printers.data} />;
}

function PrintForm({ paper, printers }: { paper: Paper; printers: readonly Printer[] }) {
  const { t } = useTranslation('documents');
  const remembered = localStorage.getItem(LAST_PRINTER);
  const [name, setName] = useState(
    () =>
      (printers.find((one) => one.name === remembered) ?? printers.find((one) => one.isDefault) ?? printers[0])?.name,
  );
  const left = Math.max(paper.copiesDue - paper.copiesPrinted, 0);
  const [typed, setTyped] = useState<number>();
  const [reason, setReason] = useState('');
  const copies = typed ?? Math.max(left, 1);
  const printing = usePrinting();
  const chosen = printers.find((one) => one.name === name);
  const reprint = left === 0;
  const run = async (): Promise<void> => {
    if (name === undefined || printing.pending || paper.can.print !== true) return;
    localStorage.setItem(LAST_PRINTER, name);
    if (await printing.send({ documentId: paper.id, printer: name, copies, reason: reprint ? reason.trim() : '' })) {
      setTyped(undefined);
      setReason('');
      notifications.show({
        title: t('sentTitle', { copies }),
        message: t('sent', { printer: chosen?.title ?? name }),
      });
    }
  };
  useHotkey('Ctrl+P', () => void run());
  const refused = paper.can.print === true ? printing.refusal : paper.can.print;
  return (
    <div className={styles.form}>
      <div className={styles.printer}>
        <Select
          label={t('printer')}
          placeholder={t('choosePrinter')}
          data={printers.map((one) => ({ value: one.name, label: one.title }))}
          value={name ?? null}
          onChange={(value) => setName(value ?? undefined)}
          allowDeselect={false}
        />
        {chosen && (
          <Signal tone={chosen.state === 'stopped' ? 'seal' : chosen.state === 'busy' ? 'amber' : 'ok'}>
            {t(`printerState.${chosen.state}`)}
          </Signal>
        )}
      </div>
      <NumberInput
        label={t('copies')}
        description={t('copiesOf', { due: paper.copiesDue, made: paper.copiesPrinted })}
        min={1}
        max={20}
        value={copies}
        onChange={(value) => setTyped(typeof value === 'number' ? value : undefined)}
        w={160}
      />
      {reprint && (
        <TextInput
          label={t('reprintReason')}
          withAsterisk
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {reprint && (
        <p className={styles.hint}>
          {t('reprintHint', { nth: paper.prints.filter((one) => one.reprint && one.state !== 'failed').length + 1 })}
        </p>
      )}
      {refused && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={refused} />
        </div>
      )}
      <Button
        fullWidth
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        loading={printing.pending}
        aria-disabled={paper.can.print !== true}
        variant={paper.can.print === true ? 'filled' : 'default'}
        onClick={() => void run()}
      >
        {t(reprint ? 'reprint' : 'print', { count: copies })}
      </Button>
    </div>
  );
}
