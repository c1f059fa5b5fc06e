import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { Money } from '#renderer/components/values.tsx';
import type { PriceEffectKey } from '#shared/domain/pricing/effects.ts';
import { type ApprovalPage, roundPpm } from '../approval-words.ts';
import styles from './approval-page.module.css';

type Price = NonNullable<ApprovalPage['price']>;

/** What the price changes: at list, at the nearest lower authority, as asked, and the difference. */
export function EffectsTable({ price }: { price: Price }) {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const { lower, effects, belowListPpm, basis } = price;
  const lowerPost = lower === null ? '' : labels(`posts.${lower.post}`);
  const nameOf = (key: PriceEffectKey): string => {
    if (key !== 'unitPrice' || basis === 'perSet') return t(`effectKeys.${key}`);
    return t(basis === 'innerArea' ? 'effectKeys.unitPriceInner' : 'effectKeys.unitPriceBuilt');
  };
  return (
    <Section
      title={t('effects')}
      aside={
        <span>
          {lower === null ? t('effectsAgainstList') : t('effectsAgainst', { post: lowerPost, ratePpm: lower.limitPpm })}
        </span>
      }
      flush
    >
      <table className={styles.table} aria-label={t('effects')}>
        <thead>
          <tr>
            <th scope="col">{t('effectItem')}</th>
            <th scope="col">{t('effectList')}</th>
            {lower !== null && <th scope="col">{t('effectLower', { post: lowerPost, ratePpm: lower.limitPpm })}</th>}
            <th scope="col">{belowListPpm > 0 ? t('effectAsked', { ratePpm: belowListPpm }) : t('effectAskedList')}</th>
            <th scope="col">{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr key={effect.key}>
              <th scope="row">{nameOf(effect.key)}</th>
              <td className={styles.dim}>
                <Money value={effect.list} />
              </td>
              {lower !== null && (
                <td>
                  <Money value={effect.lower} />
                </td>
              )}
              <td>
                <Money value={effect.asked} strong />
              </td>
              <td>
                <Money value={effect.difference} signed />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checks price={price} />
    </Section>
  );
}

function Checks({ price: { filed, belowFloor } }: { price: Price }) {
  const { t } = useTranslation('approvals');
  const checks: { key: string; ok: boolean; text: string }[] = [];
  if (filed !== null) {
    const words = filed.within ? (filed.belowPpm > 0 ? 'filedWithin' : 'filedAbove') : 'filedOutside';
    checks.push({
      key: 'filed',
      ok: filed.within,
      text: t(words, { ratePpm: roundPpm(filed.belowPpm), limitPpm: filed.limitPpm }),
    });
  }
  if (belowFloor !== null)
    checks.push({ key: 'floor', ok: !belowFloor, text: t(belowFloor ? 'floorBroken' : 'floorKept') });
  return checks.length === 0 ? null : (
    <ul className={styles.checks}>
      {checks.map(({ key, ok, text }) => (
        <li key={key} data-ok={ok}>
          {ok ? <IconCheck size={15} aria-hidden="true" /> : <IconAlertTriangle size={15} aria-hidden="true" />}
          {text}
        </li>
      ))}
    </ul>
  );
}
