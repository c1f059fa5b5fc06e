import type { Ref } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChips } from '#renderer/components/filters.tsx';
import { ScrollArea, Section } from '#renderer/components/page.tsx';
import type { Tone } from '#renderer/components/signal.tsx';
import { Timeline, type TimelineEntry } from '#renderer/components/timeline.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import type { FollowUpMethod } from '#shared/domain/visits/states.ts';
import { type CustomerDetail, type HistoryItem, type HistoryKind, historyKinds, historyOf } from '../history.ts';
import styles from './customers.module.css';
import { FollowUpEntry } from './follow-up-entry.tsx';

type HistorySectionProps = {
  detail: CustomerDetail;
  method: FollowUpMethod;
  onMethod: (method: FollowUpMethod) => void;
  inputRef: Ref<HTMLInputElement>;
};

/** The line for the next contact, and under it everything that happened, newest first. */
export function HistorySection({ detail, method, onMethod, inputRef }: HistorySectionProps) {
  const { t } = useTranslation('customers');
  const [kind, setKind] = useState<HistoryKind | 'all'>('all');
  const entryOf = useEntry();
  const all = historyOf(detail);
  const shown = kind === 'all' ? all : all.filter((item) => item.kind === kind);
  const countOf = (one: HistoryKind | 'all') =>
    one === 'all' ? all.length : all.filter((item) => item.kind === one).length;
  return (
    <Section
      title={t('history.title')}
      aside={
        <FilterChips
          label={t('history.title')}
          chips={(['all', ...historyKinds] as const).map((key) => ({
            key,
            label: t(`history.kinds.${key}`),
            count: countOf(key),
          }))}
          active={[kind]}
          onToggle={setKind}
        />
      }
      fill
      flush
    >
      {detail.can['followUp'] === true && (
        <FollowUpEntry detail={detail} method={method} onMethod={onMethod} inputRef={inputRef} />
      )}
      <ScrollArea label={t('history.title')}>
        <div className={styles.timeline}>
          {shown.length === 0 ? (
            <p className={styles.dim}>{t('history.nothing')}</p>
          ) : (
            <Timeline entries={shown.map(entryOf)} />
          )}
        </div>
      </ScrollArea>
    </Section>
  );
}

/** Steps of a deal that stand out: agreed on, final. */
const dealTones: Partial<Record<CustomerDetail['subscriptions'][number]['history'][number]['what'], Tone>> = {
  submitted: 'ink',
  approved: 'ink',
  contractDrafted: 'ink',
  contractSigned: 'seal',
  contractFiled: 'seal',
  cancelled: 'seal',
  contractDropped: 'seal',
};

/** How each thing that happened is told. */
function useEntry(): (item: HistoryItem) => TimelineEntry {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  return (item) => {
    const { key, at } = item;
    switch (item.source) {
      case 'visit': {
        const { kind, notes, receivedBy, channel, partySize, of } = item.visit;
        const what = [
          of ?? '',
          labels(`visitKinds.${kind}`),
          kind === 'firstVisit' ? labels(`channels.${channel}`) : '',
          partySize > 1 ? t('history.partySize', { count: partySize }) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ');
        return { key, at, who: receivedBy, what, ...noteOf(notes), tone: kind === 'call' ? 'plain' : 'ink' };
      }
      case 'followUp': {
        const { method, content, by, nextOn, of } = item.followUp;
        const next = nextOn === null ? '' : t('history.nextOn', { day: formatDateShort(nextOn, today) });
        return {
          key,
          at,
          who: by,
          what: [of ?? '', labels(`followUpMethods.${method}`), content].filter((part) => part !== '').join(' · '),
          ...noteOf(next),
        };
      }
      case 'deal': {
        const { unit } = item.deal;
        const { seq, what, by, number } = item.happening;
        return {
          key,
          seq,
          at,
          who: by === '' ? t('history.office') : by,
          what: t(`history.deal.${what}`, { unit, number }),
          tone: dealTones[what] ?? 'plain',
        };
      }
      case 'receipt': {
        const { seq, state, number, amount, by, item: paidFor, unit } = item.receipt;
        const params = { number, amountFen: amount, item: labels(`receiptItems.${paidFor}`) };
        const what = state === 'valid' ? t('history.receipt', params) : t('history.receiptVoided', params);
        const tone = state === 'valid' ? 'ok' : 'plain';
        return { key, at, who: by, what, note: unit, tone, ...(seq === null ? {} : { seq }) };
      }
    }
  };
}

function noteOf(text: string): { note?: string } {
  return text === '' ? {} : { note: text };
}
