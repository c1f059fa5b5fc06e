import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Interest, interests } from '#shared/domain/visits/register.ts';
import { dialable } from '#shared/kernel/phone.ts';
import styles from './guest-form.module.css';
import kiosk from './kiosk.module.css';
import { NumberPad } from './number-pad.tsx';

type GuestFormProps = {
  /** What the office tells people about their data, in the language of the screen. */
  notice: string;
  onBack: () => void;
  onEntered: () => void;
};

/** A guest enters themselves: name, number, what they look for, and that they agree. It says nothing of who is known. */
export function GuestForm({ notice, onBack, onEntered }: GuestFormProps) {
  const { t } = useTranslation('kiosk');
  const { t: visits } = useTranslation('visits');
  const language = useLanguage();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [wanted, setWanted] = useState<readonly Interest[]>([]);
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const [reading, setReading] = useState(false);
  const register = useCommand(act.kiosk.register, { onDone: onEntered });
  const missing = {
    name: name.trim() === '' ? t('missing.name') : undefined,
    phone: dialable(phone) === undefined ? t('missing.phone') : undefined,
    agreed: agreed ? undefined : t('missing.agreed'),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (register.pending || Object.values(missing).some((one) => one !== undefined)) return;
    void register.send({ name: name.trim(), phone, interests: [...wanted], agreed: true, language });
  };
  const toggle = (one: Interest) =>
    setWanted(wanted.includes(one) ? wanted.filter((other) => other !== one) : [...wanted, one]);
  if (reading)
    return (
      <div className={styles.notice}>
        <h2>{t('noticeTitle')}</h2>
        <p>{notice}</p>
        <div className={styles.buttons}>
          <button type="button" className={kiosk.primary} onClick={() => setReading(false)}>
            {t('back')}
          </button>
        </div>
      </div>
    );
  return (
    <form className={styles.form} onSubmit={submit} autoComplete="off" noValidate>
      <div className={styles.fields}>
        <h2>{t('formTitle')}</h2>
        <label className={styles.field}>
          <span>{t('name')}</span>
          <input
            value={name}
            maxLength={60}
            // biome-ignore lint/a11y/noAutofocus: the guest asked for this form and types the name first
            autoFocus
            spellCheck={false}
            aria-invalid={tried && missing.name !== undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <small role="status">{tried && missing.name}</small>
        </label>
        <label className={styles.field}>
          <span>{t('phone')}</span>
          <input
            value={phone}
            inputMode="none"
            maxLength={20}
            aria-invalid={tried && missing.phone !== undefined}
            onChange={(event) => setPhone(event.currentTarget.value.replaceAll(/[^\d+\-\s]/g, ''))}
          />
          <small role="status">{tried && missing.phone}</small>
        </label>
        <fieldset className={styles.wishes}>
          <legend>{t('wanted')}</legend>
          {interests.map((one) => (
            <button key={one} type="button" aria-pressed={wanted.includes(one)} onClick={() => toggle(one)}>
              {visits(`interest.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <div className={styles.beside}>
        <NumberPad
          onDigit={(digit) => setPhone((typed) => (typed + digit).slice(0, 20))}
          onErase={() => setPhone((typed) => typed.slice(0, -1))}
        />
        <label className={styles.agree} data-invalid={(tried && missing.agreed !== undefined) || undefined}>
          <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
          <span>{t('agree')}</span>
        </label>
        <button type="button" className={styles.read} onClick={() => setReading(true)}>
          {t('read')}
        </button>
      </div>
      {register.refusal !== undefined && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={register.refusal} />
        </div>
      )}
      <div className={styles.buttons}>
        <span>{t('clears')}</span>
        <button type="button" className={kiosk.quiet} onClick={onBack}>
          {t('back')}
        </button>
        <button type="submit" className={kiosk.primary} disabled={register.pending}>
          {t('submit')}
        </button>
      </div>
    </form>
  );
}
