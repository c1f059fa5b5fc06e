import { Anchor, Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { isLongEnough } from '#shared/domain/accounts/login.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';

type ChoosePasswordProps = { loginName: string; code: string; onOpen: () => void; onBack: () => void };

/** Somebody came with a one-time code: they choose the password that nobody else will ever know, and are in. */
export function ChoosePassword({ loginName, code, onOpen, onBack }: ChoosePasswordProps) {
  const { t } = useTranslation('entrance');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const login = useCommand(act.session.login, {
    // The code may have run out, or been replaced by another one, while the password was being thought of.
    onDone: ({ result }) => (result === 'open' ? onOpen() : onBack()),
  });
  const short = !isLongEnough(password, loginName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.pending || short || again !== password) return;
    void login.send({ loginName, password: code, newPassword: password });
  };
  return (
    <Stage title={t('choose.title')} text={t('choose.text')}>
      <form className={styles.stack} onSubmit={submit}>
        <PasswordInput
          label={t('choose.password')}
          description={t('passwordText')}
          value={password}
          autoFocus
          maxLength={200}
          autoComplete="new-password"
          error={tried && short ? t('needs.password') : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('passwordAgain')}
          value={again}
          maxLength={200}
          autoComplete="new-password"
          error={(tried || again.length >= password.length) && again !== password ? t('passwordDiffers') : undefined}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        {login.refusal !== undefined && <RefusalText refusal={login.refusal} />}
        <Button type="submit" size="md" loading={login.pending}>
          {t('choose.submit')}
        </Button>
        <div className={styles.ways}>
          <Anchor component="button" type="button" onClick={onBack}>
            {t('choose.back')}
          </Anchor>
        </div>
      </form>
    </Stage>
  );
}
