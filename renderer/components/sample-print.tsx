import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { usePrinterChoice } from '../lib/use-printer-choice.ts';
import type { Printer } from '../lib/use-printers.ts';
import { usePrinting } from '../lib/use-printing.ts';
import styles from './printer-fields.module.css';
import { RefusalText } from './refusal-text.tsx';

type SamplePrintProps = {
  readonly of: { readonly documentId: number } | { readonly contractId: number };
  readonly kind: DocumentKindName;
  readonly printers: readonly Printer[];
  /** Where it goes; the printer of the kind of paper where nothing else is chosen. */
  readonly choice?: { readonly printer: Printer | undefined; readonly tray: string };
};

/** Prints one sample (样张), to be read and not to be signed: 草稿 on every page, no number, none of the copies. */
export function SamplePrint({ of, kind, printers, choice }: SamplePrintProps) {
  const { t } = useTranslation('documents');
  const usual = usePrinterChoice(kind, printers);
  const { printer, tray } = choice ?? usual;
  const printing = usePrinting();
  const run = async (): Promise<void> => {
    if (printer === undefined || printing.pending) return;
    if (await printing.sample({ ...of, printer: printer.name, tray, copies: 1 }))
      notifications.show({ title: t('sample.sentTitle'), message: t('sent', { printer: printer.title }) });
  };
  return (
    <div className={styles.sample}>
      {printing.refusal && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={printing.refusal} />
        </div>
      )}
      <Button
        fullWidth
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        loading={printing.pending}
        disabled={printer === undefined}
        onClick={() => void run()}
      >
        {t('sample.print', { count: 1 })}
      </Button>
    </div>
  );
}
