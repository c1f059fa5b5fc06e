import { Button, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '#renderer/components/form.tsx';
import { KeyChangeSteps } from '#renderer/components/key-change-steps.tsx';
import { PanelBlock, SideDrawer } from '#renderer/components/panel.tsx';
import { RefusalBox, RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { useKeyChange } from '#renderer/lib/key-change.ts';
import { act, thisPc } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import styles from './backups.module.css';

/** The way to a new key: why, with the password; the new code, typed back; and how far the change is. */
export function KeyChangeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keys');
  const [permitted, setPermitted] = useState(false);
  const { state, begin, settle } = useKeyChange();
  const close = () => {
    if (state?.kind === 'failed') settle.mutate();
    onClose();
  };
  return (
    <SideDrawer opened onClose={close} label={t('title')} title={t('title')} width={480}>
      {state?.kind === 'running' || state?.kind === 'done' ? (
        <PanelBlock>
          <div className={styles.fields}>
            <p className={styles.hint}>{t('runningText')}</p>
            {state.kind === 'running' && <KeyChangeSteps step={state.step} percent={state.percent} />}
          </div>
        </PanelBlock>
      ) : (
        <>
          {state?.kind === 'failed' && (
            <PanelBlock>
              <div className={styles.fields}>
                <p>{t('failed.text')}</p>
                <RefusalBox refusal={state.refusal} />
              </div>
            </PanelBlock>
          )}
          {permitted ? (
            <NewCode passphrase={state?.kind === 'idle' && state.passphrase} begin={begin} onClose={close} />
          ) : (
            <Why onClose={close} onPermitted={() => setPermitted(true)} />
          )}
        </>
      )}
    </SideDrawer>
  );
}

function Why({ onClose, onPermitted }: { onClose: () => void; onPermitted: () => void }) {
  const { t } = useTranslation('keys');
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState(false);
  const permit = useCommand(act.keys.permit, {
    onDone: ({ result }) => {
      if (result === 'permitted') onPermitted();
      else setWrong(true);
    },
  });
  return (
    <Form
      submitLabel={t('why.next')}
      onSubmit={() => void permit.send({ reason, password })}
      onCancel={onClose}
      dirty={reason !== ''}
      busy={permit.pending}
    >
      <div className={styles.fields}>
        <p className={styles.text}>{t('why.text')}</p>
        <ul className={styles.effects}>
          {(['stops', 'old', 'drafts', 'terminals'] as const).map((effect) => (
            <li key={effect}>{t(`why.effects.${effect}`)}</li>
          ))}
        </ul>
        <Textarea
          label={t('why.reason')}
          description={t('why.reasonHint')}
          value={reason}
          required
          minLength={2}
          maxLength={200}
          autosize
          minRows={2}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('why.password')}
          value={password}
          required
          maxLength={200}
          autoComplete="current-password"
          error={wrong && t('why.wrong')}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            setWrong(false);
          }}
        />
        {permit.refusal !== undefined && <RefusalText refusal={permit.refusal} />}
      </div>
    </Form>
  );
}

type NewCodeProps = {
  passphrase: boolean;
  begin: ReturnType<typeof useKeyChange>['begin'];
  onClose: () => void;
};

function NewCode({ passphrase, begin, onClose }: NewCodeProps) {
  const { t } = useTranslation('keys');
  const { t: entrance } = useTranslation('entrance');
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const offered = useQuery({
    queryKey: ['new-key-code'],
    queryFn: async () => (await thisPc()).keys.offer({}),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const differs = again !== '' && again !== fresh;
  const submit = () => {
    if (passphrase && (fresh === '' || fresh !== again)) return;
    begin.mutate(
      { typed, passphrase: passphrase ? fresh : null },
      { onSuccess: () => void client.invalidateQueries({ queryKey: ['gate'] }) },
    );
  };
  return (
    <Form
      submitLabel={t('code.begin')}
      onSubmit={submit}
      onCancel={onClose}
      dirty={typed !== ''}
      busy={begin.isPending || offered.data === undefined}
    >
      <div className={styles.fields}>
        <p className={styles.text}>{t('code.text')}</p>
        <output className={styles.code}>{offered.data?.code ?? '…'}</output>
        <div>
          <Button variant="default" size="xs" onClick={() => window.print()}>
            {entrance('printCode')}
          </Button>
        </div>
        <TextInput
          label={t('code.typed')}
          value={typed}
          required
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {passphrase && (
          <>
            <PasswordInput
              label={t('code.passphrase')}
              description={t('code.passphraseHint')}
              value={fresh}
              required
              maxLength={200}
              autoComplete="new-password"
              onChange={(event) => setFresh(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('code.again')}
              value={again}
              required
              maxLength={200}
              autoComplete="new-password"
              error={differs && t('code.differs')}
              onChange={(event) => setAgain(event.currentTarget.value)}
            />
          </>
        )}
        {offered.error !== null && <RefusalText refusal={refusalOf(offered.error)} />}
        {begin.error !== null && <RefusalText refusal={refusalOf(begin.error)} />}
      </div>
    </Form>
  );
}
