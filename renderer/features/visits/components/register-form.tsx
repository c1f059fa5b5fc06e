import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CheckButtons } from '#renderer/components/check-buttons.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { PhoneInput } from '#renderer/components/identity-inputs.tsx';
import { FieldGroup, FieldRow } from '#renderer/components/page.tsx';
import { useNow, useToday } from '#renderer/lib/clock.tsx';
import { type CustomerRating, channels, customerRatings } from '#shared/domain/customers/states.ts';
import { interests } from '#shared/domain/visits/register.ts';
import type { Receiver } from '../hooks/receivers.ts';
import type { RegisterFields } from '../hooks/use-register-draft.ts';
import { ArrivalFields } from './arrival-fields.tsx';
import { ReceiverChoice } from './receiver-choice.tsx';
import styles from './visits.module.css';

/** Longest time that is told as seconds: beyond it the form has waited, nobody has typed. */
const SPENT_LIMIT_MS = 600_000;

type RegisterFormProps = {
  fields: RegisterFields;
  rating: CustomerRating;
  onChange: (part: Partial<RegisterFields>) => void;
  onPhoneText: (text: string) => void;
  onSubmit: () => void;
  busy: boolean;
  refusal: unknown;
  /** The name on file, where the number is known: it is shown and not asked. */
  knownName: string | undefined;
  /** What the record makes of this visit. */
  judged: 'call' | 'firstVisit' | 'returnVisit' | undefined;
  /** The customer is a colleague's, who alone judges rating, intent and the next contact. */
  theirs: boolean;
  receivers: readonly Receiver[];
  receivedBy: number | null;
  /** Registering was tried: what is missing is said in words. */
  tried: boolean;
};

/** The desk's form: phone first, then the name; everything that can be a numbered option is one. */
export function RegisterForm(props: RegisterFormProps) {
  const { fields, rating, onChange, knownName, judged, theirs, receivers, receivedBy, tried } = props;
  const { t } = useTranslation('visits');
  const { t: labels } = useTranslation('labels');
  const { t: common } = useTranslation('common');
  const today = useToday();
  const { kind, channel } = fields;
  return (
    <Form
      submitLabel={t('register')}
      onSubmit={props.onSubmit}
      dirty={fields.startedAt !== null}
      busy={props.busy}
      error={props.refusal}
      note={<Spent since={fields.startedAt} />}
    >
      <FieldGroup title={t('customer')} hint={common('required')}>
        <FieldRow columns="250px 1fr">
          <PhoneInput
            label={t('phone')}
            value={fields.phone}
            required
            large
            anyKind
            error={tried && fields.phone === null ? t('phoneMissing') : undefined}
            autoFocus
            onText={props.onPhoneText}
            onChange={(phone) => onChange({ phone })}
          />
          <TextInput
            className={styles.name}
            label={t('name')}
            value={knownName ?? fields.name}
            title={knownName}
            readOnly={knownName !== undefined}
            withAsterisk
            aria-required
            maxLength={60}
            error={tried && (knownName ?? fields.name).trim() === '' ? t('nameMissing') : undefined}
            rightSection={knownName === undefined ? undefined : <small>{t('nameKnown')}</small>}
            rightSectionWidth={knownName === undefined ? 0 : 86}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        </FieldRow>
      </FieldGroup>
      <FieldGroup
        title={t(`thisTime.${kind}`)}
        hint={theirs ? t('ownersWork') : judged === undefined ? undefined : t(`judged.${judged}`)}
      >
        <div className={styles.rows}>
          <OptionButtons
            label={t('channel')}
            required
            numbered
            options={channels.map((value) => ({ value, label: labels(`channels.${value}`) }))}
            value={channel}
            error={tried && channel === null ? t('channelMissing') : undefined}
            onChange={(value) => onChange({ channel: value })}
          />
          <ArrivalFields fields={fields} onChange={onChange} />
          <fieldset className={styles.judged} disabled={theirs}>
            <div className={styles.rows}>
              <CheckButtons
                label={t('interests')}
                options={interests.map((value) => ({ value, label: t(`interest.${value}`) }))}
                values={fields.interests}
                onChange={(values) => onChange({ interests: values })}
              />
              <div className={styles.level}>
                <FieldRow columns="212px 1fr">
                  <OptionButtons
                    label={`${t('rating')} · ${labels(`ratings.${rating}`)}`}
                    numbered
                    options={customerRatings.map((value) => ({ value, label: value }))}
                    value={rating}
                    onChange={(chosen) => onChange({ rating: chosen })}
                  />
                  <DateInput
                    label={t('next')}
                    value={fields.nextOn}
                    from={today}
                    placeholder={t('nextByRule')}
                    onChange={(nextOn) => onChange({ nextOn })}
                  />
                </FieldRow>
              </div>
            </div>
          </fieldset>
        </div>
      </FieldGroup>
      <FieldGroup title={t(`receive.${kind}`)} hint={t('consultantHint')}>
        <div className={styles.rows}>
          <ReceiverChoice
            label={t(`consultant.${kind}`)}
            receivers={receivers}
            value={receivedBy}
            onChange={(id) => onChange({ receivedBy: id })}
          />
          <TextInput
            label={t('notes')}
            value={fields.notes}
            maxLength={500}
            placeholder={t('notesHint')}
            onChange={(event) => onChange({ notes: event.currentTarget.value })}
          />
        </div>
      </FieldGroup>
    </Form>
  );
}

/** How long the form has been in hand; it is kept either way. */
function Spent({ since }: { since: number | null }) {
  const { t } = useTranslation('visits');
  const now = useNow(since === null ? undefined : 1000);
  if (since === null) return null;
  const spent = Math.max(0, now - since);
  return spent < SPENT_LIMIT_MS ? t('spent', { count: Math.round(spent / 1000) }) : t('kept');
}
