import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Facts } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { AreaText, Money } from '#renderer/components/values.tsx';
import { formatPercent, formatPhone } from '#renderer/lib/format.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { ContractDetail } from '../contract-types.ts';

type Buyer = ContractDetail['draft']['buyers'][number];

/** Who buys, with which document and which share. */
export function ContractBuyers({ detail, onOpen }: { detail: ContractDetail; onOpen: (customerId: number) => void }) {
  const { t } = useTranslation('contracts');
  const { t: labels } = useTranslation('labels');
  const { buyers } = detail.draft;
  const columns = useMemo<Column<Buyer>[]>(
    () => [
      { id: 'position', header: '#', width: 44, cell: (buyer) => buyers.indexOf(buyer) + 1 },
      {
        id: 'name',
        header: t('buyers'),
        width: 200,
        sortable: false,
        value: ({ name }) => name,
        cell: ({ name }) => <b>{name}</b>,
      },
      {
        id: 'identity',
        header: t('identity'),
        width: 310,
        sortable: false,
        value: ({ identityNumber }) => identityNumber,
        cell: ({ identityKind, identityNumber }) =>
          identityNumber.length < 2 ? (
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
        width: 100,
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
      rowKey={({ customerId, name }) => customerId ?? name}
      onOpen={({ customerId }) => customerId !== null && onOpen(customerId)}
    />
  );
}

/** The home with its price by area and where that lies against the filed price. */
export function ContractHome({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const { t: common } = useTranslation('common');
  const { unit, basis, unitPrice, filedPosition, row } = detail;
  return (
    <Facts
      items={[
        { label: t('houseType'), value: [unit.houseType, unit.orientation].filter(Boolean).join(' · ') || '–' },
        { label: t('builtArea'), value: <AreaText value={unit.builtArea} unit /> },
        { label: t('innerArea'), value: <AreaText value={unit.innerArea} unit /> },
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
              <Money value={unit.filedPrice} />{' '}
              <Signal tone={filedPosition === 'within' ? 'ok' : 'seal'}>{t(`filedAt.${filedPosition}`)}</Signal>
            </>
          ),
        },
        { label: t('capitals'), value: <span lang="zh-CN">{capitalsOf(row.price)}</span> },
      ]}
    />
  );
}
