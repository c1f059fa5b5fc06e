import { Anchor, Button, PasswordInput, Progress, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { useLinkReport } from '#renderer/lib/link.ts';
import { onOfficeLost, thisPc } from '#renderer/lib/office.ts';
import type { Arrival } from '#shared/domain/relocation/arrival.ts';
import { ArrivalFacts } from './arrival.tsx';
import { Damaged } from './damaged.tsx';
import styles from './entrance.module.css';
import { FirstStart } from './first-start.tsx';
import { KeyChange } from './key-change.tsx';
import { Line } from './line.tsx';
import { Moved } from './moved.tsx';
import { Restore } from './restore.tsx';
import { Stage } from './stage.tsx';
import { gateQuery, useDemoTrial, useOpened, useOpenFolder } from './use-gate.ts';

/** Shows the way from a folder to an open office; its children once it is open. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation('entrance');
  const opened = useOpened();
  const demo = useDemoTrial();
  const gate = useQuery({
    ...gateQuery,
    refetchInterval: ({ state }) => (state.data?.kind === 'preparing' || demo.isPending ? 250 : false),
  });
  const kind = gate.data?.kind;
  const client = useQueryClient();
  useLinkReport();
  // From the first sight of a restoring until somebody has read what became of it.
  const [restoring, setRestoring] = useState(false);
  const restored = useCallback(() => void opened().then(() => setRestoring(false)), [opened]);
  const [rekeying, setRekeying] = useState(false);
  const rekeyed = useCallback(() => void opened().then(() => setRekeying(false)), [opened]);
  useEffect(() => {
    if (kind === 'rekeying') setRekeying(true);
    if (kind === 'restoring') setRestoring(true);
  }, [kind]);
  // Another window of this PC may have joined an office or left it.
  useEffect(() => onOfficeLost(() => void client.invalidateQueries({ queryKey: ['gate'] })), [client]);
  // From the first sight of the furnishing until this page speaks to the office behind it.
  const [furnishing, setFurnishing] = useState(false);
  const passing = useRef(false);
  useEffect(() => {
    if (kind === 'preparing') setFurnishing(true);
    if (kind !== 'open' || !furnishing || passing.current) return;
    passing.current = true;
    void opened().then(() => setFurnishing(false));
  }, [kind, furnishing, opened]);
  if (furnishing && kind !== 'absent') return <Preparing done={gate.data?.kind === 'preparing' ? gate.data.done : 1} />;
  if (gate.data === undefined)
    return <Stage title={t('opening')}>{gate.error !== null && <RefusalText refusal={refusalOf(gate.error)} />}</Stage>;
  if (gate.data.kind === 'rekeying' || rekeying) return <KeyChange onDone={rekeyed} />;
  if (gate.data.kind === 'restoring' || restoring) return <Restore onDone={restored} />;
  if (gate.data.kind === 'damaged') return <Damaged refusal={gate.data.refusal} />;
  if (gate.data.kind === 'preparing') return <Preparing done={gate.data.done} />;
  if (gate.data.kind === 'absent')
    return <FirstStart keychain={gate.data.keychain} missing={gate.data.missing} demo={demo} />;
  if (gate.data.kind === 'locked')
    return <Unlock recovery={gate.data.ways.includes('recovery')} arrival={gate.data.arrival} />;
  if (gate.data.kind === 'moved') return <Moved at={gate.data.at} to={gate.data.to} />;
  if (gate.data.kind === 'terminal') return <Line officeName={gate.data.officeName}>{children}</Line>;
  return children;
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

function Unlock({ recovery, arrival }: { recovery: boolean; arrival: Arrival | undefined }) {
  const { t } = useTranslation('entrance');
  const { t: relocation } = useTranslation('relocation');
  const opened = useOpened();
  const folder = useOpenFolder();
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
    <Stage
      title={arrival === undefined ? t('unlockTitle') : relocation('arrival.found')}
      text={arrival === undefined ? t('unlockText') : relocation('arrival.foundText')}
    >
      <form className={styles.stack} onSubmit={submit}>
        {arrival && <ArrivalFacts arrival={arrival} />}
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
        {folder.error !== null && <RefusalText refusal={refusalOf(folder.error)} />}
        <div className={styles.ways}>
          {recovery && (
            <Anchor component="button" type="button" onClick={turn}>
              {byCode ? t('usePassphrase') : t('useRecovery')}
            </Anchor>
          )}
          <Anchor component="button" type="button" onClick={() => folder.mutate()}>
            {t('openFolder')}
          </Anchor>
        </div>
      </form>
    </Stage>
  );
}
