import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/signal.tsx';
import type { Paper } from '#renderer/components/subject-papers.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { isErrorCode } from '#renderer/lib/error-sentence.ts';
import { useErrorSentence } from '#renderer/lib/i18n.ts';
import { usePrinters } from '../hooks/use-printers.ts';
import styles from './print-panel.module.css';

const tones = { queued: 'amber', printed: 'ok', failed: 'seal' } as const;

/** Every print of a paper: who, when, where, which copies, and what went wrong. */
export function PrintHistory({ prints }: { prints: Paper['prints'] }) {
  const { t } = useTranslation('documents');
  const sentence = useErrorSentence();
  const printers = usePrinters();
  // The queue's name where the printer is another PC's or gone.
  const titleOf = (name: string) => printers.data?.find((one) => one.name === name)?.title ?? name;
  if (prints.length === 0) return <p className={styles.hint}>{t('noPrints')}</p>;
  return (
    <div className={styles.history}>
      {prints.toReversed().map((print) => (
        <div key={print.id} className={styles.line}>
          <span>
            {print.reprint && <b>{t('reprintMark')} </b>}
            {print.copies === 1
              ? t('printLineOne', { first: print.firstCopy })
              : t('printLine', { first: print.firstCopy, last: print.firstCopy + print.copies - 1 })}
          </span>
          <StatusBadge tone={tones[print.state]}>{t(`printStates.${print.state}`)}</StatusBadge>
          <small>
            <DateTimeText at={print.at} /> {print.operator} · {titleOf(print.printer)}
          </small>
          {print.failure !== '' && (
            <small>
              {isErrorCode(print.failure)
                ? sentence({ code: print.failure, params: { printer: titleOf(print.printer) } })
                : print.failure}
            </small>
          )}
        </div>
      ))}
    </div>
  );
}
