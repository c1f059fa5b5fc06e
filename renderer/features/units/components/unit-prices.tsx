import { useTranslation } from 'react-i18next';
import { AreaText, Money, Percent } from '#renderer/components/values.tsx';
import { type Area, unitPriceOf } from '#shared/kernel/area.ts';
import { type Fen, mulDivHalfUp, ONE_PPM } from '#shared/kernel/money.ts';
import type { UnitDetail } from '../board/cell.ts';
import styles from './drawer.module.css';

type Priced = Pick<UnitDetail, 'cell' | 'filedPrice' | 'floorPrice' | 'sharedArea' | 'subscription'>;

/** Filed, list, floor and deal price in one table, and the areas they rest on. */
export function UnitPrices({ unit }: { unit: Priced }) {
  const { t } = useTranslation('units');
  const { cell, filedPrice, floorPrice, sharedArea, subscription } = unit;
  const deal = subscription?.price ?? null;
  const size = cell.innerArea ?? cell.builtArea;
  const rows: { key: 'filed' | 'list' | 'floorPrice' | 'deal'; total: Fen | null }[] = [
    { key: 'filed', total: filedPrice },
    { key: 'list', total: cell.listPrice },
  ];
  if (floorPrice !== null) rows.push({ key: 'floorPrice', total: floorPrice });
  if (deal !== null) rows.push({ key: 'deal', total: deal });
  return (
    <>
      <table className={styles.prices}>
        <thead>
          <tr>
            <th scope="col">{t('drawer.price')}</th>
            <th scope="col">{cell.innerArea === null ? t('drawer.perBuilt') : t('drawer.perArea')}</th>
            <th scope="col">{t('drawer.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, total }) => (
            <tr key={key} data-deal={key === 'deal' || undefined}>
              <th scope="row">{t(`drawer.${key}`)}</th>
              <td>
                <Money value={perArea(total, size)} />
              </td>
              <td>
                <Money value={total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={styles.areas}>
        <div>
          <dt>{t('drawer.built')}</dt>
          <dd>
            <AreaText value={cell.builtArea} />
          </dd>
        </div>
        <div>
          <dt>{t('drawer.inner')}</dt>
          <dd>
            <AreaText value={cell.innerArea} />
          </dd>
        </div>
        <div>
          <dt>{t('drawer.shared')}</dt>
          <dd>
            <AreaText value={sharedArea} />
          </dd>
        </div>
        {subscription !== null && (
          <div>
            <dt>{t('drawer.discount')}</dt>
            <dd>
              <Percent ppm={offList(subscription.listPrice, subscription.price)} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

function perArea(total: Fen | null, size: Area): Fen | null {
  return total === null ? null : (unitPriceOf(total, size) ?? null);
}

/** How far below the list the deal is, to a hundredth of a percent, as one reads it. */
function offList(list: Fen, deal: Fen): number {
  return Math.round(mulDivHalfUp(list - deal, ONE_PPM, list) / 100) * 100;
}
