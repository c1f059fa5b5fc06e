import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { ChoosePassword } from './choose-password.tsx';
import styles from './entrance.module.css';
import { Forgotten } from './forgotten.tsx';
import sheet from './log-in.module.css';
import { Stage } from './stage.tsx';

type Entrant = { readonly id: number; readonly loginName: string; readonly name: string; readonly post: Post };
type LogInProps = {
  officeName: string;
  known: readonly Entrant[];
  /** Who ended the session of whoever sat here. */
  endedBy: string | null;
  onOpen: () => void;
};

/** Tells whoever sat here that somebody else ended their session. */
function EndedBy({ name }: { name: string | null }) {
  return name === null ? null : <RefusalText refusal={{ code: 'SESSION_ENDED_BY', params: { name } }} />;
}

/** The way in: those whom this PC knows today come back by PIN, everybody else by name and password. */
export function LogIn({ officeName, known, endedBy, onOpen }: LogInProps) {
  const { t } = useTranslation('entrance');
  const { t: labels } = useTranslation('labels');
  const [chosen, setChosen] = useState<Entrant>();
  const [byPassword, setByPassword] = useState(known.length === 0);
  const title = t('logInTo', { office: officeName });
  if (byPassword)
    return (
      <PasswordForm
        title={title}
        person={chosen}
        endedBy={endedBy}
        onOpen={onOpen}
        onBack={known.length === 0 ? undefined : () => setByPassword(false)}
      />
    );
  if (chosen !== undefined)
    return (
      <PinForm
        person={chosen}
        onOpen={onOpen}
        onPassword={() => setByPassword(true)}
        onBack={() => setChosen(undefined)}
      />
    );
  return (
    <Stage title={title} text={t('knownText')} wide>
      <div className={styles.stack}>
        <EndedBy name={endedBy} />
        <div className={sheet.people}>
          {known.map((person, index) => (
            <button
              key={person.id}
              type="button"
              className={sheet.person}
              // biome-ignore lint/a11y/noAutofocus: the page holds nothing before this choice
              autoFocus={index === 0}
              onClick={() => setChosen(person)}
            >
              <b>{person.name}</b>
              <span>{labels(`posts.${person.post}`)}</span>
            </button>
          ))}
        </div>
        <div className={styles.ways}>
          <Anchor component="button" type="button" onClick={() => setByPassword(true)}>
            {t('byPassword')}
          </Anchor>
        </div>
      </div>
    </Stage>
  );
}

type PinFormProps = { person: Entrant; onOpen: () => void; onPassword: () => void; onBack: () => void };

