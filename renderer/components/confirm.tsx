import { Button, Select, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#shared/kernel/errors.ts';
import { refusalOf } from '../lib/error-sentence.ts';
import { matchesHotkey } from '../lib/hotkeys.ts';
import styles from './confirm.module.css';
import { RefusalText } from './refusal-text.tsx';
import { Unbroken } from './unbroken.tsx';

/** What a confirmation asks. */
export type Confirmation = {
  /** The act as a short phrase: `释放 3-1-1802`. */
  title: string;
  /** What will happen, in words and figures. Never "are you sure?". */
  consequence: ReactNode;
  /** The verb on the button. */
  confirmLabel: string;
  /** The way out, where "cancel" would be unclear: 继续填写. */
  cancelLabel?: string;
  danger?: boolean;
  /** Asks for a reason, which is handed to `onConfirm`; `required` refuses an empty one. */
  reason?: 'required' | 'optional';
  /** Reasons to choose from, before the words; words are asked for only with the last of them. */
  reasons?: readonly { readonly value: string; readonly label: string }[];
  /** What is chosen, where it is no reason. */
  reasonsLabel?: string;
  /** Runs the act; the dialog stays open, shows the refusal and lets one try again when it throws. */
  onConfirm: (reason: string, chosen: string) => unknown;
};

function ConfirmBody({ ask, onDone }: { ask: Confirmation; onDone: () => void }) {
  const { t } = useTranslation('common');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const run = async (): Promise<void> => {
    if (busy) return;
    const wordsNeeded =
      ask.reason !== undefined &&
      (ask.reasons === undefined ? ask.reason === 'required' : chosen === ask.reasons.at(-1)?.value);
    if ((wordsNeeded && reason.trim() === '') || (ask.reasons !== undefined && chosen === null)) {
      setMissing(true);
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    try {
      await ask.onConfirm(reason.trim(), chosen ?? '');
      onDone();
    } catch (thrown) {
      setRefusal(refusalOf(thrown));
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
      onKeyDown={(event) => {
        if (matchesHotkey('Ctrl+Enter', event.nativeEvent)) void run();
      }}
    >
      <div className={styles.consequence}>
        {typeof ask.consequence === 'string' ? <Unbroken text={ask.consequence} /> : ask.consequence}
      </div>
      {ask.reasons !== undefined && (
        <Select
          className={styles.field}
          label={ask.reasonsLabel ?? t('reason')}
          withAsterisk
          data-autofocus
          data={ask.reasons}
          value={chosen}
          allowDeselect={false}
          error={missing && chosen === null ? t('reasonRequired') : undefined}
          onChange={(value) => {
            setChosen(value);
            setMissing(false);
          }}
        />
      )}
      {ask.reason !== undefined && (
        <Textarea
          className={styles.field}
          label={ask.reasons === undefined ? t('reason') : t('reasonWords')}
          withAsterisk={ask.reasons === undefined ? ask.reason === 'required' : chosen === ask.reasons.at(-1)?.value}
          {...(ask.reasons === undefined ? { 'data-autofocus': true } : {})}
          autosize
          minRows={2}
          maxRows={5}
          value={reason}
          error={missing && (ask.reasons === undefined || chosen !== null) ? t('reasonRequired') : undefined}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setMissing(false);
          }}
        />
      )}
      {refusal && (
        <div className={styles.error} role="alert">
          <RefusalText refusal={refusal} />
        </div>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={onDone} disabled={busy}>
          {ask.cancelLabel ?? t('cancel')}
        </Button>
        <Button
          type="submit"
          loading={busy}
          {...(ask.reason === undefined && ask.reasons === undefined ? { 'data-autofocus': true } : {})}
          {...(ask.danger ? { color: 'seal.6' } : {})}
        >
          {ask.confirmLabel}
        </Button>
      </div>
    </form>
  );
}

/** Opens a dialog that says the consequence of an act and runs it when confirmed. */
export function confirmAct(ask: Confirmation): void {
  const id = modals.open({
    title: ask.title,
    closeOnClickOutside: false,
    children: <ConfirmBody ask={ask} onDone={() => modals.close(id)} />,
  });
}
