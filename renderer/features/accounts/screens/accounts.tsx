import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatDate } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { pcRoleQuery } from '#renderer/lib/pc-role.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Account, AccountDrawer, type AccountTask } from '../components/account-drawer.tsx';
import styles from '../components/accounts.module.css';
import { CodeDrawer } from '../components/code-drawer.tsx';
import { OfficeKeys } from '../components/office-keys.tsx';
import { useEntryWords } from '../entry-words.ts';

/** The people of the office: who works here, on which post, and whether they may log in. */
export function AccountsScreen() {
  const { t } = useTranslation('accounts');
  const { t: labels } = useTranslation('labels');
  const list = useQuery(ask.accounts.list({}));
  const session = useQuery(ask.session.current({}));
  const [task, setTask] = useState<AccountTask>();
  const [keys, setKeys] = useState(false);
  const [coded, setCoded] = useState<{ accountId: number; name: string }>();
  const now = useNow(15_000);
  const entryOf = useEntryWords(now);
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
      {
        id: 'post',
        header: t('post'),
        value: ({ post }) => labels(`posts.${post}`),
        cell: ({ post, wishedPost, actsFor, actedForBy }) => (
          <span className={styles.post}>
            {labels(`posts.${post}`)}
            {wishedPost !== null && (
              <StatusBadge tone="amber">{t('wished', { post: labels(`posts.${wishedPost}`) })}</StatusBadge>
            )}
            {actsFor.map(({ name, until }) => (
              <StatusBadge key={name} tone="ink">
                {t('acting.for', { name, until: formatDate(until) })}
              </StatusBadge>
            ))}
            {actedForBy.map(({ name, until }) => (
              <StatusBadge key={name} tone="plain">
                {t('acting.by', { name, until: formatDate(until) })}
              </StatusBadge>
            ))}
          </span>
        ),
      },
      { id: 'team', header: t('team'), value: ({ team }) => team },
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
      {
        id: 'entry',
        header: t('entry.title'),
        width: 300,
        value: (account) => entryOf(account)?.text ?? '',
        cell: (account) => {
          const entry = entryOf(account);
          return entry && <Signal tone={entry.tone}>{entry.text}</Signal>;
        },
      },
      { id: 'lastLogin', header: t('lastLogin'), kind: 'datetime', value: ({ lastLoginAt }) => lastLoginAt },
      ...(mayWrite
        ? [
            {
              id: 'buttons',
              header: '',
              width: 300,
              sortable: false,
              cell: (account: Account) => (
                <AccountButtons
                  account={account}
                  own={account.id === me}
                  waiting={account.waits.some(({ until }) => until > now)}
                  onTask={setTask}
                  onCode={() => setCoded({ accountId: account.id, name: account.name })}
                />
              ),
            },
          ]
        : []),
    ],
    [t, labels, mayWrite, me, now, entryOf],
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
      {task && (
        <AccountDrawer
          task={task}
          onClose={() => setTask(undefined)}
          onAdded={(accountId, name) => {
            setTask(undefined);
            setCoded({ accountId, name });
          }}
        />
      )}
      {coded && <CodeDrawer {...coded} onClose={() => setCoded(undefined)} />}
    </Page>
  );
}

type AccountButtonsProps = {
  account: Account;
  own: boolean;
  /** It waits somewhere after wrong passwords. */
  waiting: boolean;
  onTask: (task: AccountTask) => void;
  onCode: () => void;
};

function AccountButtons({ account, own, waiting, onTask, onCode }: AccountButtonsProps) {
  const { t } = useTranslation('accounts');
  const disable = useCommand(act.accounts.disable);
  const enable = useCommand(act.accounts.enable, {
    onDone: ({ waits }) => waits && notifications.show({ message: t('waits', { name: account.name }) }),
  });
  const reset = useCommand(act.accounts.resetPassword);
  const lift = useCommand(act.accounts.liftWaits, {
    onDone: () => notifications.show({ message: t('entry.lifted', { name: account.name }) }),
  });
  const target = { accountId: account.id, version: account.version };
  const askDisable = () =>
    confirmAct({
      title: t('disableTitle', { name: account.name }),
      consequence: t('disableText'),
      confirmLabel: t('disable'),
      danger: true,
      onConfirm: () => disable.sendOrThrow(target),
    });
  const askReset = () =>
    confirmAct({
      title: t('resetTitle', { name: account.name }),
      consequence: t('resetText'),
      confirmLabel: t('resetDo'),
      onConfirm: async () => {
        await reset.sendOrThrow(target);
        onCode();
      },
    });
  return (
    <span className={styles.buttons}>
      {waiting && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={lift.pending}
          onClick={() => void lift.send({ accountId: account.id })}
        >
          {t('entry.lift')}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => onTask({ kind: 'edit', account })}>
        {t('edit')}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={askReset}>
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
      {account.state === 'disabled' && account.wishedPost === null && (
        <Button variant="subtle" size="compact-sm" loading={enable.pending} onClick={() => void enable.send(target)}>
          {t('enable')}
        </Button>
      )}
    </span>
  );
}
