import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { thisPc } from '#renderer/lib/office.ts';
import styles from './accounts.module.css';

/** The ways into the encrypted office besides this PC's key store: its passphrase, and a new recovery code. */
export function OfficeKeys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const [what, setWhat] = useState<'passphrase' | 'recovery'>('passphrase');
  return (
    <SideDrawer opened onClose={onClose} label={t('keys.title')} title={t('keys.title')} width={440}>
      <div className={styles.choice}>
        <SegmentedControl
          aria-label={t('keys.title')}
          fullWidth
          value={what}
          data={[
            { value: 'passphrase', label: t('keys.passphrase') },
            { value: 'recovery', label: t('keys.recovery') },
          ]}
          onChange={(next) => setWhat(next === 'recovery' ? 'recovery' : 'passphrase')}
        />
      </div>
      {what === 'passphrase' ? <Passphrase onClose={onClose} /> : <RecoveryCode onClose={onClose} />}
    </SideDrawer>
  );
}

function Passphrase({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { t: common } = useTranslation('common');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const set = useMutation({
    mutationFn: async () => (await thisPc()).gate.setPassphrase({ passphrase }),
    onSuccess: () => {
      notifications.show({ message: t('keys.passphraseSet') });
      onClose();
    },
  });
  const differs = again !== '' && again !== passphrase;
  return (
    <Form
      submitLabel={common('save')}
      onSubmit={() => {
        if (passphrase !== '' && again === passphrase) set.mutate();
      }}
      onCancel={onClose}
      dirty={passphrase !== ''}
      busy={set.isPending}
    >
      <div className={styles.fields}>
        <PasswordInput
          label={t('keys.newPassphrase')}
          description={t('keys.passphraseHint')}
          value={passphrase}
          required
          maxLength={200}
          autoComplete="new-password"
          data-autofocus
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('keys.again')}
          value={again}
          required
          maxLength={200}
          autoComplete="new-password"
          error={differs && t('keys.differs')}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        {set.error !== null && <RefusalText refusal={refusalOf(set.error)} />}
      </div>
    </Form>
  );
}

function RecoveryCode({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { t: entrance } = useTranslation('entrance');
  const [typed, setTyped] = useState('');
  // A code that was offered and not typed back is worth nothing: the old one stays good until then.
  const offered = useQuery({
    queryKey: ['recovery-code'],
    queryFn: async () => (await thisPc()).gate.offerRecoveryCode({}),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const confirm = useMutation({
    mutationFn: async () => (await thisPc()).gate.confirmRecoveryCode({ typed }),
    onSuccess: () => {
      notifications.show({ message: t('keys.recoverySet') });
      onClose();
    },
  });
  return (
    <Form
      submitLabel={t('keys.useCode')}
      onSubmit={() => confirm.mutate()}
      onCancel={onClose}
      dirty={typed !== ''}
      busy={confirm.isPending}
    >
      <div className={styles.fields}>
        <p className={styles.hint}>{t('keys.recoveryHint')}</p>
        <output className={styles.code}>{offered.data?.code ?? '…'}</output>
        <div>
          <Button variant="default" size="xs" onClick={() => window.print()}>
            {entrance('printCode')}
          </Button>
        </div>
        <TextInput
          label={entrance('recoveryTyped')}
          value={typed}
          required
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {offered.error !== null && <RefusalText refusal={refusalOf(offered.error)} />}
        {confirm.error !== null && <RefusalText refusal={refusalOf(confirm.error)} />}
      </div>
    </Form>
  );
}
