import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterRow } from '#renderer/components/filters.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { partnerAgreements } from '#shared/api/partner-agreements.ts';
import { AgreementDrawer } from './agreement-drawer.tsx';
import { AgreementPanel } from './agreement-panel.tsx';
import styles from './register.module.css';
import { RegisterState, useRegisterStateWord } from './register-state.tsx';
import { RenewalSignal } from './renewal-signal.tsx';

/** A contract with a partner as the list shows it. */
export type AgreementRow = z.output<typeof partnerAgreements.list.output>['rows'][number];

type PartnerListProps = {
  opened: number | undefined;
  expiring: boolean;
  onOpen: (agreementId: number | undefined) => void;
  onExpiring: (only: boolean) => void;
};

/** Contracts with partners and the queue of their renewals; one of them opens beside the list. */
export function PartnerList({ opened, expiring, onOpen, onExpiring }: PartnerListProps) {
  const { t } = useTranslation('register');
  const list = useQuery(ask.partnerAgreements.list({}));
  const [drafting, setDrafting] = useState(false);
  const columns = usePartnerColumns();
  const all = list.data?.rows;
  const due = all?.filter(({ renewal }) => renewal !== null) ?? [];
  const rows = useMemo(
    () =>
      expiring
        ? all
            ?.filter(({ renewal }) => renewal !== null)
            .toSorted((a, b) => (a.renewal?.daysLeft ?? 0) - (b.renewal?.daysLeft ?? 0))
        : all,
    [all, expiring],
  );
  const mayDraft = list.data?.can['draft'] === true;
  const draft = mayDraft && (
    <Button size="xs" onClick={() => setDrafting(true)}>
      {t('newAgreement')}
    </Button>
  );
  return (
    <ListBody>
      <ListMain>
        <DataTable
          id="partner-agreements"
          label={t('partnersTitle')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          selectedKey={opened}
          onOpen={({ id }) => onOpen(id)}
          error={list.error}
          onRetry={() => void list.refetch()}
          filters={
            <FilterRow>
              <Checkbox
                size="xs"
                label={t('onlyExpiring')}
                checked={expiring}
                onChange={(event) => onExpiring(event.currentTarget.checked)}
              />
              {draft}
            </FilterRow>
          }
          summary={all && t('partnersRows', { count: all.length, due: due.length })}
          exports={{ list: 'partnerAgreements', title: t('partnersTitle'), scope: 'all', filter: { expiring } }}
          empty={
            expiring ? (
              <EmptyState title={t('noneExpiring')} />
            ) : (
              <EmptyState title={t('partnersEmpty')} text={t('partnersEmptyText')} action={draft} />
            )
          }
          fill
        />
      </ListMain>
      {opened !== undefined && (
        <AgreementPanel agreementId={opened} onOpen={onOpen} onClose={() => onOpen(undefined)} />
      )}
      {drafting && (
        <AgreementDrawer
          onDone={(id) => {
            setDrafting(false);
            onOpen(id);
          }}
          onClose={() => setDrafting(false)}
        />
      )}
    </ListBody>
  );
}

function usePartnerColumns(): readonly Column<AgreementRow>[] {
  const { t } = useTranslation('register');
  const wordOf = useRegisterStateWord();
  return useMemo(
    (): readonly Column<AgreementRow>[] => [
      { id: 'number', header: t('number'), width: 118, value: ({ number }) => number, fixed: true },
      { id: 'kind', header: t('kind'), width: 88, value: ({ kind }) => t(`kinds.${kind}`) },
      { id: 'partner', header: t('party'), value: ({ partner }) => partner },
      { id: 'title', header: t('about'), value: ({ title }) => title },
      {
        id: 'state',
        header: t('state'),
        width: 104,
        value: ({ state }) => wordOf({ noun: 'partnerAgreements', is: state }),
        cell: ({ state }) => <RegisterState state={{ noun: 'partnerAgreements', is: state }} />,
      },
      {
        id: 'until',
        header: t('until'),
        kind: 'date',
        width: 172,
        value: ({ toOn }) => toOn,
        cell: ({ toOn, renewal }) => (
          <span className={styles.until}>
            {toOn}
            {renewal !== null && <RenewalSignal daysLeft={renewal.daysLeft} />}
          </span>
        ),
      },
      {
        id: 'use',
        header: t('use'),
        kind: 'number',
        width: 104,
        value: ({ use }) => use.units,
        cell: ({ use, quotaUnits }) =>
          quotaUnits === null
            ? use.units > 0 && t('usedOnly', { count: use.units })
            : t('useOf', { used: use.units, quota: quotaUnits }),
      },
      { id: 'amount', header: t('amount'), kind: 'money', width: 124, value: ({ amount }) => amount },
      { id: 'owner', header: t('owner'), kind: 'person', width: 80, value: ({ owner }) => owner.name },
    ],
    [t, wordOf],
  );
}
