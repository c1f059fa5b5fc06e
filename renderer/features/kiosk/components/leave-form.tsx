import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import styles from './guest-form.module.css';
import kiosk from './kiosk.module.css';

type LeaveFormProps = { demo: boolean; onBack: () => void; onLeft: () => void };

/** A member of staff ends the screen, with their own name and password; in a demonstration nobody has one. */
export function LeaveForm({ demo, onBack, onLeft }: LeaveFormProps) {
  const { t } = useTranslation('kiosk');
  const { t: entrance } = useTranslation('entrance');
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [said, setSaid] = useState<string>();
  const leave = useCommand(act.kiosk.leave, {
    onDone: ({ result, left, until }) => {
      if (result === 'left') return onLeft();
      if (result === 'wrong')
        return setSaid(left === undefined ? entrance('wrongPlain') : entrance('wrong', { count: left }));
      if (result === 'lockedOut') return setSaid(entrance('lockedOut', { untilAt: until ?? 0 }));
      setSaid(result === 'disabled' ? entrance('disabled') : t('notAllowed'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (leave.pending) return;
    if (demo) return void leave.send({ by: null });
    if (loginName.trim() === '' || password === '') return;
    setSaid(undefined);
    setPassword('');
    void leave.send({ by: { loginName, password } });
  };
  return (
    <form className={styles.leave} onSubmit={submit} autoComplete="off">
      <h2>{t('leaveTitle')}</h2>
      <p>{t(demo ? 'leaveDemo' : 'leaveText')}</p>
      {!demo && (
        <>
          <label className={styles.field}>
            <span>{entrance('loginName')}</span>
            <input
              value={loginName}
              // biome-ignore lint/a11y/noAutofocus: a member of staff asked for this form
              autoFocus
              spellCheck={false}
              onChange={(event) => setLoginName(event.currentTarget.value)}
            />
          </label>
          <label className={styles.field}>
            <span>{entrance('password')}</span>
            <input type="password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          </label>
        </>
      )}
      {said !== undefined && (
        <p className={styles.error} role="alert">
          {said}
        </p>
      )}
      {leave.refusal !== undefined && <RefusalText refusal={leave.refusal} />}
      <div className={styles.buttons}>
        <button type="button" className={kiosk.quiet} onClick={onBack}>
          {t('back')}
        </button>
        <button type="submit" className={kiosk.primary} disabled={leave.pending}>
          {t('leaveDo')}
        </button>
      </div>
    </form>
  );
}
