import { useTranslation } from 'react-i18next';
import { Money } from '#renderer/components/values.tsx';
import type { QuoteReckoning } from '#shared/domain/quotes/reckoning.ts';
import { sumFen } from '#shared/kernel/money.ts';
import styles from './quotes.module.css';

type Fee = QuoteReckoning['fees'][number];

/** Taxes and fees with how each is reckoned, and what everything costs together. */
export function FeesTable({ fees, feesTogether, price }: Pick<QuoteReckoning, 'fees' | 'feesTogether' | 'price'>) {
  const { t } = useTranslation('quotes');
  const { t: labels } = useTranslation('labels');
  const basis = useBasis();
  return (
    <table className={styles.fees} aria-label={t('fees')}>
      <thead>
        <tr>
          <th scope="col">{t('fee')}</th>
          <th scope="col">{t('feeBasis')}</th>
          <th scope="col" data-num>
            {t('feeAmount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {fees.map((fee) => (
          <tr key={fee.kind}>
            <th scope="row">{labels(`feeKinds.${fee.kind}`)}</th>
            <td>{basis(fee)}</td>
            <td data-num>
              <Money value={fee.amount} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('feesTogether')}
          </th>
          <td data-num>
            <Money value={feesTogether} />
          </td>
        </tr>
        <tr>
          <th scope="row" colSpan={2}>
            <b>{t('together')}</b>
          </th>
          <td data-num>
            <Money value={sumFen([price, feesTogether])} strong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function useBasis(): (fee: Fee) => string {
  const { t } = useTranslation('quotes');
  return ({ ratePpm, perSquareMetre, months }) => {
    if (ratePpm !== null) return t('ofPrice', { ratePpm });
    if (perSquareMetre === null) return t('each');
    return months === null
      ? t('ofArea', { eachFen: perSquareMetre })
      : t('ofAreaMonths', { eachFen: perSquareMetre, months });
  };
}
