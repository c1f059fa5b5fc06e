import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { formatCount } from '#renderer/lib/format.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { events } from '#shared/api/events.ts';
import styles from './events.module.css';

type Alarm = z.output<typeof events.alarms.output>[number];

/** PCs that remember another log than the office has: what to do, and that it has been looked into. */
export function LogAlarms() {
  const { t } = useTranslation('audit');
  const person = usePerson();
  const alarms = useQuery(ask.events.alarms({}));
  const accept = useCommand(act.events.accept);
  const settle = ({ place, seq, hash }: Alarm) =>
    confirmAct({
      title: t('log.settleTitle'),
      consequence: t('log.settleConsequence', { place }),
      confirmLabel: t('log.settle'),
      reason: 'required',
      danger: true,
      onConfirm: (reason) => accept.sendOrThrow({ seq, hash, reason }),
    });
  if (alarms.data === undefined || alarms.data.length === 0) return null;
  return (
    <div className={styles.alarms} role="alert">
      {alarms.data.map((alarm) => (
        <div key={alarm.reportedSeq} className={styles.alarm}>
          <IconAlertTriangle size={16} color="var(--zy-seal)" aria-hidden="true" />
          <span>
            <b>{t('log.alarm', { place: alarm.place, seq: formatCount(alarm.seq) })}</b>{' '}
            <small>
              <DateTimeText at={alarm.at} short /> · {t('log.alarmSub')}
            </small>
          </span>
          {person.may('events.settle') && (
            <Button variant="default" size="xs" onClick={() => settle(alarm)}>
              {t('log.settle')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
