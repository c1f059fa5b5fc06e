import { useTranslation } from 'react-i18next';
import { errorSentence } from '#renderer/lib/error-sentence.ts';
import { formatDateTime } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { BackupAlarm } from '#shared/domain/backups/schedule.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';

type AlarmProps = { alarm: BackupAlarm<ErrorCode> & { readonly folder: string } };

/** What is wrong with the backups, as a sentence. */
export function BackupAlarmText({ alarm }: AlarmProps) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const { kind, code, newestAt, folder } = alarm;
  if (kind === 'noPlace') return t('alarm.noPlace');
  const time = newestAt === null ? undefined : formatDateTime(newestAt);
  if (kind === 'old') return time === undefined ? t('alarm.oldNever') : t('alarm.old', { time });
  const why = code === null ? '' : errorSentence(code, { folder }, language);
  return time === undefined ? t('alarm.failedNever', { why }) : t('alarm.failed', { why, time });
}
