import { Button, PasswordInput } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { thisPc } from '#renderer/lib/office.ts';
import styles from './entrance.module.css';
import sheet from './first-start.module.css';
import { Join } from './join.tsx';
import { Stage } from './stage.tsx';
import { type DemoTrial, useOpened, useOpenFolder } from './use-gate.ts';
import { useBeginRestore } from './use-restore.ts';

type FirstStartProps = { keychain: boolean; missing: string | null; demo: DemoTrial };

/** No office yet: create one, join one as its terminal, open one that is somewhere else, or look at a demonstration. */
export function FirstStart({ keychain, missing, demo }: FirstStartProps) {
  const { t } = useTranslation('entrance');
  const { t: restores } = useTranslation('restores');
  const [creating, setCreating] = useState(false);
  const [joining, setJoining] = useState(false);
  const opened = useOpened();
  const found = useMutation({ mutationFn: async () => (await thisPc()).gate.found({}), onSuccess: opened });
  const folder = useOpenFolder();
  const restore = useBeginRestore();
  if (joining) return <Join onBack={() => setJoining(false)} />;
  if (creating) return <Found onBack={() => setCreating(false)} />;
  const busy = found.isPending || folder.isPending || restore.isPending || demo.isPending;
  const refused = found.error ?? folder.error ?? restore.error ?? demo.error;
  return (
    <Stage title={t('welcome')} text={t('welcomeText')}>
      <div className={styles.stack}>
        {missing !== null && (
          <p className={styles.note} role="status">
            {t('folderMissing', { folder: missing })}
          </p>
        )}
        <Choice
          title={t('create')}
          text={t('createText')}
          disabled={busy}
          autoFocus={missing === null}
          onChoose={() => (keychain ? found.mutate() : setCreating(true))}
        />
        <Choice title={t('join.way')} text={t('join.wayText')} disabled={busy} onChoose={() => setJoining(true)} />
        <Choice
          title={t('openFolder')}
          text={t('openFolderText')}
          disabled={busy}
          autoFocus={missing !== null}
          onChoose={() => folder.mutate()}
        />
        <Choice
          title={restores('firstStart')}
          text={restores('firstStartText')}
          disabled={busy}
          onChoose={() => restore.mutate()}
        />
        <Choice title={t('tryDemo')} text={t('tryDemoText')} disabled={busy} onChoose={() => demo.mutate()} />
        {refused !== null && <RefusalText refusal={refusalOf(refused)} />}
      </div>
    </Stage>
  );
}

type ChoiceProps = { title: string; text: string; disabled: boolean; autoFocus?: boolean; onChoose: () => void };

function Choice({ title, text, disabled, autoFocus, onChoose }: ChoiceProps) {
  return (
    <button type="button" className={sheet.choice} disabled={disabled} autoFocus={autoFocus} onClick={onChoose}>
      <span>
        <b>{title}</b>
        <span>{text}</span>
      </span>
      <IconChevronRight size={16} aria-hidden="true" />
    </button>
  );
}

/** A new office on a PC without a key store of its own: it takes a passphrase. */
function Found({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('entrance');
  const { t: common } = useTranslation('common');
  const opened = useOpened();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const found = useMutation({
    mutationFn: async () => (await thisPc()).gate.found({ passphrase }),
    onSuccess: opened,
  });
  const differs = again !== '' && again !== passphrase;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && passphrase === again) found.mutate();
  };
  return (
    <Stage title={t('create')} text={t('createText')}>
      <form className={styles.stack} onSubmit={submit}>
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
        {found.error !== null && <RefusalText refusal={refusalOf(found.error)} />}
        <div className={styles.row}>
          <Button type="submit" size="md" loading={found.isPending}>
            {t('create')}
          </Button>
          <Button variant="default" size="md" disabled={found.isPending} onClick={onBack}>
            {common('back')}
          </Button>
        </div>
      </form>
    </Stage>
  );
}
