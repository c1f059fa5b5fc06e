import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../lib/error-sentence.ts';
import { matchesHotkey } from '../lib/hotkeys.ts';
import { confirmAct } from './confirm.tsx';
import styles from './form.module.css';
import { HotkeyHint } from './hotkey-hint.tsx';
import { RefusalText } from './refusal-text.tsx';

type FormProps = {
  children: ReactNode;
  /** The verb on the button: 登记, 签约. */
  submitLabel: string;
  /** Checks and sends; `form.onSubmit(values => …)` of the form library fits. Not called while a field holds no value. */
  onSubmit: () => void;
  /** Leaves the form; asked back first when something was typed. */
  onCancel?: () => void;
  dirty?: boolean;
  busy?: boolean;
  /** What the last attempt threw. */
  error?: unknown;
  /** At the right end of the foot: what was saved, how long it took. */
  note?: ReactNode;
};

const fields =
  'input:not([type=hidden]):not(:disabled):not([readonly]), textarea:not(:disabled), [role=radio][tabindex="0"], [role=checkbox][tabindex="0"]';

/**
 * A form with its foot. Enter goes to the next field, Ctrl+Enter saves, Esc leaves and asks before losing work. While
 * an input method composes a word none of them does anything.
 */
export function Form({ children, submitLabel, onSubmit, onCancel, dirty, busy, error, note }: FormProps) {
  const { t } = useTranslation('common');
  const element = useRef<HTMLFormElement>(null);
  const submit = (): void => {
    if (busy || !element.current) return;
    const wrong = element.current.querySelector<HTMLElement>(':invalid:not(fieldset)');
    if (wrong) wrong.focus();
    else onSubmit();
  };
  const leave = (): void => {
    if (!onCancel) return;
    if (!dirty) onCancel();
    else
      confirmAct({
        title: t('discardTitle'),
        consequence: t('discardText'),
        confirmLabel: t('discardLeave'),
        cancelLabel: t('discardStay'),
        danger: true,
        onConfirm: onCancel,
      });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const native = event.nativeEvent;
    if (native.defaultPrevented || native.isComposing) return;
    if (matchesHotkey('Ctrl+Enter', native)) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault();
      leave();
    } else moveOnByEnter(event);
  };
  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.content}>{children}</div>
      {error !== undefined && error !== null && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={refusalOf(error)} />
        </div>
      )}
      <div className={styles.foot}>
        <Button type="submit" size="md" data-submit loading={busy ?? false}>
          {submitLabel}
        </Button>
        <HotkeyHint keys="Ctrl+Enter" />
        {onCancel && (
          <Button variant="default" size="md" onClick={leave}>
            {t('cancel')}
          </Button>
        )}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
    </form>
  );
}

/** Enter goes to the next field, from the last one to the button that goes on. */
export function moveOnByEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, nativeEvent } = event;
  if (nativeEvent.defaultPrevented || nativeEvent.isComposing || event.key !== 'Enter') return;
  if (!(target instanceof HTMLInputElement || isChoice(target))) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(fields)];
  const next = target instanceof HTMLElement ? all[all.indexOf(target) + 1] : undefined;
  (next ?? event.currentTarget.querySelector<HTMLElement>('[data-submit]'))?.focus();
}

function isChoice(target: EventTarget): boolean {
  return target instanceof HTMLElement && ['radio', 'checkbox'].includes(target.getAttribute('role') ?? '');
}