/** Somebody whom this PC knows: the PIN is enough; after the third wrong one only the password is. */
function PinForm({ person, onOpen, onPassword, onBack }: PinFormProps) {
  const { t } = useTranslation('entrance');
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const enter = useCommand(act.session.enterByPin, {
    onDone: ({ result }) => {
      setWrong(result === 'wrong');
      if (result === 'open') onOpen();
      if (result === 'password') onPassword();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (enter.pending) return;
    if (!/^\d{4,8}$/.test(pin)) return setWrong(pin !== '');
    setWrong(false);
    setPin('');
    field.current?.focus();
    void enter.send({ accountId: person.id, pin });
  };
  return (
    <Stage title={person.name} text={t('pinText')}>
      <form className={styles.stack} onSubmit={submit}>
        <PasswordInput
          ref={field}
          label={t('pin')}
          value={pin}
          autoFocus
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          error={wrong ? t('wrongPin') : undefined}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        {enter.refusal !== undefined && <RefusalText refusal={enter.refusal} />}
        <Button type="submit" size="md" loading={enter.pending}>
          {t('logIn')}
        </Button>
        <div className={styles.ways}>
          <Anchor component="button" type="button" onClick={onPassword}>
            {t('byPassword')}
          </Anchor>
          <Anchor component="button" type="button" onClick={onBack}>
            {t('somebodyElse')}
          </Anchor>
        </div>
      </form>
    </Stage>
  );
}

type PasswordFormProps = {
  title: string;
  person: Entrant | undefined;
  endedBy: string | null;
  onOpen: () => void;
  onBack: (() => void) | undefined;
};

/** Log in with name and password; a wrong attempt says how many are left. A one-time code asks for a password of one's own. */
function PasswordForm({ title, person, endedBy, onOpen, onBack }: PasswordFormProps) {
  const { t } = useTranslation('entrance');
  const [loginName, setLoginName] = useState(person?.loginName ?? '');
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<string>();
  const [code, setCode] = useState<string>();
  const [forgotten, setForgotten] = useState(false);
  const login = useCommand(act.session.login, {
    onDone: (answer, given) => {
      if (answer.result === 'open') return onOpen();
      if (answer.result === 'choose') return setCode(given.password);
      if (answer.result === 'codeOver') setSaid(t('codeOver'));
      else if (answer.result === 'disabled') setSaid(t('disabled'));
      else if (answer.result === 'lockedOut') setSaid(t('lockedOut', { untilAt: answer.until ?? 0 }));
      else setSaid(answer.left === undefined ? t('wrongPlain') : t('wrong', { count: answer.left }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (login.pending || loginName === '' || password === '') return;
    setSaid(undefined);
    setPassword('');
    field.current?.focus();
    void login.send({ loginName, password });
  };
  if (code !== undefined)
    return <ChoosePassword loginName={loginName} code={code} onOpen={onOpen} onBack={() => setCode(undefined)} />;
  if (forgotten) return <Forgotten onBack={() => setForgotten(false)} />;
  return (
    <Stage title={title}>
      <form className={styles.stack} onSubmit={submit}>
        <EndedBy name={endedBy} />
        <TextInput
          label={t('loginName')}
          value={loginName}
          autoFocus={person === undefined}
          autoComplete="username"
          onChange={(event) => setLoginName(event.currentTarget.value)}
        />
        <PasswordInput
          ref={field}
          label={t('password')}
          value={password}
          autoFocus={person !== undefined}
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
        <div className={styles.ways}>
          <Anchor component="button" type="button" onClick={() => setForgotten(true)}>
            {t('forgotten.way')}
          </Anchor>
          {onBack && (
            <Anchor component="button" type="button" onClick={onBack}>
              {t('knownPeople')}
            </Anchor>
          )}
        </div>
      </form>
    </Stage>
  );
}

type EnterDemoProps = { people: readonly Entrant[]; enterAs: string | null; onOpen: () => void };

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
        <div className={sheet.people}>
          {people.map(({ id, name, post }) => (
            <button key={id} type="button" className={sheet.person} onClick={() => void enter.send({ accountId: id })}>
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
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const unlock = useCommand(act.session.unlock, {
    onDone: ({ result }) => {
      setWrong(result === 'wrong');
      if (result !== 'wrong') onOpen();
    },
  });
  const stepAside = useCommand(act.session.stepAside, { onDone: onOpen });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unlock.pending || secret === '') return;
    setWrong(false);
    setSecret('');
    field.current?.focus();
    void unlock.send({ secret });
  };
  return (
    <Stage title={t('lockedTitle')} text={t('lockedText', { name })}>
      <form className={styles.stack} onSubmit={submit}>
        <PasswordInput
          ref={field}
          label={t('pinOrPassword')}
          value={secret}
          autoFocus
          error={wrong ? t('wrongSecret') : undefined}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        {unlock.refusal !== undefined && <RefusalText refusal={unlock.refusal} />}
        <div className={styles.row}>
          <Button type="submit" size="md" loading={unlock.pending}>
            {t('unlockScreen')}
          </Button>
          <Button variant="default" size="md" onClick={() => void stepAside.send({})}>
            {t('otherPerson')}
          </Button>
        </div>
      </form>
    </Stage>
  );
}
