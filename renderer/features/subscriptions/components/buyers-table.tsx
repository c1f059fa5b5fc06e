import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Signal } from '#renderer/components/signal.tsx';
import { formatPercent, formatPhone } from '#renderer/lib/format.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';

type Buyer = z.output<typeof subscriptions.detail.output>['buyers'][number];

/** Who buys, with which document and which share. */
export function BuyersTable({ buyers, onOpen }: { buyers: readonly Buyer[]; onOpen: (customerId: number) => void }) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const columns = useMemo<Column<Buyer>[]>(
    () => [
      { id: 'position', header: '#', width: 44, cell: (buyer) => buyers.indexOf(buyer) + 1 },
      {
        id: 'name',
        header: t('buyers'),
        width: 310,
        sortable: false,
        value: ({ name }) => name,
        cell: ({ name }) => <b>{name}</b>,
      },
      {
        id: 'identity',
        header: t('identity'),
        width: 300,
        sortable: false,
        value: ({ identityNumber }) => identityNumber,
        cell: ({ identityKind, identityNumber }) =>
          identityKind === null || identityNumber === null ? (
            <Signal tone="seal">{t('identityMissing')}</Signal>
          ) : (
            `${labels(`identityKinds.${identityKind}`)} ${identityNumber}`
          ),
      },
      { id: 'phone', header: t('phone'), width: 136, sortable: false, value: ({ phone }) => formatPhone(phone) },
      {
        id: 'share',
        header: t('share'),
        kind: 'percent',
        width: 110,
        sortable: false,
        value: ({ sharePpm }) => sharePpm,
        cell: ({ sharePpm }) => formatPercent(sharePpm),
      },
    ],
    [t, labels, buyers],
  );
  return (
    <DataTable
      label={t('buyers')}
      columns={columns}
      rows={buyers}
      rowKey={({ customerId }) => customerId}
      onOpen={({ customerId }) => onOpen(customerId)}
    />
  );
}
