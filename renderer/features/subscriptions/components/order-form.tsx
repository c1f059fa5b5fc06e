import { Button, Checkbox, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { MoneyInput } from '#renderer/components/amount-inputs.tsx';
import { type BuyerFile, BuyerList } from '#renderer/components/buyer-list.tsx';
import { BuyerSearch } from '#renderer/components/buyer-search.tsx';
import { DateInput } from '#renderer/components/date-input.tsx';
import { DiscountFields } from '#renderer/components/discount-fields.tsx';
import { OptionButtons } from '#renderer/components/filters.tsx';
import { Form } from '#renderer/components/form.tsx';
import { FieldGroup, FieldRow } from '#renderer/components/page.tsx';
import { useBuyerSigners } from '#renderer/components/use-buyer-signers.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { useDraft } from '#renderer/lib/drafts.ts';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { usePlanOptions } from '#renderer/lib/plan-title.ts';
import { withBuyer } from '#renderer/lib/shares.ts';
import { signersFor } from '#renderer/lib/signers.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { quotes } from '#shared/api/quotes.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import type { units } from '#shared/api/units.ts';
import { type Fen, ONE_PPM } from '#shared/kernel/money.ts';
import { useQuote } from '../hooks/use-quote.ts';
import { missingOf, type Order, orderFromDeal, orderFromPlan, orderSchema } from '../order.ts';
import { BuyerDrawer, type BuyerTask } from './buyer-drawer.tsx';
import styles from './order-form.module.css';
import { QuotePanel } from './quote-panel.tsx';

type Offer = z.output<typeof subscriptions.offer.output>;
type UnitDetail = z.output<typeof units.detail.output>;
type Plan = z.output<typeof quotes.detail.output>;
type Deal = z.output<typeof subscriptions.detail.output>;

type OrderFormProps = {
  unit: UnitDetail;
  offer: Offer;
  /** The purchase plan that the form is filled from, and which of its ways to pay. */
  from?: { plan: Plan; way: Order['planCode'] | undefined };
  /** The subscription that was sent back and is corrected. */
  again?: Deal;
  onCancel: () => void;
};

/** What an order begins with: the office's own terms, and the customer for whom the home is held. */
function firstOrder(offer: Offer, unit: UnitDetail): Order {
  const customer = unit.hold?.customer;
  return {
    buyers: customer ? [{ customerId: customer.customerId, sharePpm: ONE_PPM }] : [],
    signers: [],
    discounts: [],
    byHand: [],
    planCode: (offer.plans.find(({ kind }) => kind === 'mortgage') ?? offer.plans[0])?.code ?? 'lumpSum',
    deposit: offer.deposit,
    signBy: offer.signBy,
    consent: false,
    mortgageDisclosed: false,
    reason: '',
  };
}

/** The form of a subscription beside what the office reckons of it. */
export function OrderForm({ unit, offer, from, again, onCancel }: OrderFormProps) {
  const { t } = useTranslation('subscriptions');
  const navigate = useNavigate();
  const client = useQueryClient();
  const today = useToday();
  const unitId = unit.cell.id;
  const empty = firstOrder(offer, unit);
  const initial =
    again !== undefined
      ? orderFromDeal(again, offer.discounts)
      : from === undefined
        ? empty
        : orderFromPlan(empty, from.plan, from.way, offer.discounts);
  const name =
    again !== undefined
      ? `subscribe.${unitId}.again.${again.row.id}.${again.version}`
      : from === undefined
        ? `subscribe.${unitId}`
        : `subscribe.${unitId}.${from.plan.row.id}.${from.way}`;
  const draft = useDraft(name, orderSchema, initial);
  const { value: order, change, drop } = draft;
  const [task, setTask] = useState<BuyerTask>();
  const [tried, setTried] = useState(false);
  const files = useBuyerFiles(order);
  const signing = useBuyerSigners({
    signers: order.signers,
    kept: again?.buyers ?? [],
    onSigners: (signers) => change({ signers }),
  });
  const { terms, quote, reckoning, error, again: reckonAgain } = useQuote(unitId, order, offer.discounts, today);
  const missing = missingOf(order, {
    mortgaged: offer.mortgaged,
    needsApproval: quote?.needsApprovalOf != null,
    identified: files.flatMap(({ buyer, file }) => (file?.identity != null ? [buyer.customerId] : [])),
  });
  const sent = {
    onDone: ({ subscriptionId, number }: { subscriptionId: number; number: string }) => {
      drop();
      notifications.show({ title: t('make.sent', { number }), message: t('make.sentText') });
      void navigate({ to: `/contracts/subscriptions/${subscriptionId}` as string });
    },
  };
  const create = useCommand(act.subscriptions.create, sent);
  const resubmit = useCommand(act.subscriptions.resubmit, sent);
  const inTheWay = [...(quote?.refusals ?? []), ...missing];
  const submit = async (): Promise<void> => {
    setTried(true);
    if (quote === undefined || reckoning || inTheWay.length > 0) return;
    const { buyers, consent, mortgageDisclosed, reason } = order;
    const quoteId = from?.plan.row.id ?? null;
    const signers = signersFor(order.signers, buyers);
    const wish = { terms, buyers, signers, shownPrice: quote.price, consent, mortgageDisclosed, reason: reason.trim() };
    try {
      if (again === undefined) await create.sendOrThrow({ ...wish, quoteId });
      else await resubmit.sendOrThrow({ ...wish, subscriptionId: again.row.id, version: again.version });
    } catch (thrown) {
      // The office reckons another price now: the screen asks for it, and the person decides anew.
      if (refusalOf(thrown).code === 'PRICE_CHANGED')
        await client.invalidateQueries({ queryKey: ['subscriptions', 'quote'] });
    }
  };
  const asking = quote?.needsApprovalOf != null;
  return (
    <div className={styles.body}>
      <Form
        submitLabel={t(asking ? 'make.submitAsk' : 'make.submit')}
        onSubmit={() => void submit()}
        onCancel={onCancel}
        busy={create.pending || resubmit.pending}
        error={create.refusal ?? resubmit.refusal ?? (tried ? inTheWay[0] : undefined)}
        note={
          draft.kept && (
            <>
              {t('make.draftKept')}{' '}
              <Button variant="subtle" size="compact-sm" onClick={drop}>
                {t('make.draftDrop')}
              </Button>
            </>
          )
        }
      >
        <div className={styles.fields}>
          {from && <FromPlan plan={from.plan} price={quote?.price} />}
          <FieldGroup title={t('make.buyers')} hint={t('make.buyersHint')}>
            <BuyerList
              buyers={files}
              onChange={(buyers) => change({ buyers })}
              onIdentify={(file) => setTask({ kind: 'identify', file })}
              signs={signing.signs}
            />
            <BuyerSearch
              chosen={order.buyers.map(({ customerId }) => customerId)}
              onChoose={(customerId) => change({ buyers: withBuyer(order.buyers, customerId) })}
              onNew={(typed) =>
                setTask({ kind: 'open', typed, channel: files[0]?.file?.customer.channel ?? 'passingBy' })
              }
            />
          </FieldGroup>
          <TermsFields order={order} change={change} offer={offer} capFen={quote?.depositCap} />
          <FieldGroup title={t('make.conditions')}>
            <div className={styles.conditions}>
              <Checkbox
                label={t('make.consent')}
                description={t('make.consentHint')}
                checked={order.consent}
                onChange={(event) => change({ consent: event.currentTarget.checked })}
              />
              {offer.mortgaged && (
                <Checkbox
                  label={t('make.mortgage')}
                  checked={order.mortgageDisclosed}
                  onChange={(event) => change({ mortgageDisclosed: event.currentTarget.checked })}
                />
              )}
              {asking && (
                <Textarea
                  label={t('make.reason')}
                  placeholder={t('make.reasonHint')}
                  withAsterisk
                  autosize
                  minRows={2}
                  maxRows={5}
                  maxLength={500}
                  value={order.reason}
                  onChange={(event) => change({ reason: event.currentTarget.value })}
                />
              )}
            </div>
          </FieldGroup>
        </div>
      </Form>
      <QuotePanel quote={quote} error={error} onRetry={reckonAgain} reckoning={reckoning} missing={missing} />
      {signing.drawer}
      {task && (
        <BuyerDrawer
          task={task}
          onClose={() => setTask(undefined)}
          onOpened={(customerId) => {
            change({ buyers: withBuyer(order.buyers, customerId) });
            setTask(undefined);
          }}
        />
      )}
    </div>
  );
}

/** From which purchase plan the form was filled, and whether the office still reckons its price. */
function FromPlan({ plan: { row }, price }: { plan: Plan; price: Fen | undefined }) {
  const { t } = useTranslation('subscriptions');
  const moved = price !== undefined && price !== row.price;
  return (
    <p className={styles.from} data-moved={moved || undefined}>
      {moved
        ? t('make.fromPlanMoved', { number: row.number, planFen: row.price, nowFen: price })
        : t('make.fromPlan', { number: row.number, untilOn: row.validUntil })}
    </p>
  );
}

/** The files behind the buyers; one that is no more or not one's own is shown with its refusal. */
function useBuyerFiles(order: Order): BuyerFile[] {
  const details = useQueries({
    queries: order.buyers.map(({ customerId }) => ask.customers.detail({ customerId })),
  });
  return order.buyers.map((buyer, index) => ({
    buyer,
    file: details[index]?.data,
    error: details[index]?.error ?? null,
  }));
}

type TermsFieldsProps = {
  order: Order;
  change: (part: Partial<Order>) => void;
  offer: Offer;
  capFen: Order['deposit'] | undefined;
};

/** What is agreed: discounts, way to pay, deposit, day to sign. */
function TermsFields({ order, change, offer, capFen }: TermsFieldsProps) {
  const { t } = useTranslation('subscriptions');
  const optionsOf = usePlanOptions();
  const today = useToday();
  return (
    <FieldGroup title={t('make.terms')}>
      <div className={styles.terms}>
        <DiscountFields
          catalogue={offer.discounts}
          chosen={order.discounts}
          onChosen={(discounts) => change({ discounts })}
          byHand={order.byHand}
          onByHand={(byHand) => change({ byHand })}
        />
        <OptionButtons
          label={t('make.planKind')}
          required
          numbered
          options={optionsOf(offer.plans)}
          value={order.planCode}
          onChange={(planCode) => change({ planCode })}
        />
        <FieldRow columns="minmax(0, 1fr) minmax(0, 1fr)">
          <MoneyInput
            label={
              capFen === undefined || capFen === null
                ? t('make.deposit')
                : `${t('make.deposit')} · ${t('make.depositCap', { capFen })}`
            }
            required
            capitals
            value={order.deposit}
            onChange={(deposit) => change({ deposit })}
          />
          <DateInput
            label={`${t('make.signBy')} · ${t('make.signByHint')}`}
            required
            from={today}
            value={order.signBy}
            onChange={(signBy) => change({ signBy })}
          />
        </FieldRow>
      </div>
    </FieldGroup>
  );
}
