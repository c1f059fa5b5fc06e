import { useTranslation } from 'react-i18next';
import { Unbroken } from '#renderer/components/unbroken.tsx';
import { formatMoney } from '#renderer/lib/format.ts';
import type { CaseRow } from '../case-list.ts';
import styles from './cases.module.css';

/** Loan, days and people of a case in two lines. */
export function CaseFacts({ row }: { row: CaseRow }) {
  const { t } = useTranslation('cases');
  const { bank, amount, loanYears, signedOn, responsible, expectedOn, contract } = row;
  const facts = t('facts', { signedOn: signedOn ?? '–', responsible: responsible ?? t('nobody') });
  return (
    <div className={styles.facts}>
      {amount === null ? (
        <p>{contract}</p>
      ) : (
        <p>
          {bank === ''
            ? t('noBank', { amountFen: formatMoney(amount) })
            : t('loanLine', { bank, amountFen: formatMoney(amount), years: loanYears ?? 0 })}
        </p>
      )}
      <p>
        <Unbroken text={expectedOn === null ? facts : `${facts} · ${t('expectedOn', { expectedOn })}`} />
      </p>
    </div>
  );
}
