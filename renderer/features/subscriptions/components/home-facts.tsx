import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Loaded } from '#renderer/components/data-states.tsx';
import { HomeFacts } from '#renderer/components/deal-facts.tsx';
import { DateText } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';

/** The home that is subscribed, with its permit and delivery. */
export function SubscribedHome({ detail }: { detail: z.output<typeof subscriptions.detail.output> }) {
  const { t } = useTranslation('subscriptions');
  const unit = useQuery(ask.units.detail({ unitId: detail.row.unitId }));
  return (
    <Loaded query={unit} skeletonRows={4}>
      {({ cell, filedPrice, permitNumber, deliveryOn }) => (
        <HomeFacts
          home={{ ...cell, filedPrice }}
          deal={detail}
          price={detail.row.price}
          more={[
            { label: t('permit'), value: permitNumber ?? '–' },
            { label: t('delivery'), value: <DateText day={deliveryOn} /> },
          ]}
        />
      )}
    </Loaded>
  );
}
