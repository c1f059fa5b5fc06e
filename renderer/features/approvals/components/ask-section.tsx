import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts, Figure, Section } from '#renderer/components/page.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { DateText, Money, Percent } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatCount, formatDateTimeShort, formatPercent } from '#renderer/lib/format.ts';
import { usePlanTitle } from '#renderer/lib/plan-title.ts';
import { exportLists } from '#shared/domain/exports/lists.ts';
import { planKinds } from '#shared/domain/plans/states.ts';
import { fen } from '#shared/kernel/money.ts';
import type { ApprovalPage } from '../approval-words.ts';
import styles from './approval-page.module.css';
import { AuthorityScale } from './authority-scale.tsx';
import { PriceBatchAsk } from './price-batch-ask.tsx';

/** What is asked for and why; a price with its place on the scale of authority. */
export function AskSection({ page }: { page: ApprovalPage }) {
  const { t } = useTranslation('approvals');
  const { unit, price, reason } = page;
  const today = useToday();
  const claim =
    unit === null || unit.by === null || unit.until === null
      ? (unit?.by ?? '')
      : t('claim', { name: unit.by, until: formatDateTimeShort(unit.until, today) });
  return (
    <Section
      title={t('ask')}
      aside={
        unit !== null && (
          <Link to="/sales/board" search={{ unit: unit.id }}>
            <UnitStateBadge state={unit.state} {...(claim === '' ? {} : { note: claim })} />
          </Link>
        )
      }
    >
      <div className={styles.ask}>
        {page.approval.kind === 'priceBatch' ? (
          <PriceBatchAsk approval={page.approval} />
        ) : price === null ? (
          <Amount page={page} />
        ) : (
          <PriceFigures price={price} deal={page.deal} />
        )}
        <div className={styles.reason}>
          <span>{t('reason')}</span>
          <p>{reason === '' ? t('noReason') : reason}</p>
        </div>
      </div>
      {price !== null && page.approval.kind === 'priceBelowAuthority' && <AuthorityScale price={price} />}
    </Section>
  );
}

type PriceFiguresProps = { price: NonNullable<ApprovalPage['price']>; deal: ApprovalPage['deal'] };

function PriceFigures({ price, deal }: PriceFiguresProps) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <Figure label={t('figures.belowList')} value={<Percent ppm={price.belowListPpm} />} />
      {price.belowList > 0 ? (
        <Figure label={t('figures.reduction')} value={<Money value={price.belowList} />} />
      ) : (
        <Figure label={t('figures.deposit')} value={<Money value={deal?.deposit} />} />
      )}
      <Figure label={t('figures.list')} value={<Money value={price.listPrice} />} />
      <Figure label={t('figures.price')} value={<Money value={price.price} />} />
    </>
  );
}

/** What is asked where no price is: days, an amount, pieces, or the act itself. */
function Amount({ page: { approval } }: { page: ApprovalPage }) {
  const { t } = useTranslation('approvals');
  const { t: events } = useTranslation('events');
  const { measure, amount, kind, facts } = approval;
  const values = {
    ppmBelowList: () => formatPercent(amount),
    days: () => formatCount(amount),
    fen: () => <Money value={fen(amount)} />,
    count: () => formatCount(amount),
    none: () => t(`kinds.${kind}`),
  } as const;
  const title = usePlanTitle();
  const plan = planKinds.find((one) => one === facts['planKind']);
  const list = exportLists.find((one) => one === facts['list']);
  return (
    <>
      <Figure label={t(`figures.${measure}`)} value={values[measure]()} />
      {kind === 'booking' && plan !== undefined && (
        <Figure
          label={t('figures.plan')}
          value={title({ planKind: plan, planName: String(facts['planName'] ?? '') })}
        />
      )}
      {kind === 'booking' && Number(facts['askedPpm'] ?? 0) > 0 && (
        <Figure label={t('figures.asked')} value={formatPercent(Number(facts['askedPpm']))} />
      )}
      {kind === 'export' && list !== undefined && (
        <Figure label={t('figures.exported')} value={events(`exports.${list}`)} />
      )}
    </>
  );
}

/** The deal that is asked about, in a few facts, with the way to its record. */
export function DealSection({ deal }: { deal: NonNullable<ApprovalPage['deal']> }) {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const title = usePlanTitle();
  const { t: words } = useTranslation('subscriptions');
  const buyers = deal.buyers.map(({ name, sharePpm }) =>
    deal.buyers.length === 1 ? name : `${name} ${formatPercent(sharePpm)}`,
  );
  const facts: Fact[] = [
    { label: t('facts.number'), value: deal.number },
    {
      label: t('facts.state'),
      value: deal.state === 'draft' ? words('priceAsked') : labels(`subscriptionStates.${deal.state}`),
    },
    { label: t('facts.plan'), value: title(deal) },
    { label: t('facts.deposit'), value: <Money value={deal.deposit} /> },
    { label: t('facts.buyers'), value: buyers.join(' · ') },
    { label: t('facts.signBy'), value: <DateText day={deal.signBy} /> },
  ];
  return (
    <Section
      title={t('subscription')}
      aside={<Link to={`/contracts/subscriptions/${deal.subscriptionId}` as string}>{t('openSubscription')}</Link>}
    >
      <Facts items={facts} columns={2} />
    </Section>
  );
}
