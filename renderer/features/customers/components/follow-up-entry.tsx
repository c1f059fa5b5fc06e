import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DateInput } from '#renderer/components/date-input.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { useDraft } from '#renderer/lib/drafts.ts';
import { matchesHotkey } from '#renderer/lib/hotkeys.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { EFFECTIVE_NOTE_LENGTH } from '#shared/domain/customers/protection.ts';
import { customerRatings } from '#shared/domain/customers/states.ts';
import { type FollowUpMethod, followUpMethods } from '#shared/domain/visits/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

const draftSchema = z.strictObject({ content: z.string() });

type FollowUpEntryProps = {
  detail: CustomerDetail;
  method: FollowUpMethod;
  onMethod: (method: FollowUpMethod) => void;
  inputRef: Ref<HTMLInputElement>;
};

/** One line above the history: what was said, by which way, and when the next contact is due. Ctrl+Enter saves. */
export function FollowUpEntry({ detail, method, onMethod, inputRef }: FollowUpEntryProps) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  const { customer, nextContacts } = detail;
  const draft = useDraft(`followUp.${customer.id}`, draftSchema, { content: '' });
  const [rating, setRating] = useState(customer.rating);
  // Until a day is chosen by hand, the office's rule for the rating gives it.
  const [chosen, setChosen] = useState<LocalDate | null>();
  const nextOn = chosen === undefined ? nextContacts[rating] : chosen;
  const content = draft.value.content.trim();
  const followUp = useCommand(act.customers.followUp, {
    onDone: () => {
      draft.drop();
      setChosen(undefined);
      notifications.show({ message: t('history.saved') });
    },
  });
  const save = () => {
    if (content.length < 2 || followUp.pending) return;
    void followUp.send({ customerId: customer.id, method, content, rating, nextOn });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const native = event.nativeEvent;
    if (matchesHotkey('Ctrl+Enter', native)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Enter' && !native.isComposing && event.target instanceof HTMLInputElement) {
      // A line is saved on purpose only.
      event.preventDefault();
    }
  };
  const long = [...content].length >= EFFECTIVE_NOTE_LENGTH;
  return (
    <form
      className={styles.entry}
      aria-label={t('history.entry')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        ref={inputRef}
        aria-label={t('history.entry')}
        placeholder={t('history.entryHint')}
        maxLength={2000}
        value={draft.value.content}
        onChange={(event) => draft.change({ content: event.currentTarget.value })}
      />
      <div className={styles.entryRow}>
        <Select
          size="xs"
          aria-label={t('history.method')}
          data={followUpMethods.map((value) => ({ value, label: labels(`followUpMethods.${value}`) }))}
          value={method}
          allowDeselect={false}
          onChange={(value) => value !== null && onMethod(value)}
        />
        <Select
          size="xs"
          aria-label={t('history.rating')}
          data={customerRatings.map((value) => ({ value, label: labels(`ratings.${value}`) }))}
          value={rating}
          allowDeselect={false}
          onChange={(value) => value !== null && setRating(value)}
        />
        <DateInput
          size="xs"
          aria-label={t('history.next')}
          label={undefined}
          value={nextOn}
          from={today}
          placeholder={t('history.noNext')}
          onChange={setChosen}
        />
        <span className={styles.small} aria-live="polite">
          {long ? t('history.effective') : t('history.tooShort', { count: EFFECTIVE_NOTE_LENGTH })}
        </span>
        <Button type="submit" loading={followUp.pending} disabled={content.length < 2}>
          {t('history.save')}
        </Button>
      </div>
      {followUp.refusal && (
        <div className={styles.refusal} role="alert">
          <RefusalText refusal={followUp.refusal} />
        </div>
      )}
    </form>
  );
}
