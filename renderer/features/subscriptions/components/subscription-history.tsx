import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useContractHappening } from '#renderer/components/contract-happening.ts';
import type { Tone } from '#renderer/components/signal.tsx';
import { Timeline } from '#renderer/components/timeline.tsx';
import { actedFor } from '#renderer/lib/acted-for.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { subscriptions as words } from '#shared/i18n/zh-CN/subscriptions.ts';

type Happened = z.output<typeof subscriptions.detail.output>['history'][number];
type Kind = keyof typeof words.events;

const tones: Partial<Record<Kind, Tone>> = {
  submitted: 'ink',
  priceAsked: 'ink',
  approved: 'ok',
  depositCompleted: 'ok',
  moneyReceived: 'ok',
  rejected: 'seal',
  cancelled: 'seal',
  receiptVoided: 'seal',
  expired: 'amber',
  depositLapsed: 'seal',
  noticeServed: 'amber',
};

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(words.events, kind);
}

/** What the sentences of the history mention. */
function factsOf(data: Happened['data']) {
  const told = (name: string): string | number => {
    const value = data[name];
    return typeof value === 'string' || typeof value === 'number' ? value : '';
  };
  return {
    priceFen: told('priceFen'),
    amountFen: told('amountFen'),
    receipt: told('receipt'),
    refund: told('refund'),
    notice: told('notice'),
    letter: told('letter'),
    invoice: told('invoice'),
    position: told('position'),
    days: told('days'),
    dueOn: told('dueOn'),
  };
}

/** Everything that happened to a subscription and to its contract, in the words of the office. */
export function SubscriptionHistory({ history }: { history: readonly Happened[] }) {
  const { t } = useTranslation('subscriptions');
  const { t: log } = useTranslation('events');
  const ofContract = useContractHappening();
  return (
    <Timeline
      label={t('history')}
      entries={history.map(({ seq, at, kind, actor, data }) => {
        const contract = ofContract(kind, data);
        if (contract !== undefined) {
          const number = typeof data['number'] === 'string' ? data['number'] : '';
          return {
            key: seq,
            seq,
            at,
            who: actor,
            ...actedFor(data),
            what: contract.what,
            note: [number, contract.note].filter((part) => part !== '').join(' · '),
            ...(contract.tone === undefined ? {} : { tone: contract.tone }),
          };
        }
        const reason = data['reason'];
        const note = typeof reason === 'string' && reason !== '' ? { note: reason } : {};
        const told = kind === 'seizureLifted' && typeof data['days'] === 'number' ? 'stoodStill' : kind;
        const tone = isKind(told) ? tones[told] : undefined;
        return {
          key: seq,
          seq,
          at,
          who: actor,
          ...actedFor(data),
          what: isKind(told) ? t(`events.${told}`, factsOf(data)) : log(`kinds.${kind}`),
          ...note,
          ...(tone === undefined ? {} : { tone }),
        };
      })}
    />
  );
}
