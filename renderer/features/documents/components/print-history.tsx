import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/signal.tsx';
import type { Paper } from '#renderer/components/subject-papers.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { isErrorCode } from '#renderer/lib/error-sentence.ts';
import { useErrorSentence } from '#renderer/lib/i18n.ts';
import { usePrinters } from '#renderer/lib/use-printers.ts';
import { useReprintWords } from './earlier-copies.tsx';
import { PrintActs, useCopiesText } from './print-acts.tsx';
import styles from './print-panel.module.css';

/** Signals of the states of a print. */
export const printTones = {
  queued: 'amber',
  sending: 'seal',
  sent: 'amber',
  printed: 'ok',
  failed: 'seal',
  cancelled: 'plain',
} as const;

/** Every print of a paper: who, when, where, which copies, what went wrong, and what is still to be said of it. */
export function PrintHistory({ number, prints }: { number: string; prints: Paper['prints'] }) {
  const { t } = useTranslation('documents');
  const { t: words } = useTranslation('prints');
  const copiesText = useCopiesText();
  const failureText = useFailureText();
  const reprintWords = useReprintWords();
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
            {copiesText(print)}
          </span>
          <StatusBadge tone={printTones[print.state]}>{t(`printStates.${print.state}`)}</StatusBadge>
          <small>
            <DateTimeText at={print.at} /> {print.operator} · {titleOf(print.printer)}
          </small>
          {print.failure !== '' && <small>{failureText(print, titleOf(print.printer))}</small>}
          {reprintWords(print.said).map((line) => (
            <small key={line}>{line}</small>
          ))}
          {print.spoiled.map(({ copy, reason }) => (
            <small key={copy}>{words('spoiledLine', { copy, reason })}</small>
          ))}
          <PrintActs job={{ ...print, number }} printerTitle={titleOf(print.printer)} />
        </div>
      ))}
    </div>
  );
}

/** Why nothing of a print is on paper: what the printer said, or why somebody did not want it any more. */
export function useFailureText(): (print: { state: string; failure: string }, printer: string) => string {
  const { t } = useTranslation('prints');
  const sentence = useErrorSentence();
  return ({ state, failure }, printer) => {
    if (state === 'cancelled') return t('cancelled', { reason: failure });
    return isErrorCode(failure) ? sentence({ code: failure, params: { printer } }) : failure;
  };
}
