import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavesTracking, type ServiceMethod, serviceMethods } from '#shared/domain/subscriptions/notices.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { useToday } from '../lib/clock.tsx';
import { DateInput } from './date-input.tsx';
import { OptionButtons } from './filters.tsx';
import { Form } from './form.tsx';
import { SideDrawer } from './panel.tsx';
import styles from './receive-drawer.module.css';
import { RefusalText } from './refusal-text.tsx';

/** How a letter reached somebody, on which day, and what proves it. */
export type Service = {
  readonly method: ServiceMethod;
  readonly servedOn: LocalDate;
  readonly trackingNo: string;
  readonly note: string;
};

type ServiceDrawerProps = {
  title: string;
  sub: string;
  submitLabel: string;
  servedLabel: string;
  /** No letter arrives before this day. */
  from: LocalDate;
  /** What is asked before the way it went: to whom. */
  before?: ReactNode;
  /** What is asked between the way and the day of arrival: when it was sent. */
  between?: ReactNode;
  /** What follows once it has arrived. */
  hint?: ReactNode;
  command: { readonly pending: boolean; readonly refusal: Refusal | undefined };
  onServe: (service: Service) => void;
  onClose: () => void;
};

/** Enters how and when a letter or a notice reached somebody, with the number that proves it. */
export function ServiceDrawer({
  title,
  sub,
  submitLabel,
  servedLabel,
  from,
  before,
  between,
  hint,
  command,
  onServe,
  onClose,
}: ServiceDrawerProps) {
  const { t } = useTranslation('subscriptions');
  const today = useToday();
  const [method, setMethod] = useState<ServiceMethod>('courier');
  const [servedOn, setServedOn] = useState<LocalDate>(today);
  const [trackingNo, setTrackingNo] = useState('');
  const [note, setNote] = useState('');
  return (
    <SideDrawer opened onClose={onClose} label={title} title={title} sub={sub} width={480}>
      <Form
        submitLabel={submitLabel}
        onSubmit={() => onServe({ method, servedOn, trackingNo: trackingNo.trim(), note: note.trim() })}
        onCancel={onClose}
        dirty={trackingNo !== '' || note !== ''}
        busy={command.pending}
      >
        <div className={styles.fields}>
          {before}
          <OptionButtons
            label={t('notices.method')}
            required
            numbered
            options={serviceMethods.map((one) => ({ value: one, label: t(`notices.methods.${one}`) }))}
            value={method}
            onChange={setMethod}
          />
          {between}
          <DateInput
            label={servedLabel}
            value={servedOn}
            required
            from={from}
            to={today}
            onChange={(next) => next !== null && setServedOn(next)}
          />
          <TextInput
            label={t('notices.trackingNo')}
            withAsterisk={leavesTracking(method)}
            required={leavesTracking(method)}
            maxLength={60}
            value={trackingNo}
            onChange={(event) => setTrackingNo(event.currentTarget.value)}
          />
          <TextInput
            label={t('notices.note')}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {hint !== undefined && <p className={styles.hint}>{hint}</p>}
          {command.refusal && (
            <div className={styles.refusal} role="alert">
              <RefusalText refusal={command.refusal} />
            </div>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
