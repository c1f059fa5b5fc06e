import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { delegations } from '#shared/api/delegations.ts';
import { DelegationDrawer } from '../components/delegation-drawer.tsx';

type Delegation = z.output<typeof delegations.list.output>[number];

const tones = { coming: 'ink', running: 'ok', ended: 'plain', revoked: 'plain' } as const;

/** Who acts for whom, and until when: one's own, or all of them to whoever keeps the accounts. */
export function DelegationsScreen() {
  const { t } = useTranslation('delegations');
  const { t: labels } = useTranslation('labels');
  const person = usePerson();
  const list = useQuery(ask.delegations.list({}));
  const [making, setMaking] = useState(false);
  const columns = useMemo<Column<Delegation>[]>(
    () => [
      { id: 'from', header: t('from'), kind: 'person', value: ({ from }) => from.name, fixed: true },
      { id: 'to', header: t('to'), kind: 'person', value: ({ to }) => to.name },
      { id: 'post', header: t('part'), value: ({ from }) => labels(`posts.${from.post}`) },
      {
        id: 'part',
        header: '',
        value: ({ permissions }) => (permissions === null ? t('whole') : t('some', { count: permissions.length })),
      },
      { id: 'fromOn', header: t('fromOn'), kind: 'date', value: ({ fromOn }) => fromOn },
      { id: 'toOn', header: t('toOn'), kind: 'date', value: ({ toOn }) => toOn },
      { id: 'reason', header: t('reason'), value: ({ reason }) => reason },
      {
        id: 'state',
        header: t('state'),
        width: 100,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>,
      },
      {
        id: 'buttons',
        header: '',
        width: 90,
        sortable: false,
        cell: (row: Delegation) => <Revoke row={row} />,
      },
    ],
    [t, labels],
  );
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            person.may('delegations.write') && (
              <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
                {t('make')}
              </Button>
            )
          }
        />
      }
    >
      <DataTable
        id="delegations"
        label={t('title')}
        columns={columns}
        rows={list.data}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        fill
      />
      {making && <DelegationDrawer onClose={() => setMaking(false)} />}
    </Page>
  );
}

function Revoke({ row }: { row: Delegation }) {
  const { t } = useTranslation('delegations');
  const revoke = useCommand(act.delegations.revoke);
  if (row.can['revoke'] !== true) return null;
  const askRevoke = () =>
    confirmAct({
      title: t('revokeTitle', { name: row.to.name }),
      consequence: t('revokeText'),
      confirmLabel: t('revoke'),
      danger: true,
      onConfirm: () => revoke.sendOrThrow({ delegationId: row.id, version: row.version }),
    });
  return (
    <Button variant="subtle" color="seal" size="compact-sm" onClick={askRevoke}>
      {t('revoke')}
    </Button>
  );
}
