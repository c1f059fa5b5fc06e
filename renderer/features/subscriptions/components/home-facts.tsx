import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Facts } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { AreaText, DateText, Money } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';

type Detail = z.output<typeof subscriptions.detail.output>;

/** The home that is sold, with the price by area and where it lies against the filed price. */
export function HomeFacts({ detail }: { detail: Detail }) {
  const { t } = useTranslation('subscriptions');
  const { t: common } = useTranslation('common');
  const unit = useQuery(ask.units.detail({ unitId: detail.row.unitId }));
  const { basis, unitPrice, filedPosition, row } = detail;
  return (
    <Loaded query={unit} skeletonRows={4}>
      {({ cell, filedPrice, permitNumber, deliveryOn }) => (
        <Facts
          items={[
            { label: t('houseType'), value: [cell.houseType, cell.orientation].filter(Boolean).join(' · ') || '–' },
            { label: t('builtArea'), value: <AreaText value={cell.builtArea} unit /> },
            { label: t('innerArea'), value: <AreaText value={cell.innerArea} unit /> },
            {
              label: t(`unitPrice.${basis}`),
              value:
                basis === 'perSet' || unitPrice === null ? (
                  t('perSet')
                ) : (
                  <>
                    <Money value={unitPrice} /> {common('yuanPerSquareMetre')}
                  </>
                ),
            },
            {
              label: t('filedPrice'),
              value: (
                <>
                  <Money value={filedPrice} />{' '}
                  <Signal tone={filedPosition === 'within' ? 'ok' : 'seal'}>{t(`filed.${filedPosition}`)}</Signal>
                </>
              ),
            },
            { label: t('capitals'), value: <span lang="zh-CN">{capitalsOf(row.price)}</span> },
            { label: t('permit'), value: permitNumber ?? '–' },
            { label: t('delivery'), value: <DateText day={deliveryOn} /> },
          ]}
        />
      )}
    </Loaded>
  );
}
