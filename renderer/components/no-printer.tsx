import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../lib/error-sentence.ts';
import { useErrorSentence } from '../lib/i18n.ts';
import type { Printer } from '../lib/use-printers.ts';
import { ErrorState } from './data-states.tsx';
import styles from './printer-fields.module.css';

type NoPrinterProps = {
  readonly printers: UseQueryResult<readonly Printer[]>;
  /** What can be done instead. */
  readonly children?: ReactNode;
};

/** Why nothing can be printed on this PC: it has no printing service, or no printer; and a look for one again. */
export function NoPrinter({ printers, children }: NoPrinterProps) {
  const { t } = useTranslation('documents');
  const sentence = useErrorSentence();
  const refusal = printers.isError ? refusalOf(printers.error) : undefined;
  if (refusal !== undefined && refusal.code !== 'PRINTING_UNAVAILABLE')
    return <ErrorState error={printers.error} onRetry={() => void printers.refetch()} />;
  return (
    <div className={styles.fields}>
      <p>
        <b>{t(refusal === undefined ? 'noPrinter' : 'noService')}</b>
      </p>
      <p className={styles.hint}>{refusal === undefined ? t('noPrinterText') : sentence(refusal)}</p>
      <div className={styles.buttons}>
        <Button variant="default" loading={printers.isFetching} onClick={() => void printers.refetch()}>
          {t('findPrinters')}
        </Button>
        {children}
      </div>
    </div>
  );
}
