import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';

type LogInProps = { officeName: string; onOpen: () => void };

/** Log in with name and password; a wrong attempt says how many are left. */
export function LogIn({ officeName, onOpen }: LogInProps) {
  const { t } = useTranslation('entrance');
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [said, setSaid] = useState<string>();
  const login = useCommand(act.session.login, {
    onDone: (answer) => {
      if (answer.result === 'open') return onOpen();
      setPassword('');
      if (answer.result === 'disabled') setSaid(t('disabled'));
      else if (answer.result === 'lockedOut') setSaid(t('lockedOut', { untilAt: answer.until ?? 0 }));
      else setSaid(answer.left === undefined ? t('wrongPlain') : t('wrong', { count: answer.left }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (loginName !== '' && password !== '') void login.send({ loginName, password });
  };
  return (
    <Stage title={t('logInTo', { office: officeName })}>
      <form className={styles.stack} onSubmit={submit}>
        <TextInput
          label={t('loginName')}
          value={loginName}
          autoFocus
          autoComplete="username"
          onChange={(event) => setLoginName(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          value={password}
          autoComplete="current-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {said !== undefined && (
          <p className={styles.error} role="alert">
            {said}
          </p>
        )}
        {login.refusal !== undefined && <RefusalText refusal={login.refusal} />}
        <Button type="submit" size="md" loading={login.pending}>
          {t('logIn')}
        </Button>
      </form>
    </Stage>
  );
}

type DemoPerson = { id: number; loginName: string; name: string; post: Post };
type EnterDemoProps = { people: readonly DemoPerson[]; enterAs: string | null; onOpen: () => void };

/** A page enters by itself once: whoever then wants to be somebody else chooses. */
let enteredByItself = false;

/** A demonstration: become any of its invented people; at first the one that the command line named. */
export function EnterDemo({ people, enterAs, onOpen }: EnterDemoProps) {
  const { t } = useTranslation('entrance');
  const { t: labels } = useTranslation('labels');
  const enter = useCommand(act.session.enterDemo, { onDone: onOpen });
  const named = people.find(({ loginName, name, post }) => [loginName, name, post].some((each) => each === enterAs));
  useEffect(() => {
    if (named === undefined || enteredByItself) return;
    enteredByItself = true;
    void enter.send({ accountId: named.id });
  }, [named, enter]);
  if (named !== undefined && (!enteredByItself || enter.pending)) return <Stage title={t('opening')} />;
  return (
    <Stage title={t('demoTitle')} text={t('demoText')} wide>
      <div className={styles.stack}>
        <div className={styles.people}>
          {people.map(({ id, name, post }) => (
            <button key={id} type="button" className={styles.person} onClick={() => void enter.send({ accountId: id })}>
              <b>{name}</b>
              <span>{labels(`posts.${post}`)}</span>
            </button>
          ))}
        </div>
        {enter.refusal !== undefined && <RefusalText refusal={enter.refusal} />}
      </div>
    </Stage>
  );
}

/** A locked screen: the PIN or the password of who is logged in, or somebody else. */
export function Locked({ name, onOpen }: { name: string; onOpen: () => void }) {
  const { t } = useTranslation('entrance');
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState(false);
  const unlock = useCommand(act.session.unlock, {
    onDone: ({ result }) => {
      setSecret('');
      setWrong(result === 'wrong');
      if (result !== 'wrong') onOpen();
    },
  });
  const logout = useCommand(act.session.logout, { onDone: onOpen });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret !== '') void unlock.send({ secret });
  };
  return (
    <Stage title={t('lockedTitle')} text={t('lockedText', { name })}>
      <form className={styles.stack} onSubmit={submit}>
        <PasswordInput
          label={t('pinOrPassword')}
          value={secret}
          autoFocus
          error={wrong ? t('wrongSecret') : undefined}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <div className={styles.row}>
          <Button type="submit" size="md" loading={unlock.pending}>
            {t('unlockScreen')}
          </Button>
          <Button variant="default" size="md" onClick={() => void logout.send({})}>
            {t('otherPerson')}
          </Button>
        </div>
      </form>
    </Stage>
  );
}
