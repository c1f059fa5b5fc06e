import { useTranslation } from 'react-i18next';
import { formatMoney } from '#renderer/lib/format.ts';
import type { AgreementDetail } from '../agreement-types.ts';
import styles from './agreement.module.css';

type Money = NonNullable<AgreementDetail['money']>;
const sums = ['amount', 'back', 'penalty', 'refund', 'interest', 'net'] as const;
type Sum = (typeof sums)[number];

/** Columns that are left out where there is nothing in them, as on the paper. */
const optional: readonly Sum[] = ['back', 'interest'];

/** How the money of a contract that ends is settled, receipt by receipt; the sums of the paper. */
export function SettlementTable({ money }: { money: Money }) {
  const { t } = useTranslation('agreements');
  const { t: labels } = useTranslation('labels');
  if (money.rows.length === 0) return <p className={styles.nothing}>{t('settlement.none')}</p>;
  const shown = sums.filter((sum) => !optional.includes(sum) || money[sum] > 0);
  // Days and interest take the room of the receipts, which stand below their days as on the paper.
  const bears = money.yearlyPpm > 0;
  return (
    <>
      <table className={styles.money} aria-label={t('settlement.title')}>
        <thead>
          <tr>
            <th scope="col">{t('settlement.item')}</th>
            <th scope="col">{t('settlement.paidOn')}</th>
            {!bears && <th scope="col">{t('settlement.receipt')}</th>}
            {bears && (
              <th scope="col" data-number>
                {t('settlement.days')}
              </th>
            )}
            {shown.map((sum) => (
              <th key={sum} scope="col" data-number>
                {t(`settlement.${sum}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {money.rows.map((row) => (
            <tr key={row.receipt}>
              <th scope="row">{labels(`receiptItems.${row.item}`)}</th>
              <td>
                {row.paidOn}
                {bears && <small>{row.receipt}</small>}
              </td>
              {!bears && <td>{row.receipt}</td>}
              {bears && <td data-number>{row.days}</td>}
              {shown.map((sum) => (
                <td key={sum} data-number>
                  {formatMoney(row[sum])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('settlement.total')}
            </th>
            {shown.map((sum) => (
              <td key={sum} data-number>
                {formatMoney(money[sum])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={styles.nothing}>
        {t('settlement.toBuyer', { amountFen: money.toBuyer })}
        {bears && ` ${t('settlement.bears', { ratePpm: money.yearlyPpm, until: money.until })}`}
        {money.toLender > 0 && ` ${t('settlement.toLender', { amountFen: money.toLender })}`}
      </p>
    </>
  );
}
