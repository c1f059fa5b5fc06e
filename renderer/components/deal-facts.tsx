import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '#shared/kernel/area.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { IdentityKind } from '#shared/kernel/identity-number.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { formatPercent, formatPhone } from '../lib/format.ts';
import { DataTable } from './data-table.tsx';
import type { Column } from './data-table-model.ts';
import styles from './deal-facts.module.css';
import { type Fact, Facts } from './page.tsx';
import { Signal } from './signal.tsx';
import { AreaText, Money } from './values.tsx';

/** A buyer of a deal; the number is null while no document is on file. */
export type DealBuyer = {
  readonly customerId: number;
  readonly name: string;
  readonly identityKind: IdentityKind | null;
  readonly identityNumber: string | null;
  readonly phone: string | null;
  readonly sharePpm: number;
};

type BuyersTableProps<Buyer extends DealBuyer> = {
  buyers: readonly Buyer[];
  onOpen: (customerId: number) => void;
  /** Who signs for a buyer, below the name. */
  signs?: ((buyer: Buyer) => string) | undefined;
  /** What is done about one buyer, and its word on the button. */
  act?: { readonly label: string; readonly onRun: (customerId: number) => void } | undefined;
};

/** Who buys, with which document and which share; names are read in full, however long. */
export function BuyersTable<Buyer extends DealBuyer>({ buyers, onOpen, act, signs }: BuyersTableProps<Buyer>) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const columns = useMemo<Column<Buyer>[]>(
    () => [
      { id: 'position', header: '#', width: 44, cell: (buyer) => buyers.indexOf(buyer) + 1 },
      {
        id: 'name',
        header: t('buyers'),
        width: act === undefined ? 280 : 208,
        sortable: false,
        value: ({ name }) => name,
        cell: (buyer) => {
          const line = signs?.(buyer) ?? '';
          return (
            <div className={styles.signed}>
              <b>{buyer.name}</b>
              {line !== '' && <small>{line}</small>}
            </div>
          );
        },
      },
      {
        id: 'identity',
        header: t('identity'),
        width: act === undefined ? 300 : 284,
        sortable: false,
        value: ({ identityNumber }) => identityNumber,
        cell: ({ identityKind, identityNumber }) =>
          identityKind === null || identityNumber === null ? (
            <Signal tone="seal">{t('identityMissing')}</Signal>
          ) : (
            `${labels(`identityKinds.${identityKind}`)} ${identityNumber}`
          ),
      },
      { id: 'phone', header: t('phone'), width: 136, sortable: false, value: ({ phone }) => formatPhone(phone ?? '') },
      {
        id: 'share',
        header: t('share'),
        kind: 'percent',
        width: 100,
        sortable: false,
        value: ({ sharePpm }) => sharePpm,
        cell: ({ sharePpm }) => formatPercent(sharePpm),
      },
      ...(act === undefined
        ? []
        : [
            {
              id: 'act',
              header: '',
              width: 96,
              sortable: false,
              cell: ({ customerId, name }: Buyer) => (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${act.label} ${name}`}
                  onClick={() => act.onRun(customerId)}
                >
                  {act.label}
                </Button>
              ),
            },
          ]),
    ],
    [t, labels, buyers, act, signs],
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

type HomeFactsProps = {
  home: {
    readonly houseType: string;
    readonly orientation: string;
    readonly builtArea: Area | null;
    readonly innerArea: Area | null;
    readonly filedPrice: Fen | null;
  };
  deal: {
    readonly basis: 'innerArea' | 'builtArea' | 'perSet';
    readonly unitPrice: Fen | null;
    readonly filedPosition: 'within' | 'below' | 'above' | 'missing';
  };
  price: Fen;
  more?: readonly Fact[];
};

/** The home that is sold, with the price by area and where it lies against the filed price. */
export function HomeFacts({ home, deal, price, more = [] }: HomeFactsProps) {
  const { t } = useTranslation('subscriptions');
  const { t: common } = useTranslation('common');
  const { basis, unitPrice, filedPosition } = deal;
  return (
    <Facts
      items={[
        { label: t('houseType'), value: [home.houseType, home.orientation].filter(Boolean).join(' · ') || '–' },
        { label: t('builtArea'), value: <AreaText value={home.builtArea} unit /> },
        { label: t('innerArea'), value: <AreaText value={home.innerArea} unit /> },
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
              <Money value={home.filedPrice} />{' '}
              <Signal tone={filedPosition === 'within' ? 'ok' : 'seal'}>{t(`filed.${filedPosition}`)}</Signal>
            </>
          ),
        },
        { label: t('capitals'), value: <span lang="zh-CN">{capitalsOf(price)}</span> },
        ...more,
      ]}
    />
  );
}
