import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DueSignal, StatusBadge } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatPhone } from '#renderer/lib/format.ts';
import type { customers } from '#shared/api/customers.ts';
import type { CustomerState } from '#shared/domain/customers/states.ts';
import { maskPhone } from '#shared/kernel/phone.ts';

/** A customer as a row of the list. */
export type CustomerRow = z.output<typeof customers.list.output>['rows'][number];

const tones = {
  prospect: 'ink',
  subscribed: 'ok',
  signed: 'ok',
  lost: 'plain',
  pool: 'plain',
  anonymised: 'plain',
} as const satisfies Record<CustomerState, string>;

/** The columns of the list of customers. */
export function useCustomerColumns(): Column<CustomerRow>[] {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const { t: privacy } = useTranslation('privacy');
  const today = useToday();
  return useMemo(
    () => [
      { id: 'name', header: t('list.name'), kind: 'person', width: 170, value: ({ name }) => name, fixed: true },
      {
        id: 'phone',
        header: t('list.phone'),
        width: 140,
        value: ({ phone }) => phone,
        // The order of whole numbers would tell what a masked one hides.
        sortable: false,
        cell: ({ phone }) => formatPhone(phone),
        // A list that lies about names nobody's number, not even to whom it is shown.
        onPaper: ({ phone }) => maskPhone(phone),
      },
      {
        id: 'rating',
        header: t('list.ratingColumn'),
        width: 120,
        value: ({ rating }) => labels(`ratings.${rating}`),
      },
      {
        id: 'state',
        header: t('list.stateColumn'),
        width: 116,
        value: ({ state }) => labels(`customerStates.${state}`),
        cell: ({ state }) => <StatusBadge tone={tones[state]}>{labels(`customerStates.${state}`)}</StatusBadge>,
      },
      {
        id: 'channel',
        header: t('list.channel'),
        width: 130,
        value: ({ channel }) => labels(`channels.${channel}`),
      },
      {
        id: 'marketing',
        header: t('list.marketing'),
        width: 96,
        sortable: false,
        hidden: true,
        value: ({ marketing }) => (marketing === 'none' ? '' : privacy(`standings.${marketing}`)),
        cell: ({ marketing }) =>
          marketing === 'withdrawn' && <StatusBadge tone="seal">{privacy('standings.withdrawn')}</StatusBadge>,
      },
      {
        id: 'owner',
        header: t('list.owner'),
        kind: 'person',
        width: 110,
        value: ({ owner }) => owner?.name ?? null,
        cell: ({ owner }) => owner?.name ?? t('list.nobody'),
      },
      {
        id: 'next',
        header: t('list.next'),
        kind: 'date',
        width: 112,
        value: ({ nextFollowUpOn }) => nextFollowUpOn,
      },
      {
        id: 'due',
        header: t('list.due'),
        width: 104,
        sortable: false,
        cell: ({ nextFollowUpOn }) => nextFollowUpOn !== null && <DueSignal dueOn={nextFollowUpOn} soonDays={1} />,
      },
      {
        id: 'protected',
        header: t('list.protectedUntil'),
        kind: 'date',
        width: 120,
        value: ({ protectedUntil }) => (protectedUntil !== null && protectedUntil >= today ? protectedUntil : null),
      },
      {
        id: 'last',
        header: t('list.lastContact'),
        kind: 'datetime',
        width: 146,
        value: ({ lastContactAt }) => lastContactAt,
      },
    ],
    [t, labels, privacy, today],
  );
}
