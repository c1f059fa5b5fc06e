import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { events } from '#shared/api/events.ts';
import { isSettingKey } from '#shared/domain/settings/registry.ts';

type Line = z.output<typeof events.list.output>[number];

/** What an entry is about, in words. */
export function useRecordName(): (line: Pick<Line, 'noun' | 'subjectId' | 'subject' | 'exported'>) => string {
  const { t } = useTranslation('audit');
  const { t: words } = useTranslation('events');
  const { t: settings } = useTranslation('settings');
  return ({ noun, subjectId, subject, exported }) => {
    if (exported !== null) {
      const { list, rows: count, number } = exported;
      return t('log.exported', { list: words(`exports.${list}`), count, number });
    }
    const setting = noun === 'settings' && subject !== null && isSettingKey(subject) ? subject : undefined;
    const name = setting === undefined ? subject : settings(`names.${setting}`);
    return `${words(`nouns.${noun}`)} ${name ?? subjectId}`;
  };
}
