import { useTranslation } from 'react-i18next';
import { Signal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { subtractFen } from '#shared/kernel/money.ts';
import type { WhatIfAnswer } from '../batch-words.ts';
import styles from './prices.module.css';

/** Floor by floor: the average m² before and after, the step to the floor below, and homes cheaper than the one below. */
export function FairnessTable({ floors }: { floors: WhatIfAnswer['floors'] }) {
  const { t } = useTranslation('prices');
  return (
    <div className={styles.fairness} role="region" aria-label={t('fairness.title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('floor')}</th>
            <th scope="col">{t('fairness.before')}</th>
            <th scope="col">{t('fairness.after')}</th>
            <th scope="col">{t('fairness.step')}</th>
            <th scope="col">{t('fairness.spread')}</th>
            <th scope="col">{t('fairness.cheaper')}</th>
          </tr>
        </thead>
        <tbody>
          {floors.map((one) => (
            <tr key={one.floor}>
              <th scope="row">{one.floorName}</th>
              <td>
                <Money value={one.before} />
              </td>
              <td>
                <Money value={one.after} strong={one.before !== one.after} />
              </td>
              <td>
                <Money value={one.step} signed />
              </td>
              <td>
                <Money
                  value={one.lowest === null || one.highest === null ? null : subtractFen(one.highest, one.lowest)}
                />
              </td>
              <td>
                {one.cheaper > 0 && (
                  <Signal tone={one.cheaper > one.cheaperBefore ? 'seal' : 'amber'}>
                    {t('fairness.homes', { count: one.cheaper })}
                  </Signal>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
