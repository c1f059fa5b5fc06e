import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { accounts } from '#shared/api/accounts.ts';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import styles from './accounts.module.css';

/** An account as the office lists it. */
export type Account = z.output<typeof accounts.list.output>[number];

/** What is done in the drawer. */
export type AccountTask = { readonly kind: 'create' } | { readonly kind: 'edit'; readonly account: Account };

type AccountDrawerProps = {
  task: AccountTask;
  onClose: () => void;
  /** Somebody was added, who needs their one-time code. */
  onAdded: (accountId: number, name: string) => void;
};

/** Adds a person, or changes name or post. */
export function AccountDrawer({ task, onClose, onAdded }: AccountDrawerProps) {
  const { t } = useTranslation('accounts');
  const { t: common } = useTranslation('common');
  const { t: labels } = useTranslation('labels');
  const known = task.kind === 'create' ? undefined : task.account;
  const [name, setName] = useState(known?.name ?? '');
  const [loginName, setLoginName] = useState('');
  const [post, setPost] = useState<Post>(known?.post ?? 'consultant');
  const [team, setTeam] = useState(known?.team ?? '');
  const create = useCommand(act.accounts.create, {
    onDone: ({ accountId, waits }) => {
      if (waits) notifications.show({ message: t('waits', { name }) });
      onAdded(accountId, name);
    },
  });
  const update = useCommand(act.accounts.update, {
    onDone: ({ waits }) => {
      notifications.show({ message: t(waits ? 'waits' : 'saved', { name }) });
      onClose();
    },
  });
  const used = task.kind === 'create' ? create : update;
  const save = () => {
    if (task.kind === 'create') void create.send({ name, loginName, post, team });
    else void update.send({ accountId: task.account.id, version: task.account.version, name, post, team });
  };
  const title = task.kind === 'create' ? t('add') : t('edit');
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={400}>
      <Form
        submitLabel={task.kind === 'create' ? t('create') : common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={name !== (known?.name ?? '') || team !== (known?.team ?? '')}
        busy={used.pending}
      >
        <div className={styles.fields}>
          <TextInput
            label={t('name')}
            value={name}
            required
            maxLength={60}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('post')}
            data={posts.map((one) => ({ value: one, label: labels(`posts.${one}`) }))}
            value={post}
            allowDeselect={false}
            onChange={(one) => one !== null && setPost(one)}
          />
          <TextInput
            label={t('team')}
            description={t('teamHint')}
            value={team}
            maxLength={30}
            onChange={(event) => setTeam(event.currentTarget.value)}
          />
          {task.kind === 'create' && (
            <TextInput
              label={t('loginName')}
              description={t('loginHint')}
              value={loginName}
              required
              pattern="[a-z0-9][a-z0-9._\-]{1,39}"
              onChange={(event) => setLoginName(event.currentTarget.value)}
            />
          )}
          {task.kind === 'create' && <p className={styles.hint}>{t('code.afterwards')}</p>}
          {used.refusal && <RefusalText refusal={used.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
