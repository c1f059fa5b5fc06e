import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { AreaText, Money } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import type { search } from '#shared/api/search.ts';
import { type ContractState, unsignedContractStates } from '#shared/domain/contracts/states.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { MatchedReading } from './shell/matched-reading.tsx';

/** Contracts whose day to sign still counts. */
const unsigned: readonly ContractState[] = unsignedContractStates;

/** What the office's search found. */
export type Found = z.output<typeof search.find.output>[number];

/** Behind the title of a hit: why it was found, or whose it is. */
export function HitNote({ hit, query }: { hit: Found; query: string }) {
  const { t } = useTranslation('shell');
  if (hit.noun === 'customers') return <MatchedReading syllables={hit.reading} query={query} />;
  if (hit.noun === 'intents') return <b>{hit.customer}</b>;
  if (hit.buyers === '') return null;
  if (hit.noun !== 'units') return <b>{hit.buyers}</b>;
  return (
    <>
      {t('palette.buyer')} <b>{hit.buyers}</b>
    </>
  );
}

/** At the right end of a hit: what helps to tell it from the next one, and how it stands. */
export function HitFacts({ hit }: { hit: Found }) {
  const { t } = useTranslation('shell');
  const { t: labels } = useTranslation('labels');
  const { t: contracts } = useTranslation('contracts');
  const { t: launches } = useTranslation('launches');
  const { t: changes } = useTranslation('changes');
  const { t: bookings } = useTranslation('bookings');
  const today = useToday();
  if (hit.noun === 'customers')
    return (
      <>
        <span>{hit.phone}</span>
        <span>{hit.owner ?? t('palette.nobody')}</span>
        {hit.deal === null ? (
          <Signal tone="plain">{labels(`ratings.${hit.rating}`)}</Signal>
        ) : (
          <UnitStateBadge state={hit.deal.state} note={hit.deal.unit} />
        )}
      </>
    );
  if (hit.noun === 'units')
    return (
      <>
        <AreaText value={hit.builtArea} unit />
        <Money value={hit.price} />
        <UnitStateBadge state={hit.state} />
      </>
    );
  if (hit.noun === 'intents')
    return (
      <>
        <span>{hit.launch}</span>
        <span>{launches('intentTitle', { queueNo: hit.queueNo })}</span>
        <Signal tone="plain">{launches(`intentStates.${hit.state}`)}</Signal>
      </>
    );
  if (hit.noun === 'contracts')
    return (
      <>
        <span>{t('palette.contract')}</span>
        <span>{hit.unit}</span>
        <span>{formatDateShort(hit.signedOn ?? hit.draftedOn, today)}</span>
        {unsigned.includes(hit.state) ? (
          <DueSignal dueOn={hit.signBy} />
        ) : (
          <Signal tone="plain">{contracts(`states.${hit.state}`)}</Signal>
        )}
      </>
    );
  if (hit.noun === 'changes')
    return (
      <>
        <span>{changes(`kinds.${hit.kind}`)}</span>
        <span>{hit.unit}</span>
        <Signal tone="plain">{changes(`states.${hit.state}`)}</Signal>
      </>
    );
  if (hit.noun === 'bookings')
    return (
      <>
        <span>{t('palette.booking')}</span>
        <span>{hit.unit}</span>
        {hit.state === 'open' ? (
          <DueSignal dueOn={dayOf(hit.expiresAt)} soonDays={1} />
        ) : (
          <Signal tone="plain">{bookings(`states.${hit.state}`)}</Signal>
        )}
      </>
    );
  const waits = hit.state === 'approved' || hit.state === 'depositComplete';
  return (
    <>
      <span>{t('palette.subscription')}</span>
      <span>{formatDateShort(hit.subscribedOn, today)}</span>
      {waits ? (
        <DueSignal dueOn={hit.signBy} />
      ) : (
        <Signal tone="plain">{labels(`subscriptionStates.${hit.state}`)}</Signal>
      )}
    </>
  );
}
