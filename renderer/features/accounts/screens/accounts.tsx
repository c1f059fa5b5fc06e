import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { act, ask } from '#renderer/lib/office.ts';
import { pcRoleQuery } from '#renderer/lib/pc-role.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Account, AccountDrawer, type AccountTask } from '../components/account-drawer.tsx';
import styles from '../components/accounts.module.css';
import { OfficeKeys } from '../components/office-keys.tsx';

/** The people of the office: who works here, on which post, and whether they may log in. */
export function AccountsScreen() {
  const { t } = useTranslation('accounts');
  const { t: labels } = useTranslation('labels');
  const list = useQuery(ask.accounts.list({}));
  const session = useQuery(ask.session.current({}));
  const [task, setTask] = useState<AccountTask>();
  const [keys, setKeys] = useState(false);
  const person = session.data?.state === 'open' ? session.data.person : undefined;
  const me = person?.id;
  const mayWrite = person?.permissions.includes('accounts.write') ?? false;
  // A demonstration has nothing to protect: it opens with a passphrase that everybody knows.
  // At a terminal the keys are out of reach: they are those of the host.
  const atOffice = useQuery(pcRoleQuery).data?.kind === 'none';
  const mayKey =
    atOffice && person?.permissions.includes('settings.write') && session.data?.state === 'open' && !session.data.demo;
  const columns = useMemo<Column<Account>[]>(
    () => [
      { id: 'name', header: t('name'), kind: 'person', value: ({ name }) => name, fixed: true },
      { id: 'post', header: t('post'), value: ({ post }) => labels(`posts.${post}`) },
      { id: 'loginName', header: t('loginName'), value: ({ loginName }) => loginName },
      {
        id: 'state',
        header: t('state'),
        width: 100,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => (
          <StatusBadge tone={state === 'active' ? 'ok' : 'plain'}>{t(`states.${state}`)}</StatusBadge>
        ),
      },
      { id: 'lastLogin', header: t('lastLogin'), kind: 'datetime', value: ({ lastLoginAt }) => lastLoginAt },
      ...(mayWrite
        ? [
            {
              id: 'buttons',
              header: '',
              width: 280,
              sortable: false,
              cell: (account: Account) => <AccountButtons account={account} own={account.id === me} onTask={setTask} />,
            },
          ]
        : []),
    ],
    [t, labels, mayWrite, me],
  );
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          sub={t('sub')}
          actions={
            mayWrite && (
              <>
                {mayKey && (
                  <Button variant="default" onClick={() => setKeys(true)}>
                    {t('keys.title')}
                  </Button>
                )}
                <Button leftSection={<IconPlus size={15} />} onClick={() => setTask({ kind: 'create' })}>
                  {t('add')}
                </Button>
              </>
            )
          }
        />
      }
    >
      <DataTable
        id="accounts"
        label={t('title')}
        columns={columns}
        rows={list.data}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        fill
      />
      {keys && <OfficeKeys onClose={() => setKeys(false)} />}
      {task && <AccountDrawer task={task} onClose={() => setTask(undefined)} />}
    </Page>
  );
}

type AccountButtonsProps = { account: Account; own: boolean; onTask: (task: AccountTask) => void };

function AccountButtons({ account, own, onTask }: AccountButtonsProps) {
  const { t } = useTranslation('accounts');
  const disable = useCommand(act.accounts.disable);
  const enable = useCommand(act.accounts.enable);
  const target = { accountId: account.id, version: account.version };
  const askDisable = () =>
    confirmAct({
      title: t('disableTitle', { name: account.name }),
      consequence: t('disableText'),
      confirmLabel: t('disable'),
      danger: true,
      onConfirm: () => disable.sendOrThrow(target),
    });
  return (
    <span className={styles.buttons}>
      <Button variant="subtle" size="compact-sm" onClick={() => onTask({ kind: 'edit', account })}>
        {t('edit')}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onTask({ kind: 'password', account })}>
        {t('resetPassword')}
      </Button>
      {own && (
        <span className={styles.own}>
          {t('yourself')}
          {/* As wide as the button it stands for, so that the others keep their columns. */}
          <span aria-hidden="true">{t('disable')}</span>
        </span>
      )}
      {!own && account.state === 'active' && (
        <Button variant="subtle" color="seal" size="compact-sm" onClick={askDisable}>
          {t('disable')}
        </Button>
      )}
      {account.state === 'disabled' && (
        <Button variant="subtle" size="compact-sm" loading={enable.pending} onClick={() => void enable.send(target)}>
          {t('enable')}
        </Button>
      )}
    </span>
  );
}
