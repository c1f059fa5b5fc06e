import { Anchor, Button, PasswordInput, Progress, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { reconnectOffice, thisPc } from '#renderer/lib/office.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';

const gateQuery = { queryKey: ['gate'], queryFn: async () => (await thisPc()).gate.state({}) };

/** Shows the way from a folder to an open office; its children once it is open. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation('entrance');
  const opened = useOpened();
  const gate = useQuery({
    ...gateQuery,
    refetchInterval: ({ state }) => (state.data?.kind === 'preparing' ? 250 : false),
  });
  const kind = gate.data?.kind;
  const before = useRef(kind);
  useEffect(() => {
    if (before.current === 'preparing' && kind === 'open') void opened();
    before.current = kind;
  }, [kind, opened]);
  if (gate.data === undefined)
    return <Stage title={t('opening')}>{gate.error !== null && <RefusalText refusal={refusalOf(gate.error)} />}</Stage>;
  if (gate.data.kind === 'preparing') return <Preparing done={gate.data.done} />;
  if (gate.data.kind === 'absent') return <Found keychain={gate.data.keychain} />;
  if (gate.data.kind === 'locked') return <Unlock recovery={gate.data.ways.includes('recovery')} />;
  return children;
}

/** After the gate opened: the office answers on a new port, and every question is asked again. */
function useOpened(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await reconnectOffice();
    await client.resetQueries();
  };
}

/** A demonstration is being furnished. */
function Preparing({ done }: { done: number }) {
  const { t } = useTranslation('entrance');
  return (
    <Stage title={t('preparing')} text={t('preparingText')}>
      <Progress value={Math.round(done * 100)} size="md" aria-label={t('preparing')} />
    </Stage>
  );
}

function Found({ keychain }: { keychain: boolean }) {
  const { t } = useTranslation('entrance');
  const opened = useOpened();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const found = useMutation({
    mutationFn: async () => (await thisPc()).gate.found(keychain ? {} : { passphrase }),
    onSuccess: opened,
  });
  const differs = again !== '' && again !== passphrase;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (keychain || (passphrase !== '' && passphrase === again)) found.mutate();
  };
  return (
    <Stage title={t('welcome')} text={t('welcomeText')}>
      <form className={styles.stack} onSubmit={submit}>
        {!keychain && (
          <>
            <PasswordInput
              label={t('passphrase')}
              description={t('passphraseText')}
              value={passphrase}
              autoFocus
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('passphraseAgain')}
              value={again}
              error={differs ? t('passphraseDiffers') : undefined}
              onChange={(event) => setAgain(event.currentTarget.value)}
            />
          </>
        )}
        {found.error !== null && <RefusalText refusal={refusalOf(found.error)} />}
        <Button type="submit" size="md" loading={found.isPending}>
          {t('create')}
        </Button>
        <p className={styles.text}>{t('demoOnCommand')}</p>
      </form>
    </Stage>
  );
}

function Unlock({ recovery }: { recovery: boolean }) {
  const { t } = useTranslation('entrance');
  const opened = useOpened();
  const [byCode, setByCode] = useState(false);
  const [secret, setSecret] = useState('');
  const unlock = useMutation({
    mutationFn: async () =>
      (await thisPc()).gate.unlock(
        byCode ? { way: 'recovery', recoveryCode: secret } : { way: 'passphrase', passphrase: secret },
      ),
    onSuccess: opened,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    unlock.mutate();
  };
  const turn = () => {
    setByCode(!byCode);
    setSecret('');
    unlock.reset();
  };
  return (
    <Stage title={t('unlockTitle')} text={t('unlockText')}>
      <form className={styles.stack} onSubmit={submit}>
        {byCode ? (
          <TextInput
            label={t('recoveryCode')}
            value={secret}
            autoFocus
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        ) : (
          <PasswordInput
            label={t('passphrase')}
            value={secret}
            autoFocus
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        )}
        {unlock.error !== null && <RefusalText refusal={refusalOf(unlock.error)} />}
        <Button type="submit" size="md" loading={unlock.isPending} disabled={secret === ''}>
          {t('unlock')}
        </Button>
        {recovery && (
          <Anchor component="button" type="button" onClick={turn}>
            {byCode ? t('usePassphrase') : t('useRecovery')}
          </Anchor>
        )}
      </form>
    </Stage>
  );
}
