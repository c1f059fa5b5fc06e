import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import styles from '#renderer/components/receive-drawer.module.css';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { leavesTracking, type ServiceMethod, serviceMethods } from '#shared/domain/subscriptions/notices.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Notices } from './deal-notices.tsx';

type ServeNoticeDrawerProps = { notice: Notices['notices'][number]; onClose: () => void };

/** Enters how and when a notice reached the buyers, with the number that proves it. */
export function ServeNoticeDrawer({ notice, onClose }: ServeNoticeDrawerProps) {
  const { t } = useTranslation('subscriptions');
  const today = useToday();
  const [method, setMethod] = useState<ServiceMethod>('courier');
  const [servedOn, setServedOn] = useState<LocalDate>(today);
  const [trackingNo, setTrackingNo] = useState('');
  const [note, setNote] = useState('');
  const serve = useCommand(act.subscriptions.serveNotice, { onDone: onClose });
  const { id: noticeId, version, number, kind } = notice;
  const title = t('notices.serveTitle');
  const submit = () =>
    void serve.send({ noticeId, version, method, servedOn, trackingNo: trackingNo.trim(), note: note.trim() });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={title}
      title={title}
      width={480}
      sub={`${t(`notices.kinds.${kind}`)} ${number}`}
    >
      <Form
        submitLabel={t('notices.serve')}
        onSubmit={submit}
        onCancel={onClose}
        dirty={trackingNo !== '' || note !== ''}
        busy={serve.pending}
      >
        <div className={styles.fields}>
          <OptionButtons
            label={t('notices.method')}
            required
            numbered
            options={serviceMethods.map((one) => ({ value: one, label: t(`notices.methods.${one}`) }))}
            value={method}
            onChange={setMethod}
          />
          <DateInput
            label={t('notices.servedOn')}
            value={servedOn}
            required
            from={notice.writtenOn}
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
          {kind === 'terminationNotice' && (
            <p className={styles.hint}>{t('notices.serveHint', { days: notice.graceDays })}</p>
          )}
          {serve.refusal && (
            <div className={styles.refusal} role="alert">
              <RefusalText refusal={serve.refusal} />
            </div>
          )}
        </div>
      </Form>
    </SideDrawer>
  );
}
