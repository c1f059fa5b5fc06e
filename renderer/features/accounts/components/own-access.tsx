import { PasswordInput, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import styles from './accounts.module.css';
import { OwnActing } from './own-acting.tsx';

/** One's own way in: the PIN that opens a locked screen, and the password. Either asks for the password once more. */
export function OwnAccess({ hasPin, onClose }: { hasPin: boolean; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { t: common } = useTranslation('common');
  const [what, setWhat] = useState<'pin' | 'password'>('pin');
  const [password, setPassword] = useState('');
  const [fresh, setFresh] = useState('');
  const [wrong, setWrong] = useState(false);
  const done = ({ result }: { result: 'set' | 'wrong' }) => {
    setWrong(result === 'wrong');
    if (result === 'wrong') return setPassword('');
    notifications.show({ message: t(what === 'pin' ? 'own.pinSet' : 'own.passwordSet') });
    onClose();
  };
  const setPin = useCommand(act.session.setPin, { onDone: done });
  const change = useCommand(act.session.setPassword, { onDone: done });
  const used = what === 'pin' ? setPin : change;
  const save = () => {
    if (what === 'pin') void setPin.send({ password, pin: fresh });
    else void change.send({ password, newPassword: fresh });
  };
  return (
    <SideDrawer opened onClose={onClose} label={t('own.title')} title={t('own.title')} width={400}>
      <Form
        submitLabel={common('save')}
        onSubmit={save}
        onCancel={onClose}
        dirty={password !== '' || fresh !== ''}
        busy={used.pending}
      >
        <div className={styles.fields}>
          <OwnActing />
          <SegmentedControl
            aria-label={t('own.title')}
            value={what}
            data={[
              { value: 'pin', label: t('own.pin') },
              { value: 'password', label: t('own.password') },
            ]}
            onChange={(next) => {
              setWhat(next === 'pin' ? 'pin' : 'password');
              setFresh('');
              setPin.reset();
              change.reset();
            }}
          />
          <PasswordInput
            label={t('own.current')}
            value={password}
            required
            maxLength={200}
            error={wrong && t('own.wrong')}
            autoComplete="current-password"
            data-autofocus
            onChange={(event) => {
              setPassword(event.currentTarget.value);
              setWrong(false);
            }}
          />
          {what === 'pin' ? (
            <PasswordInput
              key="pin"
              label={t(hasPin ? 'own.newPin' : 'own.firstPin')}
              description={t('own.pinHint')}
              value={fresh}
              required
              inputMode="numeric"
              pattern="\d{4,8}"
              autoComplete="off"
              onChange={(event) => setFresh(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 8))}
            />
          ) : (
            <PasswordInput
              key="password"
              label={t('newPassword')}
              description={t('own.passwordHint')}
              value={fresh}
              required
              minLength={8}
              maxLength={200}
              autoComplete="new-password"
              onChange={(event) => setFresh(event.currentTarget.value)}
            />
          )}
          {used.refusal && <RefusalText refusal={used.refusal} />}
        </div>
      </Form>
    </SideDrawer>
  );
}
