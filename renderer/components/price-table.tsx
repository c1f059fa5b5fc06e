import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { fen, ONE_PPM, subtractFen } from '#shared/kernel/money.ts';
import { formatPercent } from '../lib/format.ts';
import styles from './price-table.module.css';
import { Money } from './values.tsx';

/** A line of a price build-up as the office reckons it. */
export type PriceLine = z.output<typeof subscriptions.quote.output>['lines'][number];

type PriceTableProps = {
  lines: readonly PriceLine[];
  listPrice: Fen;
  price: Fen;
  belowListPpm: number;
};

/** The price, line by line: what changes, by how much, and what it comes to. */
export function PriceTable({ lines, listPrice, price, belowListPpm }: PriceTableProps) {
  const { t } = useTranslation('subscriptions');
  return (
    <table className={styles.table} aria-label={t('composition')}>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('reckoning')}</th>
          <th scope="col" data-num>
            {t('change')}
          </th>
          <th scope="col" data-num>
            {t('result')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={`${index} ${line.kind}`}>
            <th scope="row">{line.label === '' ? t(`lines.${line.kind}`) : line.label}</th>
            <td>{reckoningOf(line, t(`lines.${line.kind}`))}</td>
            <td data-num>{line.kind === 'list' ? '' : <Money value={line.amount} />}</td>
            <td data-num>
              <Money value={line.after} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <td>{belowListPpm > 0 ? t('belowList', { belowPpm: belowListPpm }) : t('atList')}</td>
          <td data-num>{price === listPrice ? '' : <Money value={fen(subtractFen(price, listPrice))} />}</td>
          <td data-num>
            <Money value={price} strong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** `× 99 %` for a percent; the kind's own name where the line carries the name of the catalogue. */
function reckoningOf(line: PriceLine, kind: string): string {
  if (line.ratePpm !== null) return `× ${formatPercent(ONE_PPM - line.ratePpm)}`;
  return line.label === '' ? '' : kind;
}
