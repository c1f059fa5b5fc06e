import { PasswordInput, Select, TextInput } from '@mantine/core';
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
export type AccountTask =
  | { readonly kind: 'create' }
  | { readonly kind: 'edit'; readonly account: Account }
  | { readonly kind: 'password'; readonly account: Account };

/** Adds a person, changes name or post, or gives a new password. */
export function AccountDrawer({ task, onClose }: { task: AccountTask; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { t: common } = useTranslation('common');
  const { t: labels } = useTranslation('labels');
  const known = task.kind === 'create' ? undefined : task.account;
  const [name, setName] = useState(known?.name ?? '');
  const [loginName, setLoginName] = useState('');
  const [post, setPost] = useState<Post>(known?.post ?? 'consultant');
  const [password, setPassword] = useState('');
  const done = (sentence: string) => () => {
    notifications.show({ message: sentence });
    onClose();
  };
  const create = useCommand(act.accounts.create, { onDone: done(t('added', { name })) });
  const update = useCommand(act.accounts.update, { onDone: done(t('saved', { name })) });
  const reset = useCommand(act.accounts.resetPassword, { onDone: done(t('saved', { name })) });
  const used = task.kind === 'create' ? create : task.kind === 'edit' ? update : reset;
  const save = () => {
    if (task.kind === 'create') void create.send({ name, loginName, post, password });
    else {
      const { id: accountId, version } = task.account;
      if (task.kind === 'edit') void update.send({ accountId, version, name, post });
      else void reset.send({ accountId, version, password });
    }
  };
  const title = task.kind === 'create' ? t('add') : task.kind === 'edit' ? t('edit') : t('resetTitle', { name });
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} width={400}>
      <Form
        submitLabel={task.kind === 'create' ? t('create') : common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={password !== '' || name !== (known?.name ?? '')}
        busy={used.pending}
      >
        <div className={styles.fields}>
          {task.kind !== 'password' && (
            <>
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
            </>
          )}
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
          {task.kind !== 'edit' && (
            <PasswordInput
              label={task.kind === 'create' ? t('password') : t('newPassword')}
              description={t('passwordHint')}
              value={password}
              required
              minLength={8}
              autoComplete="new-password"
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
          {used.refusal && <RefusalText refusal={used.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
