import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { ask, thisPc } from '#renderer/lib/office.ts';
import { type officeApi } from '#shared/api/index.ts';
import type { Banner } from './shell/frame-model.ts';

type Noun = keyof typeof officeApi;

/** So many are told one by one; the rest is counted. */
const MOST_SHOWN = 3;

/**
 * What became of the acts that this person began on this PC and that were never answered, because the program or the link
 * ended in between: asked of the office after the log-in, told until dismissed.
 */
export function useLeftOver(accountId: number): Banner[] {
  const { t } = useTranslation('shell');
  const today = useToday();
  const client = useQueryClient();
  const key = ['gate', 'leftOver', accountId];
  const found = useQuery({
    queryKey: key,
    queryFn: async (context) => {
      const entries = (await (await thisPc()).terminal.leftOver({ accountId })).slice(-MOST_ASKED);
      if (entries.length === 0) return [];
      const requestIds = entries.map(({ requestId }) => requestId);
      const outcomes = await ask.session.outcome({ requestIds: requestIds as never }).queryFn(context);
      const done = new Set(outcomes.filter(({ outcome }) => outcome === 'done').map(({ requestId }) => requestId));
      return entries.map((entry) => ({ ...entry, done: done.has(entry.requestId) }));
    },
    refetchOnMount: 'always',
  });
  const settle = async (requestIds: string[]) => {
    await (await thisPc()).terminal.settle({ requestIds });
    await client.invalidateQueries({ queryKey: key });
  };
  const entries = found.data ?? [];
  const shown = entries.slice(0, MOST_SHOWN);
  const banners: Banner[] = shown.map(({ requestId, path, at, done }) => ({
    key: `leftOver ${requestId}`,
    tone: done ? 'ink' : 'amber',
    text: t(done ? 'leftOver.done' : 'leftOver.notDone', {
      time: formatDateTimeShort(at, today),
      what: t(`leftOver.nouns.${nounOf(path)}`),
    }),
    onDismiss: () => void settle([requestId]),
  }));
  if (entries.length > shown.length)
    banners.push({
      key: 'leftOver more',
      tone: 'amber',
      text: t('leftOver.more', { count: entries.length - shown.length }),
    });
  return banners;
}

/** As many as the office answers at once. */
const MOST_ASKED = 200;

function nounOf(path: string): Noun {
  return path.split('.')[0] as Noun;
}
