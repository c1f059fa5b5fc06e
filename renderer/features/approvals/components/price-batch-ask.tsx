import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Figure } from '#renderer/components/page.tsx';
import { Money } from '#renderer/components/values.tsx';
import { formatCount } from '#renderer/lib/format.ts';
import { fen, subtractFen } from '#shared/kernel/money.ts';
import type { ApprovalPage } from '../approval-words.ts';

/** What a batch of price changes comes to, and the way to all of its homes. */
export function PriceBatchAsk({ approval: { facts, subjectId } }: Pick<ApprovalPage, 'approval'>) {
  const { t } = useTranslation('prices');
  const amount = (value: unknown) => fen(typeof value === 'number' ? value : 0);
  const count = (value: unknown) => (typeof value === 'number' ? value : 0);
  const before = amount(facts['beforeFen']);
  const after = amount(facts['afterFen']);
  return (
    <>
      <Figure
        label={t('figures.units')}
        value={formatCount(count(facts['units']))}
        note={t('figures.ways', { raised: count(facts['raised']), lowered: count(facts['lowered']) })}
      />
      <Figure label={t('figures.before')} value={<Money value={before} />} />
      <Figure label={t('figures.after')} value={<Money value={after} />} />
      <Figure label={t('figures.change')} value={<Money value={subtractFen(after, before)} signed />} />
      <Figure label={t('fields.effectiveOn')} value={String(facts['effectiveOn'] ?? '')} />
      <Figure
        label={t('fields.name')}
        value={<Link to={`/sales/prices/${subjectId}` as string}>{String(facts['name'] ?? '')}</Link>}
      />
    </>
  );
}
