import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { isEventKind } from '#shared/domain/events/kinds.ts';
import type { NamedAct, Restorable, RestoreLoss } from '#shared/domain/restores/loss.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './entrance.module.css';

type RestoreReadyProps = {
  found: Restorable;
  refused: Refusal | null;
  onSwap: () => Promise<unknown>;
  onBack: () => void;
  cancel: ReactNode;
};

/** So many kinds are named; the rest is counted. */
const NAMED_KINDS = 8;

/** A backup that lies ready: what it has, and what the office here would lose to it. */
export function RestoreReady({ found, refused, onSwap, onBack, cancel }: RestoreReadyProps) {
  const { t } = useTranslation('restores');
  const act = useActText();
  const { loss, files } = found;
  const facts: Fact[] = [
    { key: 'at', label: t('ready.at'), value: <DateTimeText at={found.at} /> },
    { key: 'events', label: t('ready.events'), value: found.events.toLocaleString() },
    { key: 'last', label: t('ready.last'), value: found.last === null ? t('ready.none') : act(found.last) },
    {
      key: 'files',
      label: t('ready.files'),
      value: files.missing === 0 ? String(files.count) : t('ready.filesMissing', files),
    },
  ];
  const ask = () =>
    confirmAct({
      title: t('ready.swapTitle'),
      consequence: lossText(loss, t),
      confirmLabel: t('ready.swap'),
      danger: true,
      onConfirm: onSwap,
    });
  return (
    <div className={styles.stack}>
      <Facts items={facts} />
      <section className={styles.stack}>
        <h2 className={styles.subtitle}>{t('ready.lossTitle')}</h2>
        <p className={styles.text}>{lossText(loss, t)}</p>
        {loss.kind === 'counted' && loss.gained > 0 && (
          <p className={styles.text}>{t('ready.gained', { count: loss.gained })}</p>
        )}
        {loss.kind === 'counted' && loss.acts > 0 && <Lost loss={loss} />}
      </section>
      {refused !== null && <RefusalText refusal={refused} />}
      <div className={styles.row}>
        <Button size="md" autoFocus onClick={ask}>
          {t('ready.swap')}
        </Button>
        <Button variant="default" size="md" onClick={onBack}>
          {t('ready.back')}
        </Button>
      </div>
      <div className={styles.ways}>{cancel}</div>
    </div>
  );
}

function Lost({ loss }: { loss: Extract<RestoreLoss, { kind: 'counted' }> }) {
  const { t } = useTranslation('restores');
  const { t: events } = useTranslation('events');
  const language = useLanguage();
  const act = useActText();
  const named = loss.kinds.slice(0, NAMED_KINDS);
  const others = loss.kinds.slice(NAMED_KINDS).reduce((sum, { count }) => sum + count, 0);
  const words = named.map(({ kind, count }) => `${isEventKind(kind) ? events(`kinds.${kind}`) : kind} ${count}`);
  if (others > 0) words.push(t('ready.others', { count: others }));
  const facts: Fact[] = [
    { key: 'kinds', label: t('ready.kinds'), value: joinWords(words, language) },
    {
      key: 'people',
      label: t('ready.people'),
      value: loss.people.length === 0 ? t('ready.nobody') : joinWords(loss.people, language),
    },
  ];
  if (loss.last !== null) facts.push({ key: 'lastHere', label: t('ready.lastHere'), value: act(loss.last) });
  return <Facts items={facts} />;
}

type Words = ReturnType<typeof useTranslation<'restores'>>['t'];

function lossText(loss: RestoreLoss, t: Words): string {
  if (loss.kind !== 'counted') return t(`ready.${loss.kind}`);
  if (loss.acts === 0) return t('ready.nothingLost');
  return t('ready.lost', { acts: loss.acts, minutes: loss.minutes });
}

/** An act in a few words: when, what, who. */
function useActText(): (act: NamedAct) => ReactNode {
  const { t: events } = useTranslation('events');
  return ({ at, kind, by }) => (
    <>
      <DateTimeText at={at} /> {isEventKind(kind) ? events(`kinds.${kind}`) : kind}
      {by !== null && ` · ${by}`}
    </>
  );
}
