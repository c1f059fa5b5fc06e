import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { formatCount } from '#renderer/lib/format.ts';
import { useErrorSentence } from '#renderer/lib/i18n.ts';
import { connectOffice } from '#renderer/lib/office.ts';
import type { events } from '#shared/api/events.ts';
import { inGroups } from '#shared/domain/events/heads.ts';

type Found = NonNullable<z.output<typeof events.check.output>['found']>;

/** Groups of the head that are shown: enough to compare with a paper. */
const SHOWN_SIGNS = 16;

/** Lets the office check its log and says how far it is; undefined while nobody asks for it. */
export function useChainCheck(): { readonly percent: number | undefined; readonly run: () => Promise<void> } {
  const { t } = useTranslation('audit');
  const sentence = useErrorSentence();
  const [percent, setPercent] = useState<number>();

  const tell = (found: Found, days: number): void => {
    const params = {
      events: formatCount(found.events),
      days: formatCount(days),
      seq: 'seq' in found ? formatCount(found.seq) : '',
      since: 'since' in found ? formatCount(found.since) : '',
    };
    const text = t(`log.verdicts.${found.verdict}`, params);
    if (found.verdict === 'whole')
      notifications.show({ title: text, message: t('log.head', { head: inGroups(found.head.slice(0, SHOWN_SIGNS)) }) });
    else notifications.show({ color: 'seal', message: text, autoClose: false });
  };

  const run = async (): Promise<void> => {
    setPercent(0);
    try {
      for await (const { done, of, found, days } of await (await connectOffice()).events.check({})) {
        setPercent(of === 0 ? 100 : Math.floor((done / of) * 100));
        if (found !== null) tell(found, days);
      }
    } catch (error) {
      notifications.show({ color: 'seal', message: sentence(refusalOf(error)), autoClose: false });
    } finally {
      setPercent(undefined);
    }
  };
  return { percent, run };
}
